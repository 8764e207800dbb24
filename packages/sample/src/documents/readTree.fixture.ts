/** An object in a document tree, with the path that leads to it. */
export interface TreeEntry {
  readonly path: string
  readonly value: Readonly<Record<string, unknown>>
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Every object in a value, the outermost first. */
export function objectsIn(value: unknown, path = ''): readonly TreeEntry[] {
  if (Array.isArray(value))
    return value.flatMap((entry: unknown, index) => objectsIn(entry, `${path}[${index}]`))
  if (!isRecord(value)) return []
  return [
    {path, value},
    ...Object.entries(value).flatMap(([name, field]) => objectsIn(field, `${path}.${name}`)),
  ]
}

/** Every array in a value. */
export function arraysIn(value: unknown): readonly (readonly unknown[])[] {
  if (Array.isArray(value)) return [value, ...value.flatMap((entry: unknown) => arraysIn(entry))]
  return isRecord(value) ? Object.values(value).flatMap((field) => arraysIn(field)) : []
}

/** The ids that a value refers to. */
export function referencesIn(value: unknown): readonly string[] {
  return objectsIn(value).flatMap(({value: {_ref}}) => (typeof _ref === 'string' ? [_ref] : []))
}

/** Arrays of objects in which two entries have the same `_key`, or one has none. */
export function keyProblemsIn(value: unknown): readonly string[] {
  return arraysIn(value).flatMap((list) => {
    const keys = list.filter(isRecord).map((entry) => entry['_key'])
    const missing = keys.some((key) => typeof key !== 'string' || key === '')
    return missing || new Set(keys).size < keys.length ? [JSON.stringify(keys)] : []
  })
}

/** The words that stand under each claim mark of a text, by the key of the claim. */
export function claimedWordsIn(value: unknown): ReadonlyMap<string, string> {
  const words = new Map<string, string>()
  for (const {value: block} of objectsIn(value)) {
    if (block['_type'] !== 'block' || !Array.isArray(block['markDefs'])) continue
    for (const mark of block['markDefs'].filter(isRecord)) {
      const {_key, claimKey} = mark
      if (typeof claimKey !== 'string' || !Array.isArray(block['children'])) continue
      const spans = block['children']
        .filter(isRecord)
        .filter(({marks}) => Array.isArray(marks) && marks.includes(_key))
      words.set(claimKey, spans.map(({text}) => text).join(''))
    }
  }
  return words
}
