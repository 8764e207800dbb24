import type {ExprNode} from 'groq-js'
import {countTags, filterTags} from '../live/filterTags.ts'
import type {DocumentView} from './DocumentView.ts'
import {compileProjection} from './compileProjection.ts'
import type {FilterContext} from './localFilter.ts'
import {countable, isCountOfAll} from './countable.ts'
import {createTextSearch} from './createTextSearch.ts'
import {describeFilter} from './describeFilter.ts'
import {MAX_WALKED} from './assessCost.ts'
import {withoutDecided} from './keyConditions.ts'
import {mapMembers, mapTree} from './mapTree.ts'
import {membersRead} from './membersRead.ts'
import type {MembersRead} from './membersRead.ts'
import {ID_SEPARATOR, narrowCorrelated} from './narrowCorrelated.ts'
import {narrowFilter} from './narrowFilter.ts'
import {firstShape, narrowFirst} from './narrowFirst.ts'
import {withChanged} from './Narrowed.ts'
import type {Narrowed, TaggedCandidates} from './Narrowed.ts'
import {narrowLarge, narrowScan} from './narrowScan.ts'
import {narrowTop} from './narrowTop.ts'
import type {Budget} from './narrowTop.ts'
import type {PlanStep, QueryPlan} from './QueryPlan.ts'
import {reservedNode} from './reservedReference.ts'
import {shifted, topShape} from './topShape.ts'
import type {TopShape} from './topShape.ts'

type FilterNode = Extract<ExprNode, {type: 'Filter'}>

// Below this a constant set of candidates is as cheap as a look-up for each enclosing document.
const FEW = 16

/**
 * Replaces what each filter over all documents reads by the candidates an index gives for it. The filter itself stays
 * and is evaluated by groq-js, so candidates may be too many but never too few.
 * @param context - `isTraced` keeps every step in the tree, so that it can be told where values come from
 */
