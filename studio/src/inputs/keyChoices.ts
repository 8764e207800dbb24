/** An entry of a list, as a choice. */
export interface KeyChoice {
  key: string
  title: string
}

/** The entries of a list as choices; entries without a key cannot be chosen. */
export function keyChoices(list: unknown, label: string): KeyChoice[] {
  if (!Array.isArray(list)) return []
  return list.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return []
    const key: unknown = Reflect.get(entry, '_key')
    const title: unknown = Reflect.get(entry, label)
    if (typeof key !== 'string') return []
    return [{key, title: typeof title === 'string' && title !== '' ? title : 'Untitled'}]
  })
}
