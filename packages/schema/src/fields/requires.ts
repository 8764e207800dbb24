import type {RuleDef} from '@sanity/types'
import {bareRule} from './bareRule.ts'

/** A rule that asks for a value and for nothing else, with the sentence an editor reads when there is none. */
export function requires<Rule extends RuleDef<Rule>>(rule: Rule, sentence: string): Rule {
  return bareRule(rule).required().error(sentence)
}
