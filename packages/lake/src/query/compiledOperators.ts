/** Equality as groq-js has it: lists and objects are equal to nothing. */
export function isEqual(left: unknown, right: unknown): boolean {
  return left === right && (typeof left !== 'object' || left === null)
}

/** Less than, equal or greater than zero; null for what cannot be compared. */
function compare(left: unknown, right: unknown): number | null {
  if (typeof left === 'number' && typeof right === 'number') return left - right
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right)
  if (typeof left !== 'string' || typeof right !== 'string') return null
  return left < right ? -1 : Number(left > right)
}

function ordered(test: (order: number) => boolean): (left: unknown, right: unknown) => unknown {
  return (left, right) => {
    const order = compare(left, right)
    return order === null ? null : test(order)
  }
}

/** Comparisons by their sign, on JSON values; null where the values cannot be compared. */
export const COMPILED_OPERATORS: Record<string, (left: unknown, right: unknown) => unknown> = {
  '==': isEqual,
  '!=': (left, right) => !isEqual(left, right),
  '<': ordered((order) => order < 0),
  '<=': ordered((order) => order <= 0),
  '>': ordered((order) => order > 0),
  '>=': ordered((order) => order >= 0),
}
