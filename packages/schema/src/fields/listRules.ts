import type {ArrayRule} from '@sanity/types'
import {bareRule} from './bareRule.ts'
import type {Finding} from './findings.ts'
import {requires} from './requires.ts'

/** A check of a list, and of the document that it stands in. */
export type ListCheck = (list: unknown, document: unknown) => true | string | Finding[]

export interface ListLimits {
  /** The sentence an editor reads when the list is empty; without it the field is optional. */
  required?: string | undefined
  max?: number | undefined
  /** What the list must satisfy. */
  check?: ListCheck | undefined
  /** What the list should satisfy: a warning, which does not hold back publishing. */
  advise?: ListCheck | undefined
}

/** The rules that lists have in common. */
export function listRules(
  rule: ArrayRule<unknown[]>,
  {required, max, check, advise}: ListLimits,
): ArrayRule<unknown[]>[] {
  const bare = bareRule(rule)
  return [
    // Sanity's own checks: that the value is a list, and its entries are on the closed list if there is one.
    rule,
    ...(required === undefined ? [] : [requires(rule, required), bare.min(1).error(required)]),
    ...(max === undefined ? [] : [bare.max(max).error(`Keep at most ${max} entries.`)]),
    ...(check === undefined ? [] : [bare.custom((list, {document}) => check(list, document))]),
    ...(advise === undefined ? [] : [bare.custom((list, {document}) => advise(list, document)).warning()]),
  ]
}
