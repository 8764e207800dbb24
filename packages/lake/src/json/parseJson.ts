/** `JSON.parse` whose result must be narrowed before use. */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text)
  return value
}
