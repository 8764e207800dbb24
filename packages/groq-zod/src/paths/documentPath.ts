/**
 * Where the fields of a result stand in documents, as far as they stand elsewhere than their names say: from the object
 * around, in Sanity's path syntax. An object tells of the fields within; its `''` is its own place. `[]` is the item that
 * the result's index names. What follows `[*]` (an item that the result does not name), `->` (another document) or `*`
 * (no place) cannot be said.
 */
export interface ResultPaths {
  readonly [field: string]: string | ResultPaths
}

/** A place, and what is to be said of the fields within it. */
export interface Origin {
  readonly path: string
  readonly inside?: ResultPaths
}

export const NOWHERE = '*'

/** A path from which nothing further can be said. */
export function isEnded(path: string): boolean {
  return path.endsWith(NOWHERE) || path.includes('[*]') || path.includes('->')
}

/** The field of a place. */
export function fieldOf(path: string, name: string): string {
  if (isEnded(path)) return path
  return path === '' ? name : `${path}.${name}`
}

/** The item that stands at an index of a list. */
export function itemAt(path: string, index: number): string {
  return isEnded(path) || path === '' ? path : `${path}[${index}]`
}

/** The item of a list that the result's index names. */
export function itemOf(path: string): string {
  if (isEnded(path)) return path
  return path.includes('[]') ? someItemOf(path) : `${path}[]`
}

/** An item of a list that was filtered, sorted or flattened. */
export function someItemOf(path: string): string {
  if (path.includes('[]')) return path.replace(/\[\](?:(?!->).)*/u, '[*]')
  return isEnded(path) || path === '' ? path : `${path}[*]`
}
