import {isJsonObject} from '../json/isJsonObject.ts'

/** `slug.current` of a document, where that is a text. */
export function slugOf(document: unknown): string | undefined {
  const slug = isJsonObject(document) ? document['slug'] : undefined
  const current = isJsonObject(slug) ? slug['current'] : undefined
  return typeof current === 'string' ? current : undefined
}
