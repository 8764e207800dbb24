import type {ExprNode} from 'groq-js'
import {countTags, filterTags} from '../live/filterTags.ts'
import type {DocumentView} from './DocumentView.ts'
import type {FilterContext} from './localFilter.ts'
import {mapMembers, mapTree} from './mapTree.ts'
import {narrowCorrelated} from './narrowCorrelated.ts'
import {narrowFilter} from './narrowFilter.ts'
import type {Narrowed} from './Narrowed.ts'
import {narrowScan} from './narrowScan.ts'
import {narrowTop, topShape} from './narrowTop.ts'
import type {TopShape} from './narrowTop.ts'
import {reservedNode} from './reservedReference.ts'

/** A query ready for evaluation: every `*` in its tree asks the lake for documents. */
export type QueryPlan = {
  tree: ExprNode
  /** The candidates of each narrowed filter, by the position that its reserved reference carries. */
  candidates: readonly Narrowed[]
  /** Tags of what the plan itself has answered. */
  tags: readonly string[]
  /** What `explain` says of each filter over all documents. */
  steps: readonly PlanStep[]
}

/** `candidates` is absent where their number depends on an enclosing document. */
export type PlanStep = {index: string; candidates?: number}

// Below this a constant set of candidates is as cheap as a look-up for each enclosing document.
const FEW = 16

/**
 * Replaces what each filter over all documents reads by the candidates an index gives for it. The filter itself stays
 * and is evaluated by groq-js, so candidates may be too many but never too few.
 */
export function planQuery(tree: ExprNode, context: FilterContext, view: DocumentView): QueryPlan {
  const candidates: Narrowed[] = []
  const steps: PlanStep[] = []
  const tags: string[] = []
  const counted = new Set<ExprNode>()

  const use = (narrowed: Narrowed): ExprNode => {
    steps.push({index: narrowed.index, candidates: narrowed.estimate})
    return reservedNode('candidates', String(candidates.push(narrowed) - 1))
  }

  // What can change a result follows from the filter, whichever index is the quickest to read.
  const tagged = (filter: ExprNode, narrowed: Narrowed): Narrowed => ({
    ...narrowed,
    tags: counted.has(filter) ? countTags(filter, context.params) : filterTags(filter, context.params),
  })

  const baseFor = (filter: ExprNode, top: TopShape | undefined): ExprNode | undefined => {
    const narrowed = narrowFilter(filter, context.params, view)
    if (narrowed && narrowed.estimate <= FEW) return use(tagged(filter, narrowed))
    const first = top && narrowTop(top, context, view)
    // Walking the order is worth it unless few documents remain anyway, most of which it would have to pass over.
    if (first && (!narrowed || narrowed.estimate > first.estimate * FEW)) return use(tagged(filter, first))
    const otherwise = narrowed
      ? reservedNode('candidates', String(candidates.push(tagged(filter, narrowed)) - 1))
      : reservedNode('everything', '')
    const correlated = narrowCorrelated(filter, otherwise)
    const scanned = narrowed || correlated ? undefined : narrowScan(filter, context, view)
    if (scanned) return use(tagged(filter, scanned))
    if (correlated) steps.push({index: correlated.index})
    else if (narrowed) steps.push({index: narrowed.index, candidates: narrowed.estimate})
    return correlated?.base ?? (narrowed && otherwise)
  }

  const plan = (node: ExprNode, top?: TopShape): ExprNode | undefined => {
    if (node.type === 'Everything') {
      steps.push({index: 'none', candidates: view.source.ids.size})
      return reservedNode('everything', '')
    }
    const filter = countable(node)
    const known = filter && narrowFilter(filter, context.params, view)
    if (filter && known?.isExact) {
      steps.push({index: known.index, candidates: 0})
      tags.push(...countTags(filter, context.params))
      return {type: 'Value', value: known.count ?? view.count(known.ids())}
    }
    if (filter) counted.add(filter)
    const shape = topShape(node)
    if (shape) return mapMembers(node, (inner) => planOrdered(inner, shape))
    if (node.type !== 'Filter' || node.base.type !== 'Everything') return undefined
    const base = baseFor(node.expr, top)
    return base && {...node, base, expr: mapTree(node.expr, (inner) => plan(inner))}
  }

  // Down from the slice to its filter, which alone may know of it.
  const planOrdered = (node: ExprNode, shape: TopShape): ExprNode | undefined => {
    if (node.type === 'Group') return mapMembers(node, (inner) => planOrdered(inner, shape))
    if (node.type !== 'PipeFuncCall') return plan(node)
    const base = mapTree(node.base, (inner) => plan(inner, shape))
    return {...node, base, args: node.args.map((arg) => mapTree(arg, (inner) => plan(inner)))}
  }

  return {tree: mapTree(tree, (node) => plan(node)), candidates, tags, steps}
}

/** The filter of `count(*[filter])`. */
function countable(node: ExprNode): ExprNode | undefined {
  if (node.type !== 'FuncCall' || node.namespace !== 'global' || node.name !== 'count') return undefined
  const [counted] = node.args
  return counted?.type === 'Filter' && counted.base.type === 'Everything' ? counted.expr : undefined
}
