import type {ArrayChecks, NumberChecks, StringChecks, Type} from '../types/type.ts'
import {members} from '../types/union.ts'
import {printRegExp, printString} from './literals.ts'

/** What a condition may need from the module it stands in. */
export interface ConditionContext {
  /** A constant of the module with this value; gives its name. */
  readonly constant: (value: string) => string
  /** A check function; gives its name. */
  readonly use: (name: string) => string
}

/** More literals than this are looked up in a set. */
const MOST_COMPARED = 4

/** A JavaScript expression that is true when a value is a given scalar or one of several. */
export function matchScalar(type: Type, value: string, context: ConditionContext): string {
  const list = members(type)
  const literals = list.flatMap((member) =>
    'value' in member && member.value !== undefined
      ? [typeof member.value === 'string' ? printString(member.value) : String(member.value)]
      : [],
  )
  const open = list.filter((member) => !('value' in member) || member.value === undefined)
  const conditions =
    literals.length > MOST_COMPARED
      ? [`${context.constant(`new Set<unknown>([${literals.join(', ')}])`)}.has(${value})`]
      : literals.map((literal) => `${value} === ${literal}`)
  // Null first: it is the quickest to see.
  for (const member of open.toSorted((left) => (left.kind === 'null' ? -1 : 0))) {
    const all = matchOne(member, value, context)
    conditions.push(all.length > 1 && list.length > 1 ? `(${all.join(' && ')})` : all.join(' && '))
  }
  if (conditions.length === 0) return 'false'
  return conditions.length === 1 ? conditions.join('') : `(${conditions.join(' || ')})`
}

function matchOne(type: Type, value: string, context: ConditionContext): string[] {
  switch (type.kind) {
    case 'unknown':
      return [`${value} !== undefined`]
    case 'null':
      return [`${value} === null`]
    case 'boolean':
      return [`${context.use('isBoolean')}(${value})`]
    case 'number':
      return [`${context.use('isNumber')}(${value})`, ...matchNumber(type.checks, value, context)]
    case 'string':
      return [`${context.use('isString')}(${value})`, ...matchString(type.checks, value, context)]
    case 'datetime':
    case 'path':
      return [`${context.use('isString')}(${value})`]
    default:
      return ['false']
  }
}

function matchNumber(checks: NumberChecks | undefined, value: string, context: ConditionContext): string[] {
  if (!checks) return []
  const result: string[] = []
  if (checks.integer) result.push(`Number.isInteger(${value})`)
  if (checks.min !== undefined) result.push(`${value} >= ${checks.min}`)
  if (checks.max !== undefined) result.push(`${value} <= ${checks.max}`)
  if (checks.greaterThan !== undefined) result.push(`${value} > ${checks.greaterThan}`)
  if (checks.lessThan !== undefined) result.push(`${value} < ${checks.lessThan}`)
  if (checks.precision !== undefined)
    result.push(`${context.use('isPrecise')}(${value}, ${checks.precision})`)
  return result
}

function matchString(checks: StringChecks | undefined, value: string, context: ConditionContext): string[] {
  if (!checks) return []
  const result: string[] = []
  const least = Math.max(checks.filled ? 1 : 0, checks.min ?? 0)
  if (checks.filled) result.push(least === 1 ? `${value} !== ''` : `${value}.length >= ${least}`)
  else if (least > 1) result.push(`(${value} === '' || ${value}.length >= ${least})`)
  if (checks.max !== undefined) result.push(`${value}.length <= ${checks.max}`)
  if (checks.length !== undefined) result.push(`${value}.length === ${checks.length}`)
  for (const pattern of checks.patterns ?? []) {
    const regExp = context.constant(printRegExp(pattern.source, pattern.flags.replaceAll(/[gy]/gu, '')))
    result.push(`${pattern.invert ? '!' : ''}${regExp}.test(${value})`)
  }
  if (checks.email) result.push(`${context.use('isEmail')}(${value})`)
  if (checks.uri) {
    const schemes = context.constant(`[${checks.uri.schemes.map(printString).join(', ')}]`)
    result.push(`${context.use('isUri')}(${value}, ${schemes}, ${checks.uri.allowRelative})`)
  }
  if (checks.uppercase) result.push(`${value} === ${value}.toLocaleUpperCase()`)
  if (checks.lowercase) result.push(`${value} === ${value}.toLocaleLowerCase()`)
  if (checks.time) result.push(`${context.use('isTime')}(${value})`)
  return result
}

/** Conditions on an array that is known to be one. */
export function matchArrayChecks(
  checks: ArrayChecks | undefined,
  value: string,
  use: (name: string) => string,
): string[] {
  if (!checks) return []
  const result: string[] = []
  if (checks.min !== undefined) result.push(`${value}.length >= ${checks.min}`)
  if (checks.max !== undefined) result.push(`${value}.length <= ${checks.max}`)
  if (checks.length !== undefined) result.push(`${value}.length === ${checks.length}`)
  if (checks.unique) result.push(`${use('isUnique')}(${value})`)
  return result
}
