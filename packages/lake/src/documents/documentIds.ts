import {LakeError} from '../errors/LakeError.ts'

const DRAFTS = 'drafts.'
const VERSIONS = 'versions.'

// "Document IDs may contain a-zA-Z0-9._-, must not begin with a dash or a dot, at most 128 characters"
// (Sanity docs, Document IDs). Releases and other system documents begin with `_.`.
const VALID_ID = /^(?!-|\.)(?!.*\.\.)[a-zA-Z0-9._-]{1,128}$/

/** What an id says about its document: the published one, its draft, or a version of it in a release. */
export type IdParts =
  | {kind: 'published'; publishedId: string}
  | {kind: 'draft'; publishedId: string}
  | {kind: 'version'; publishedId: string; release: string}

/** Reads `drafts.<id>` and `versions.<release>.<id>`. */
export function parseDocumentId(id: string): IdParts {
  if (id.startsWith(DRAFTS)) return {kind: 'draft', publishedId: id.slice(DRAFTS.length)}
  if (id.startsWith(VERSIONS)) {
    const rest = id.slice(VERSIONS.length)
    const dot = rest.indexOf('.')
    if (dot > 0) return {kind: 'version', release: rest.slice(0, dot), publishedId: rest.slice(dot + 1)}
  }
  return {kind: 'published', publishedId: id}
}

/** The id a document has once published. */
export function publishedIdOf(id: string): string {
  return parseDocumentId(id).publishedId
}

/** The id of the draft of a published id. */
export function draftIdOf(publishedId: string): string {
  return DRAFTS + publishedId
}

/** The id of a version of a published id in a release. */
export function versionIdOf(release: string, publishedId: string): string {
  return `${VERSIONS}${release}.${publishedId}`
}

/** True for ids that are neither drafts nor versions. */
export function isPublishedId(id: string): boolean {
  return parseDocumentId(id).kind === 'published'
}

/**
 * True for documents that anybody may read in a public dataset.
 * "Documents under a sub-path, with a dot in the id, are never public" (Sanity docs, Access control).
 */
export function isPublicId(id: string): boolean {
  return !id.includes('.')
}

/**
 * Checks an id that is about to be written.
 * @throws LakeError `badRequest` naming the id and the rule.
 */
export function assertValidId(id: unknown): asserts id is string {
  if (typeof id === 'string' && VALID_ID.test(id) && !id.endsWith('.')) return
  const description = `Document ID ${JSON.stringify(id)} is not valid: use 1 to 128 of a-z, A-Z, 0-9, "_", "-" and ".", not beginning with "-" or ".", without two dots in a row.`
  throw new LakeError('badRequest', `The mutation(s) failed: ${description}`, {
    details: {type: 'mutationError', items: [{error: {type: 'validationError', description, id}, index: 0}]},
  })
}
