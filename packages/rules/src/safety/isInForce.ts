import {isRetired} from './isRetired.ts'
import {isAfter} from './reviewStateOf.ts'
import type {Contraindication} from './screeningContent.ts'

/**
 * Whether a rule holds at an instant: it is not retired, and its first day (from midnight UTC on) has begun. A
 * rule without a first day, or with one that is no date, has always begun.
 *
 * @param asOf - ISO 8601
 * @example isInForce({effectiveFrom: '2027-01-01'}, '2026-12-31T23:59:59Z') // false
 */
export function isInForce(
  rule: Pick<Contraindication, 'effectiveFrom' | 'retirement'>,
  asOf: string,
): boolean {
  return !isRetired(rule) && !isAfter(rule.effectiveFrom, asOf)
}
