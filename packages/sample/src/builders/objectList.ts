type Fields = Readonly<Record<string, unknown>>

/** An array of objects of one named type, with keys that count from 1 unless an entry brings its own. */
export function objectList(type: string, entries: readonly Fields[]): readonly Fields[] {
  return entries.map((fields, index) => ({_key: `${type}-${index + 1}`, _type: type, ...fields}))
}
