import {isRecord} from '../core.ts'
import type {ResultPaths} from './contentQuery.ts'
import {assetType} from './assetType.ts'
import {atField, atItem, atStart, type PathSoFar} from './pathSoFar.ts'

/** Where in the content an issue of a result lies. */
export interface IssueLocation {
  readonly documentId: string | null
  readonly documentType: string | null
  /** The outermost document on the way there. */
  readonly itemId: string | null
  readonly itemType: string | null
  /** Sanity path from that document. */
  readonly path: string
  /** What stands there. */
  readonly value: unknown
}

interface Place extends Omit<IssueLocation, 'path'> {
  readonly at: PathSoFar
}

const NOWHERE = {documentId: null, documentType: null, itemId: null, itemType: null}
const NO_PATHS: ResultPaths = {}

/**
 * Follows an issue's path through a result to the innermost document: a result holds whole documents that
 * it refers to, and the one to mend is the one that holds the field. A field that the query gave another name is
 * located under the one it has there, which `paths` knows.
 */
export function locateIssue(
  result: unknown,
  path: readonly PropertyKey[],
  paths: ResultPaths = NO_PATHS,
): IssueLocation {
  let place = enter({...NOWHERE, value: result, at: atStart(paths)})
  for (const segment of path) {
    const value = childOf(place.value, segment)
    const at =
      typeof segment === 'number'
        ? atItem(place.at, segment, isRecord(value) ? value['_key'] : null)
        : atField(place.at, String(segment))
    place = enter({...place, value, at})
  }
  const {at, ...location} = place
  return {...location, path: at.path}
}

function enter(place: Place): Place {
  const {value, at} = place
  if (!isRecord(value) || typeof value['_id'] !== 'string') return place
  const {_id: id, _type: type} = value
  const document = {documentId: id, documentType: typeof type === 'string' ? type : assetType(id)}
  const item = place.itemId === null ? {itemId: id, itemType: document.documentType} : null
  return {...place, ...item, ...document, at: atStart(at.paths)}
}

/** What stands under one step of a path. */
export function childOf(value: unknown, segment: PropertyKey): unknown {
  if (Array.isArray(value) && typeof segment === 'number') return value[segment]
  return isRecord(value) && typeof segment === 'string' ? value[segment] : undefined
}
