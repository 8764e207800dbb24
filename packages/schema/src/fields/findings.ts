import type {Path} from '@sanity/types'

/** A sentence for the editor, and where in the value it belongs. */
export interface Finding {
  message: string
  path: Path
}

/** What a custom rule gives: `true` when nothing was found. */
export function findings(list: readonly Finding[]): true | Finding[] {
  return list.length === 0 || [...list]
}

/** The path to an entry of a list, by its key where it has one. */
export function entryPath(entry: Record<string, unknown>, index: number, ...inner: string[]): Path {
  const key = entry['_key']
  return [typeof key === 'string' ? {_key: key} : index, ...inner]
}
