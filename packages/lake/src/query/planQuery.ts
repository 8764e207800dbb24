import type {ExprNode} from 'groq-js'
import type {JsonObject} from '../json/isJsonObject.ts'
import type {DocumentView} from './DocumentView.ts'
import {mapTree} from './mapTree.ts'
import {narrowCorrelated} from './narrowCorrelated.ts'
import {narrowFilter} from './narrowFilter.ts'
import type {Narrowed} from './narrowFilter.ts'
import {reservedNode} from './reservedReference.ts'

/** A query ready for evaluation: every `*` in its tree asks the lake for documents. */
export type QueryPlan = {
  tree: ExprNode
  /** The candidates of each narrowed filter, by the position that its reserved reference carries. */
  candidates: readonly Narrowed[]
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
export function planQuery(tree: ExprNode, params: JsonObject, view: DocumentView): QueryPlan {
  const candidates: Narrowed[] = []
  const steps: PlanStep[] = []

  const narrowBase = (expr: ExprNode): ExprNode | undefined => {
    const narrowed = narrowFilter(expr, params, view)
    const fixed = narrowed && reservedNode('candidates', String(candidates.push(narrowed) - 1))
    if (!narrowed || narrowed.estimate > FEW) {
      const correlated = narrowCorrelated(expr, fixed ?? reservedNode('everything', ''))
      if (correlated) {
        steps.push({index: correlated.index})
        return correlated.base
      }
    }
    if (narrowed) steps.push({index: narrowed.index, candidates: narrowed.estimate})
    return fixed
  }

  const planned = mapTree(tree, function plan(node): ExprNode | undefined {
    if (node.type === 'Everything') {
      steps.push({index: 'none', candidates: view.source.ids.size})
      return reservedNode('everything', '')
    }
    if (node.type !== 'Filter' || node.base.type !== 'Everything') return undefined
    const base = narrowBase(node.expr)
    return base && {...node, base, expr: mapTree(node.expr, plan)}
  })
  return {tree: planned, candidates, steps}
}
