import type {ExprNode} from 'groq-js'
import type {TaggedCandidates} from './Narrowed.ts'

/** A query ready for evaluation: every `*` in its tree asks the lake for documents. */
export type QueryPlan = {
  tree: ExprNode
  /** The candidates of each narrowed filter, by the position that its reserved reference carries. */
  candidates: readonly TaggedCandidates[]
  /** Tags of what the plan itself has answered. */
  tags: readonly string[]
  /** What `explain` says of each filter over all documents. */
  steps: readonly PlanStep[]
  /** How many entries of indexes were walked over to make it. */
  walked: number
}

/** `candidates` is absent where their number depends on an enclosing document; `filter` in GROQ, where there is one. */
export type PlanStep = {index: string; candidates?: number; readonly filter?: string}
