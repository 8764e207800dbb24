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

/** A JavaScript expression that is true when a value is a given scalar or one of several. */
export function matchScalar(type: Type, value: string, context: ConditionContext): string {
  const list = members(type)
  const literals = list.flatMap((member) =>
    'value' in member && member.value !== undefined ? [member.value] : [],
  )
  const open = list.filter((member) => !('value' in member) || member.value === undefined)
  const conditions = open.map((member) => {
    const all = matchOne(member, value, context)
    return all.length > 1 && list.length > 1 ? `(${all.join(' && ')})` : all.join(' && ')
  })
  if (literals.length > 0) conditions.unshift(matchLiterals(literals, value, context))
  if (conditions.length === 0) return 'false'
  return conditions.length === 1 ? conditions.join('') : `(${conditions.join(' || ')})`
}

function matchLiterals(
  literals: readonly (string | number | boolean)[],
  value: string,
  context: ConditionContext,
): string {
  const [only] = literals
  if (literals.length === 1) return `${value} === ${typeof only === 'string' ? printString(only) : only}`
  const texts = literals.filter((literal) => typeof literal === 'string')
  const set =
    texts.length === literals.length
      ? printWords(texts, context)
      : context.constant(`new Set<unknown>([${literals.map((one) => JSON.stringify(one)).join(', ')}])`)
  return `${context.use('isOneOf')}(${value}, ${set})`
}

/** The name of a constant set of strings; as one text where it can be, which is smaller. */
export function printWords(texts: readonly string[], context: ConditionContext): string {
  const isPlain = texts.length > 0 && texts.every((text) => /^\S+$/u.test(text))
  if (isPlain) return context.constant(`${context.use('words')}(${printString(texts.join(' '))})`)
  return context.constant(`new Set<unknown>([${texts.map(printString).join(', ')}])`)
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
      return matchNumber(type.checks ?? {}, value, context)
    case 'string':
      return matchString(type.checks ?? {}, value, context)
    case 'datetime':
    case 'path':
      return [`${context.use('isString')}(${value})`]
    default:
      return ['false']
  }
}

function matchNumber(checks: NumberChecks, value: string, context: ConditionContext): string[] {
  const {min, max} = checks
  const bounds = [
    ...(min === undefined && max === undefined ? [] : [min ?? '-Infinity']),
    ...(max === undefined ? [] : [max]),
  ]
  const plain = bounds.length === 0 ? 'isNumber' : 'isBetween'
  const result = [`${context.use(checks.integer ? 'isWhole' : plain)}(${[value, ...bounds].join(', ')})`]
  if (checks.greaterThan !== undefined) result.push(`${value} > ${checks.greaterThan}`)
  if (checks.lessThan !== undefined) result.push(`${value} < ${checks.lessThan}`)
  if (checks.precision !== undefined)
    result.push(`${context.use('isPrecise')}(${value}, ${checks.precision})`)
  return result
}

/** The first condition sees to it that the value is a string. */
function matchString(checks: StringChecks, value: string, context: ConditionContext): string[] {
  const result: string[] = []
  const least = Math.max(checks.filled ? 1 : 0, checks.min ?? 0)
  const isText = checks.filled === true && least === 1 && checks.max !== undefined
  if (isText) result.push(`${context.use('isText')}(${value}, ${checks.max})`)
  // What is a time, or alone an address, is a string, and a time is never empty.
  else if (checks.time && least < 2) result.push(`${context.use('isTime')}(${value})`)
  else if (checks.filled) result.push(`${context.use('isFilled')}(${value})`)
  else if (!checks.uri || least > 1) result.push(`${context.use('isString')}(${value})`)
  if (least > 1)
    result.push(
      checks.filled ? `${value}.length >= ${least}` : `(${value} === '' || ${value}.length >= ${least})`,
    )
  if (checks.uri) {
    const schemes = context.constant(`[${checks.uri.schemes.map(printString).join(', ')}]`)
    result.push(`${context.use('isUri')}(${value}, ${schemes}, ${checks.uri.allowRelative})`)
  }
  if (checks.max !== undefined && !isText) result.push(`${value}.length <= ${checks.max}`)
  if (checks.length !== undefined) result.push(`${value}.length === ${checks.length}`)
  for (const pattern of checks.patterns ?? []) {
    const regExp = context.constant(printRegExp(pattern.source, pattern.flags.replaceAll(/[gy]/gu, '')))
    result.push(`${pattern.invert ? '!' : ''}${regExp}.test(${value})`)
  }
  if (checks.email) result.push(`${context.use('isEmail')}(${value})`)
  if (checks.uppercase) result.push(`${value} === ${value}.toLocaleUpperCase()`)
  if (checks.lowercase) result.push(`${value} === ${value}.toLocaleLowerCase()`)
  if (checks.time && (isText || least > 1)) result.push(`${context.use('isTime')}(${value})`)
  return result
}

/** A JavaScript expression that is true when a value is a list of what `item` matches, within its limits. */
export function matchArray(
  checks: ArrayChecks | undefined,
  value: string,
  item: string,
  {use}: ConditionContext,
): string {
  const least = checks?.min === undefined ? '' : `, ${checks.min}`
  const list = use(checks?.unique ? 'isUniqueListOf' : 'isListOf')
  const result = [`${list}(${value}, ${item}${least})`]
  if (checks?.max !== undefined) result.push(`${value}.length <= ${checks.max}`)
  if (checks?.length !== undefined) result.push(`${value}.length === ${checks.length}`)
  return result.join(' && ')
}
