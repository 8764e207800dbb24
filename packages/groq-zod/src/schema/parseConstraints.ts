import {GroqZodError} from '../GroqZodError.ts'
import type {ConstraintRule, Constraints} from './constraints.ts'

/**
 * Parses the text of a `constraints.json` and checks its form.
 *
 * @throws {@link GroqZodError} `constraints` naming the place that is wrong.
 */
export function parseConstraints(text: string, path: string): Constraints {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw new GroqZodError(
      'constraints',
      `${path} is not JSON: ${cause instanceof Error ? cause.message : ''}`,
      {cause},
    )
  }
  if (!isRecord(json) || json['version'] !== 1 || !isRecord(json['types'])) {
    throw new GroqZodError('constraints', `${path}: expected {"version": 1, "types": {…}}.`)
  }
  const types = Object.entries(json['types']).map(([type, paths]) => {
    if (!isRecord(paths)) throw new GroqZodError('constraints', `${path}: ${type}: expected paths.`)
    const rules = Object.entries(paths).map(([at, list]) => [at, readRules(list, `${path}: ${type}.${at}`)])
    return [type, Object.fromEntries(rules)]
  })
  return {version: 1, types: Object.fromEntries(types)}
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function readRules(list: unknown, place: string): ConstraintRule[] {
  if (!Array.isArray(list)) throw new GroqZodError('constraints', `${place}: expected a list of rules.`)
  return list.map((rule: unknown) => readRule(rule, place))
}

function readRule(rule: unknown, place: string): ConstraintRule {
  const fail = (expected: string): never => {
    throw new GroqZodError('constraints', `${place}: expected ${expected}, found ${JSON.stringify(rule)}.`)
  }
  if (!isRecord(rule)) return fail('a rule')
  const {rule: name, value} = rule
  switch (name) {
    case 'min':
    case 'max':
    case 'length':
    case 'greaterThan':
    case 'lessThan':
    case 'precision':
      return typeof value === 'number' ? {rule: name, value} : fail('a number as the value')
    case 'required':
    case 'optional':
    case 'integer':
    case 'positive':
    case 'negative':
    case 'email':
    case 'uppercase':
    case 'lowercase':
    case 'unique':
    case 'assetRequired':
    case 'date':
    case 'datetime':
      return {rule: name}
    case 'regex': {
      const {pattern, flags, invert} = rule
      if (typeof pattern !== 'string') return fail('a pattern')
      return {rule: name, pattern, flags: typeof flags === 'string' ? flags : '', invert: invert === true}
    }
    case 'uri': {
      const schemes: unknown = rule['schemes']
      if (!Array.isArray(schemes) || !schemes.every((scheme) => typeof scheme === 'string'))
        return fail('schemes')
      return {rule: name, schemes, allowRelative: rule['allowRelative'] === true}
    }
    case 'oneOf': {
      const values: unknown = rule['values']
      const isList =
        Array.isArray(values) && values.every((one) => typeof one === 'string' || typeof one === 'number')
      return isList ? {rule: name, values} : fail('values')
    }
    default:
      return fail('a rule that is known')
  }
}
