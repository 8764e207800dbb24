import type {ResultPaths} from './contentQuery.ts'

/** How far the place of a value in its document is known. */
export interface PathSoFar {
  /** Sanity path. */
  readonly path: string
  /** What follows the item that comes next. */
  readonly afterItem: string
  /** Whether nothing can be said of what lies within. */
  readonly isEnded: boolean
  /** Where the fields within stand. */
  readonly paths: ResultPaths
}

/** The start of a document. */
export function atStart(paths: ResultPaths): PathSoFar {
  return {path: '', afterItem: '', isEnded: false, paths}
}

/** A field, by its name in the result. */
export function atField(before: PathSoFar, name: string): PathSoFar {
  const entry = Object.hasOwn(before.paths, name) ? before.paths[name] : undefined
  const [own, paths] = typeof entry === 'string' ? [entry, {}] : [entry?.[''], entry ?? {}]
  const [list = '', afterItem = ''] = (typeof own === 'string' ? own : name).split('[]')
  return {...extended(before, list), afterItem, paths}
}

/** An item of a list; by its key where it has one: an index moves when an editor reorders. */
export function atItem(before: PathSoFar, index: number, key: unknown): PathSoFar {
  const item = extended(before, typeof key === 'string' ? `[_key=="${key}"]` : `[${index}]`)
  return {...extended(item, before.afterItem), afterItem: ''}
}

// What `groq-zod` writes where nothing further can be said: another document, an item of a list that the result does not
// name, no place at all.
const END = /->|\[\*\]|\*$/u

function extended(before: PathSoFar, steps: string): PathSoFar {
  if (before.isEnded) return before
  const [known = '', end] = steps.startsWith('[_key') ? [steps] : steps.split(END)
  const separator = before.path && known && !/^[.[]/u.test(known) ? '.' : ''
  return {...before, path: before.path + separator + known, isEnded: end !== undefined}
}
