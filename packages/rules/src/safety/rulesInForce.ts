import {isInForce} from './isInForce.ts'
import type {Contraindication, ScreeningData} from './screeningContent.ts'

/**
 * The rules that hold at an instant.
 *
 * @throws TypeError when `asOf` is not an ISO 8601 date-time.
 */
export function rulesInForce({contraindications}: ScreeningData, asOf: string): Contraindication[] {
  if (Number.isNaN(Date.parse(asOf))) {
    throw new TypeError(`asOf must be an ISO 8601 date-time such as 2026-11-24T09:00:00Z, not “${asOf}”.`)
  }
  return contraindications.filter((rule) => isInForce(rule, asOf))
}