export function planQuery(
  tree: ExprNode,
  given: FilterContext & {isTraced?: boolean},
  view: DocumentView,
): QueryPlan {
  const context = {...given, searchTexts: createTextSearch(view)}
  const candidates: TaggedCandidates[] = []
  const steps: PlanStep[] = []
  const tags: string[] = []
  const counted = new Set<ExprNode>()
  const budget: Budget = {walked: 0, most: view.isServing ? MAX_WALKED : Infinity}
  /** How many documents of an ordered filter its candidates leave out from the start. */
  const skipped = new Map<TopShape, number>()

  const note = (step: PlanStep, filter: ExprNode): void => {
    steps.push({
      ...step,
      // Written out only for who asks.
      get filter() {
        return describeFilter(filter)
      },
    })
  }

  const use = (narrowed: TaggedCandidates, filter: ExprNode): ExprNode => {
    note({index: narrowed.index, candidates: narrowed.estimate}, filter)
    return reservedNode('candidates', String(candidates.push(narrowed) - 1))
  }

  // The same filter is asked about as the first of a list, as what is counted and as a filter.
  const narrowedBy = new Map<ExprNode, Narrowed | undefined>()
  const narrow = (filter: ExprNode): Narrowed | undefined => {
    if (narrowedBy.has(filter)) return narrowedBy.get(filter)
    const narrowed = narrowFilter(withoutDecided(filter, context.params), context.params, view)
    const known = narrowed && withChanged(narrowed, view)
    narrowedBy.set(filter, known)
    return known
  }

  let read: MembersRead | undefined
  const membersOf = (everything: ExprNode): readonly string[] | undefined => {
    read ??= membersRead(tree)
    const members = read.get(everything)
    return members === undefined || members === 'whole' ? undefined : [...members]
  }

  // What can change a result follows from the filter, whichever index is the quickest to read.
  const tagged = (filter: ExprNode, narrowed: Narrowed, from: ExprNode): TaggedCandidates => {
    const members = view.source.prefersParts(narrowed.estimate) ? membersOf(from) : undefined
    const precise = counted.has(filter)
      ? countTags(filter, context.params)
      : filterTags(filter, context.params)
    return {...narrowed, tags: [...precise, ...(narrowed.seen ?? [])], ...(members ? {members} : {})}
  }

  // Where an index or a scan gives exactly what passes, the filter need not be evaluated again.
  const filtered = (node: FilterNode, base: ExprNode, isExact: boolean): ExprNode =>
    isExact ? base : {...node, base, expr: mapTree(node.expr, (inner) => plan(inner))}

  const planFilter = (node: FilterNode, top: TopShape | undefined): ExprNode => {
    const filter = node.expr
    const narrowed = narrow(filter)
    if (narrowed && narrowed.estimate <= FEW)
      return filtered(node, use(tagged(filter, narrowed, node.base), filter), narrowed.isExact)
    const first = top && narrowTop(top, {context, view, budget, otherwise: narrowed})
    if (first && (!narrowed || narrowed.estimate > first.reads)) {
      skipped.set(top, first.skipped)
      return filtered(node, use(tagged(filter, first.narrowed, node.base), filter), false)
    }
    if (narrowed?.isExact) return use(tagged(filter, narrowed, node.base), filter)
    const scannedBelow = narrowed && narrowLarge(filter, narrowed, context, view)
    if (scannedBelow) return use(tagged(filter, scannedBelow, node.base), filter)
    const otherwise = narrowed
      ? reservedNode('candidates', String(candidates.push(tagged(filter, narrowed, node.base)) - 1))
      : everything(node.base)
    const correlated = narrowCorrelated(filter, otherwise)
    const scanned = narrowed || correlated ? undefined : narrowScan(filter, context, view)
    if (scanned) return use(tagged(filter, scanned, node.base), filter)
    if (correlated) note({index: correlated.index}, filter)
    else
      note({index: narrowed?.index ?? 'none', candidates: narrowed?.estimate ?? view.source.ids.size}, filter)
    return filtered(node, correlated?.base ?? otherwise, false)
  }

  const everything = (node: ExprNode): ExprNode => {
    const members = view.source.prefersParts(view.source.ids.size) ? membersOf(node) : undefined
    return reservedNode('everything', (members ?? []).join(ID_SEPARATOR))
  }

  const plan = (node: ExprNode, top?: TopShape): ExprNode | undefined => {
    if (node.type === 'Everything') {
      steps.push({index: 'none', candidates: view.source.ids.size})
      return everything(node)
    }
    if (isCountOfAll(node) && !context.isTraced && !view.changed) {
      steps.push({index: 'all, counted', candidates: 0})
      tags.push('everything')
      return {type: 'Value', value: view.count(view.source.ids.values)}
    }
    const filter = countable(node)
    const known = filter && narrow(filter)
    if (filter && known?.isExact && !context.isTraced) {
      note({index: `${known.index}, counted`, candidates: 0}, filter)
      tags.push(...countTags(filter, context.params))
      return {type: 'Value', value: known.count ?? view.count(known.ids())}
    }
    if (filter) counted.add(filter)
    const scanned = filter && !known ? narrowScan(filter, context, view) : undefined
    if (filter && scanned) {
      note({index: 'none', candidates: scanned.estimate}, filter)
      const counting = {...scanned, tags: countTags(filter, context.params)}
      return reservedNode('counted', String(candidates.push(counting) - 1))
    }
    const projected = planProjected(node)
    if (projected) return projected
    const first = planFirst(node)
    if (first) return first
    const shape = topShape(node)
    if (shape) {
      const planned = mapMembers(node, (inner) => planOrdered(inner, shape))
      return shifted(planned, skipped.get(shape) ?? 0)
    }
    if (node.type !== 'Filter' || node.base.type !== 'Everything') return undefined
    return planFilter(node, top)
  }

  const planFirst = (node: ExprNode): ExprNode | undefined => {
    const shape = firstShape(node)
    if (!shape) return undefined
    const {documents, filter, limit} = shape
    const narrowed = filter && narrow(filter)
    const left = narrowed?.estimate ?? view.source.ids.size
    // Few are read at once.
    if (left <= limit || !view.source.prefersScan(left)) return undefined
    const first = narrowFirst(shape, narrowed, context, view)
    if (!first) return undefined
    const everything: ExprNode = {type: 'Value', value: true}
    const from = documents.type === 'Filter' ? documents.base : documents
    const base = use(tagged(filter ?? everything, first, from), filter ?? everything)
    return mapMembers(node, () => base)
  }

  const planProjected = (node: ExprNode): ExprNode | undefined => {
    if (node.type !== 'Map' || node.base.type !== 'Filter' || node.base.base.type !== 'Everything')
      return undefined
    const project = context.isTraced ? undefined : compileProjection(node.expr)
    if (!project) return undefined
    const base = planFilter(node.base, undefined)
    // Where something remains to be filtered, the projection waits for it.
    const found = base.type === 'Deref' ? candidates.pop() : undefined
    if (!found) return {...node, base}
    candidates.push({...found, project})
    return base
  }

  // Down from the slice to its filter, which alone may know of it.
  const planOrdered = (node: ExprNode, shape: TopShape): ExprNode | undefined => {
    if (node.type === 'Group') return mapMembers(node, (inner) => planOrdered(inner, shape))
    if (node.type !== 'PipeFuncCall') return plan(node)
    const base = mapTree(node.base, (inner) => plan(inner, shape))
    return {...node, base, args: node.args.map((arg) => mapTree(arg, (inner) => plan(inner)))}
  }

  return {tree: mapTree(tree, (node) => plan(node)), candidates, tags, steps, walked: budget.walked}
}
