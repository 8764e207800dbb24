/**
 * A copy of a rule without the checks that Sanity puts on it beforehand (is the target of a reference
 * published? is the slug taken? is the value on the list?). A message or a level that is set on a rule holds
 * for all of its checks, so that ours would stand in for Sanity's.
 */
export function bareRule<Rule extends object>(rule: Rule): Rule {
  if (!('clone' in rule) || typeof rule.clone !== 'function') return rule
  const copy = rule.clone()
  // `reset` works in place, therefore on the copy.
  return typeof copy?.reset === 'function' ? copy.reset() : rule
}
