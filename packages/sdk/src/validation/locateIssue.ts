import {isRecord} from '../core.ts'

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

const NOWHERE = {documentId: null, documentType: null, itemId: null, itemType: null}

/**
 * Follows an issue's path through a result to the innermost document: a result holds whole documents that
 * it refers to, and the one to mend is the one that holds the field.
 */
export function locateIssue(result: unknown, path: readonly PropertyKey[]): IssueLocation {
  let location: IssueLocation = {...NOWHERE, path: '', value: result}
  if (isRecord(result)) location = enter(result, location)
  for (const segment of path) {
    const value = childOf(location.value, segment)
    const next = {...location, path: location.path + formatSegment(segment, value, location.path), value}
    location = isRecord(value) ? enter(value, next) : next
  }
  return location
}

function enter(value: Record<string, unknown>, location: IssueLocation): IssueLocation {
  const {_id: id, _type: type} = value
  if (typeof id !== 'string') return location
  const document = {documentId: id, documentType: typeof type === 'string' ? type : null}
  const item = location.itemId === null ? {itemId: id, itemType: document.documentType} : location
  return {itemId: item.itemId, itemType: item.itemType, ...document, path: '', value}
}

/** What stands under one step of a path. */
export function childOf(value: unknown, segment: PropertyKey): unknown {
  if (Array.isArray(value) && typeof segment === 'number') return value[segment]
  return isRecord(value) && typeof segment === 'string' ? value[segment] : undefined
}

// Array members are named by their key where they have one: an index moves when an editor reorders.
function formatSegment(segment: PropertyKey, value: unknown, before: string): string {
  if (typeof segment === 'number') {
    return isRecord(value) && typeof value['_key'] === 'string'
      ? `[_key=="${value['_key']}"]`
      : `[${segment}]`
  }
  return before ? `.${String(segment)}` : String(segment)
}
