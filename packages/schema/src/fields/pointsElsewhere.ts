import {isRecord} from './isRecord.ts'
import {refOf} from './refOf.ts'

/** Holds unless a reference points at the document that it stands in. */
export function pointsElsewhere(reference: unknown, document: unknown): true | string {
  const target = refOf(reference)
  if (target === undefined || !isRecord(document) || typeof document['_id'] !== 'string') return true
  return publishedId(document['_id']) !== target || 'This points at itself. Choose another.'
}

function publishedId(id: string): string {
  return id.replace(/^drafts\.|^versions\.[^.]+\./, '')
}
