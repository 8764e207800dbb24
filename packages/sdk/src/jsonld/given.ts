/**
 * One property, or none when there is no value: JSON-LD has no null, and an empty list says nothing.
 * Meant to be spread into a node.
 */
export function given<Key extends string, Value>(
  key: Key,
  value: Value | null | undefined,
): {readonly [K in Key]?: Value}
export function given(key: string, value: unknown): Readonly<Record<string, unknown>> {
  const isEmpty =
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  return isEmpty ? {} : {[key]: value}
}
