import type {Perspective} from '../client/perspective.ts'

/** A document as an export holds it. */
export interface TestDocument {
  readonly _id: string
  readonly _type: string
  readonly [field: string]: unknown
}

const DRAFT = /^drafts\.(.+)$/
const VERSION = /^versions\.([^.]+)\.(.+)$/

/**
 * The documents as a perspective shows them (Sanity docs, perspectives): `published` leaves drafts and
 * versions out; `drafts` lays drafts over what is published; a stack of releases lays each over the next,
 * first name on top, and over what is published. Overlaid documents carry the published id, and their own
 * as `_originalId`. `raw` shows everything as it is stored.
 */
export function overlayDocuments(
  documents: readonly TestDocument[],
  perspective: Perspective,
): readonly TestDocument[] {
  if (perspective === 'raw') return documents
  const layers = typeof perspective === 'string' ? [perspective] : perspective
  const shown = new Map<string, TestDocument>()
  for (const layer of [...layers.filter((name) => name !== 'published'), 'published']) {
    for (const document of documents) {
      const id = idInLayer(document['_id'], layer)
      if (id !== null && !shown.has(id)) shown.set(id, {...document, _id: id, _originalId: document['_id']})
    }
  }
  return [...shown.values()]
}

function idInLayer(id: string, layer: string): string | null {
  const draft = DRAFT.exec(id)
  if (draft) return layer === 'drafts' ? (draft[1] ?? null) : null
  const version = VERSION.exec(id)
  if (version) return version[1] === layer ? (version[2] ?? null) : null
  return layer === 'published' ? id : null
}
