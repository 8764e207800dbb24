/**
 * Length of a value's JSON text, or some number above `limit` once it is known to be longer: telling that a whole
 * article is larger than a small patch must not cost writing it out.
 */
export function jsonLength(value: unknown, limit = Infinity): number {
  if (typeof value === 'string') return value.length > limit ? value.length : JSON.stringify(value).length
  if (typeof value !== 'object' || value === null) return String(value).length
  // Brackets, and a comma between two members.
  let length = 1
  if (Array.isArray(value)) {
    for (const item of value) {
      length += 1 + jsonLength(item, limit - length)
      if (length > limit) return length
    }
    return Math.max(length, 2)
  }
  for (const [key, child] of Object.entries(value)) {
    length += 2 + jsonLength(key) + jsonLength(child, limit - length)
    if (length > limit) return length
  }
  return Math.max(length, 2)
}
