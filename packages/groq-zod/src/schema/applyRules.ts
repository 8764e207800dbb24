import type {ArrayChecks, NumberChecks, StringChecks, Type} from '../types/type.ts'
import {mapMembers, unionOf} from '../types/union.ts'
import type {ConstraintRule} from './constraints.ts'

/** Narrows a type by what Sanity's validation enforces on it. */
export function applyRules(type: Type, rules: readonly ConstraintRule[]): Type {
  if (rules.length === 0) return type
  const list = rules.find((rule) => rule.rule === 'oneOf')
  return mapMembers(type, (member) => {
    switch (member.kind) {
      case 'string':
        if (member.value !== undefined) return member
        return list ? closedList(list.values) : withChecks(member, {...member.checks, ...stringChecks(rules)})
      case 'number':
        if (member.value !== undefined) return member
        return list ? closedList(list.values) : withChecks(member, {...member.checks, ...numberChecks(rules)})
      case 'array':
        return withChecks(member, {...member.checks, ...arrayChecks(rules)})
      default:
        return member
    }
  })
}

/** Without any check the type stays what it was: it must compare as equal. */
function withChecks<Checked extends Type>(type: Checked, checks: object): Checked {
  return Object.keys(checks).length === 0 ? type : {...type, checks}
}

function closedList(values: readonly (string | number)[]): Type {
  return unionOf(
    values.map((value) => (typeof value === 'string' ? {kind: 'string', value} : {kind: 'number', value})),
  )
}

function stringChecks(rules: readonly ConstraintRule[]): StringChecks {
  let checks: StringChecks = {}
  for (const rule of rules) {
    switch (rule.rule) {
      case 'required':
        checks = {...checks, filled: true}
        break
      case 'min':
      case 'max':
      case 'length':
        checks = {...checks, [rule.rule]: rule.value}
        break
      case 'regex': {
        const pattern = {source: rule.pattern, flags: rule.flags, invert: rule.invert}
        checks = {...checks, patterns: [...(checks.patterns ?? []), pattern]}
        break
      }
      case 'uri':
        checks = {...checks, uri: {schemes: rule.schemes, allowRelative: rule.allowRelative}}
        break
      case 'email':
      case 'uppercase':
      case 'lowercase':
        checks = {...checks, [rule.rule]: true}
        break
      case 'date':
      case 'datetime':
        checks = {...checks, time: true}
        break
      default:
    }
  }
  return checks
}

function numberChecks(rules: readonly ConstraintRule[]): NumberChecks {
  let checks: NumberChecks = {}
  for (const rule of rules) {
    switch (rule.rule) {
      case 'min':
      case 'max':
      case 'greaterThan':
      case 'lessThan':
      case 'precision':
        checks = {...checks, [rule.rule]: rule.value}
        break
      case 'integer':
        checks = {...checks, integer: true}
        break
      case 'positive':
        // Sanity's positive() is min(0): zero passes.
        checks = {...checks, min: 0}
        break
      case 'negative':
        checks = {...checks, lessThan: 0}
        break
      default:
    }
  }
  return checks
}

function arrayChecks(rules: readonly ConstraintRule[]): ArrayChecks {
  let checks: ArrayChecks = {}
  for (const rule of rules) {
    if (rule.rule === 'min' || rule.rule === 'max' || rule.rule === 'length') {
      checks = {...checks, [rule.rule]: rule.value}
    }
    if (rule.rule === 'unique') checks = {...checks, unique: true}
  }
  return checks
}
