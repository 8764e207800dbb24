import type {RuleDef} from '@sanity/types'

/**
 * A rule that asks for a value, with the sentence an editor reads when there is none. It starts from a bare
 * copy: the rule that Sanity hands to a reference, slug or closed list carries checks of its own (is the
 * target published? is the slug taken?), and `error()` would put our sentence in place of theirs.
 */
export function requires<Rule extends RuleDef<Rule>>(rule: Rule, sentence: string): Rule {
  return bareCopy(rule).required().error(sentence)
}

function bareCopy<Rule extends object>(rule: Rule): Rule {
  if (!('clone' in rule) || typeof rule.clone !== 'function') return rule
  const copy = rule.clone()
  // `reset` works in place, therefore on the copy.
  return typeof copy?.reset === 'function' ? copy.reset() : rule
}
