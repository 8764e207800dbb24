import type {NumberChecks, StringChecks, Type} from '../types/type.ts'
import {members} from '../types/union.ts'
import {printRegExp, printString} from './literals.ts'
import {printBounds, printValues} from './matcherText.ts'
import {uriPattern} from './uriPattern.ts'

/** What a matcher may need from the module it stands in. */
export interface MatcherContext {
  /** A constant of the module with this value; gives its name. */
  readonly constant: (value: string) => string
  /** A function that generated modules share; gives its name. */
  readonly use: (name: string) => string
}

/** What a scalar, or one of several, may be, in the notation of `MATCHER_SOURCES`. */
export function scalarMatcher(type: Type, context: MatcherContext): string {
  const list = members(type)
  const literals = list.flatMap((member) =>
    'value' in member && member.value !== undefined ? [member.value] : [],
  )
  const open = list.filter((member) => !('value' in member) || member.value === undefined)
  const parts = open.map((member) => matchOne(member, context))
  if (literals.length > 0) parts.unshift(printValues(literals))
  const [only] = parts
  if (parts.length < 2) return only ?? arrow(['false'])
  return `${context.use('isEither')}(${parts.join(', ')})`
}

function matchOne(type: Type, context: MatcherContext): string {
  switch (type.kind) {
    case 'unknown':
      return arrow(['v !== undefined'])
    case 'null':
      return arrow(['v === null'])
    case 'boolean':
      return context.use('isBoolean')
    case 'number':
      return matchNumber(type.checks ?? {}, context)
    case 'string':
      return matchString(type.checks ?? {}, context)
    case 'datetime':
    case 'path':
      return context.use('isString')
    default:
      return arrow(['false'])
  }
}

function matchNumber(checks: NumberChecks, {use}: MatcherContext): string {
  const {integer, min, max, greaterThan, lessThan, precision} = checks
  const isBounded = min !== undefined || max !== undefined
  const bounds = printBounds(min ?? (integer ? undefined : -Infinity), max, '-Infinity').join(', ')
  const plain =
    isBounded || integer ? `${use(integer ? 'isWhole' : 'isBetween')}(${bounds})` : use('isNumber')
  if (greaterThan === undefined && lessThan === undefined && precision === undefined) return plain
  return arrow([
    integer ? 'Number.isInteger(v)' : `${use('isNumber')}(v)`,
    ...(min === undefined ? [] : [`v >= ${min}`]),
    ...(max === undefined ? [] : [`v <= ${max}`]),
    ...(greaterThan === undefined ? [] : [`v > ${greaterThan}`]),
    ...(lessThan === undefined ? [] : [`v < ${lessThan}`]),
    ...(precision === undefined ? [] : [`${use('isPrecise')}(v, ${precision})`]),
  ])
}

function matchString(checks: StringChecks, context: MatcherContext): string {
  const {filled, max, length, patterns = [], email, uri, uppercase, lowercase, time} = checks
  const least = Math.max(filled ? 1 : 0, checks.min ?? 0)
  const rules = [email, uri, uppercase, lowercase, time, ...patterns].filter(Boolean)
  const isPlainLength = filled === true || least < 2
  if (rules.length === 0 && isPlainLength)
    return matchText(Math.max(least, length ?? 0), lower(length, max), context)
  const onlyPattern = rules.length === 1 && least < 2 && max === undefined && length === undefined
  if (onlyPattern && time) return context.use('isTime')
  return (onlyPattern ? plainPattern(checks) : undefined) ?? arrow(conditions(checks, least, context))
}

function lower(left: number | undefined, right: number | undefined): number | undefined {
  return left === undefined || right === undefined ? (left ?? right) : Math.min(left, right)
}

function matchText(least: number, most: number | undefined, {use}: MatcherContext): string {
  if (most === undefined && least < 2) return use(least === 1 ? 'isFilled' : 'isString')
  return `${use('isText')}(${most ?? Infinity}${least === 1 ? '' : `, ${least}`})`
}

/** The one rule of a text as a pattern, where that says it all. */
function plainPattern({filled, uri, patterns = []}: StringChecks): string | undefined {
  const [pattern] = patterns
  const source = uri ? uriPattern(uri, filled === true) : pattern?.source
  if (source === undefined || pattern?.invert) return undefined
  const regExp = new RegExp(source, uri ? 'iu' : pattern?.flags.replaceAll(/[gy]/gu, ''))
  return filled && regExp.test('') ? undefined : String(regExp)
}

/** The first condition sees to it that the value is a string. */
function conditions(checks: StringChecks, least: number, {constant, use}: MatcherContext): string[] {
  const result = [`${use(checks.filled ? 'isFilled' : 'isString')}(v)`]
  if (least > 1) result.push(checks.filled ? `v.length >= ${least}` : `(v === '' || v.length >= ${least})`)
  if (checks.max !== undefined) result.push(`v.length <= ${checks.max}`)
  if (checks.length !== undefined) result.push(`v.length === ${checks.length}`)
  if (checks.uri) {
    const schemes = constant(`[${checks.uri.schemes.map(printString).join(', ')}]`)
    result.push(`${use('isUri')}(v, ${schemes}, ${checks.uri.allowRelative})`)
  }
  for (const {source, flags, invert} of checks.patterns ?? []) {
    const regExp = constant(printRegExp(source, flags.replaceAll(/[gy]/gu, '')))
    result.push(`${invert ? '!' : ''}${regExp}.test(v)`)
  }
  if (checks.email) result.push(`${use('isEmail')}(v)`)
  if (checks.uppercase) result.push('v === v.toLocaleUpperCase()')
  if (checks.lowercase) result.push('v === v.toLocaleLowerCase()')
  if (checks.time) result.push(`${use('isTime')}(v)`)
  return result
}

/** What the notation has no word for is a function of its own. */
function arrow(all: readonly string[]): string {
  const condition = all.join(' && ')
  const parameter = /\bv\b/u.test(condition) ? 'v' : '_v'
  return `(${parameter}: any): ${parameter} is any => ${condition}`
}
