/** A value that GROQ tells from others when it orders. */
export type Scalar = number | string | boolean

/** A value as an index holds it; what is neither number, text nor boolean sorts behind all others, in no order. */
export type FieldValue = Scalar | {isDefined: boolean}

/** GROQ's total order of types (GROQ specification, TotalCompare): numbers, texts, booleans, then everything else. */
export function rankOf(value: FieldValue): number {
  if (typeof value === 'number') return 0
  if (typeof value === 'string') return 1
  return typeof value === 'boolean' ? 2 : 3
}

/** Compares as GROQ orders; equal for values between which `order()` sees no difference. */
export function compareValues(left: FieldValue, right: FieldValue): number {
  if (typeof left === 'object' || typeof right === 'object') return rankOf(left) - rankOf(right)
  if (typeof left !== typeof right) return rankOf(left) - rankOf(right)
  return left < right ? -1 : Number(left > right)
}

export function isScalar(value: unknown): value is Scalar {
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean'
}

/** Turns any member of a document into what the index holds. */
export function toFieldValue(value: unknown): FieldValue {
  return isScalar(value) ? value : {isDefined: value !== null && value !== undefined}
}
