import {ROUTE_PERMISSIONS} from '../access/routePermissions.ts'

/** What a log and a figure may say of an address: its route, and the path without anything that a client put into it. */
export type PathDescription = {route: string; path: string}

const VERSION = /^v(\d{4}-\d{2}-\d{2}|\d|[xX])$/

// The patterns of each number of segments, so that few are compared.
const PATTERNS = new Map<number, string[][]>()
for (const key of Object.keys(ROUTE_PERMISSIONS)) {
  const segments = (key.split(' ')[1] ?? '').split('/')
  const list = PATTERNS.get(segments.length) ?? []
  list.push(segments)
  PATTERNS.set(segments.length, list)
}

/**
 * Describes the path of a request. Ids, names and whatever else stands in it are left as `:ids`, `:file` and so on; the
 * version and a dataset that there is are told. What is no route is told as `(unknown)`: it could hold anything.
 */
export function describePath(target: string, isDataset: (name: string) => boolean): PathDescription {
  const given = (target.split('?', 1)[0] ?? '').split('/')
  const pattern = (PATTERNS.get(given.length) ?? []).find((segments) =>
    segments.every((segment, index) => fits(segment, given[index] ?? '')),
  )
  if (!pattern) return {route: '(unknown)', path: '(unknown)'}
  const told = pattern.map((segment, index) => {
    const isTold = segment === ':version' || (segment === ':dataset' && isDataset(given[index] ?? ''))
    return isTold ? (given[index] ?? '') : segment
  })
  return {route: pattern.join('/'), path: told.join('/')}
}

function fits(segment: string, given: string): boolean {
  if (segment === ':version') return VERSION.test(given)
  return segment.startsWith(':') ? given !== '' : segment === given
}
