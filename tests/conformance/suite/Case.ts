import type {Scope} from './Scope.ts'

/** One rule of Sanity's API, and how to see that it holds. */
export type Case = {
  /** The rule, as the name of the test. */
  rule: string
  /** Where the rule is written: a quotation with its source, or what a client sends or reads. */
  source: string
  /** Why the case means nothing for a hosted project, where it does not. */
  embeddedOnly?: string
  /** It speaks another protocol than HTTP, which there is none of in process. */
  needsSocket?: boolean
  run: (scope: Scope) => Promise<void>
}

/** Cases about one thing. */
export type Subject = {subject: string; cases: readonly Case[]}
