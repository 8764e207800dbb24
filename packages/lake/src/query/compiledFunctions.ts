/** Functions of one argument by namespace and name, on JSON values. */
export const COMPILED_FUNCTIONS: Record<string, (value: unknown) => unknown> = {
  'global::defined': (value) => value !== null,
  'global::count': (value) => (Array.isArray(value) ? value.length : null),
  'global::length': (value) =>
    typeof value === 'string' ? countCharacters(value) : Array.isArray(value) ? value.length : null,
  'global::string': (value) =>
    ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : null,
  'global::lower': (value) => (typeof value === 'string' ? value.toLowerCase() : null),
  'global::upper': (value) => (typeof value === 'string' ? value.toUpperCase() : null),
}

// A character beyond the basic plane is two units, of which groq-js counts the second.
function countCharacters(text: string): number {
  let count = 0
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    if (unit < 0xd8_00 || unit > 0xdb_ff) count += 1
  }
  return count
}
