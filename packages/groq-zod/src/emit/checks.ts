import type {ArrayChecks, NumberChecks, StringChecks} from '../types/type.ts'
import {printRegExp, printString} from './literals.ts'

type Use = (name: string) => void

/** Rules on a string, as calls of zod's checks. An empty string passes every rule of Sanity's but `required`. */
export function stringChecks(checks: StringChecks | undefined, use: Use): string[] {
  if (!checks) return []
  const result: string[] = []
  const least = Math.max(checks.filled ? 1 : 0, checks.min ?? 0)
  if (least > 0) {
    if (checks.filled || least <= 1) result.push(...(checks.filled ? [`z.minLength(${least})`] : []))
    else result.push(call(use, 'emptyOrMinLength', String(least)))
  }
  if (checks.max !== undefined) result.push(`z.maxLength(${checks.max})`)
  if (checks.length !== undefined) result.push(`z.length(${checks.length})`)
  for (const pattern of checks.patterns ?? []) {
    const regExp = printRegExp(pattern.source, pattern.flags.replaceAll(/[gy]/gu, ''))
    result.push(pattern.invert ? call(use, 'notMatching', regExp) : `z.regex(${regExp})`)
  }
  if (checks.email) result.push(call(use, 'email', ''))
  if (checks.uri) {
    const schemes = checks.uri.schemes.map(printString).join(', ')
    result.push(call(use, 'uri', `[${schemes}], ${checks.uri.allowRelative}`))
  }
  if (checks.uppercase) result.push(call(use, 'uppercase', ''))
  if (checks.lowercase) result.push(call(use, 'lowercase', ''))
  if (checks.time) result.push(call(use, 'time', ''))
  return result
}

export function numberChecks(checks: NumberChecks | undefined, use: Use): string[] {
  if (!checks) return []
  const result: string[] = []
  if (checks.integer) result.push('z.multipleOf(1)')
  if (checks.min !== undefined) result.push(`z.gte(${checks.min})`)
  if (checks.max !== undefined) result.push(`z.lte(${checks.max})`)
  if (checks.greaterThan !== undefined) result.push(`z.gt(${checks.greaterThan})`)
  if (checks.lessThan !== undefined) result.push(`z.lt(${checks.lessThan})`)
  if (checks.precision !== undefined) result.push(call(use, 'precision', String(checks.precision)))
  return result
}

export function arrayChecks(checks: ArrayChecks | undefined, use: Use): string[] {
  if (!checks) return []
  const result: string[] = []
  if (checks.min !== undefined) result.push(`z.minLength(${checks.min})`)
  if (checks.max !== undefined) result.push(`z.maxLength(${checks.max})`)
  if (checks.length !== undefined) result.push(`z.length(${checks.length})`)
  if (checks.unique) result.push(call(use, 'uniqueItems', ''))
  return result
}

function call(use: Use, name: string, args: string): string {
  use(name)
  return `${name}(${args})`
}
