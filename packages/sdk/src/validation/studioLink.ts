/** The document and field that a link opens. */
export interface StudioLinkTarget {
  readonly id: string
  readonly type: string | null
  /** Sanity path; empty for the document. */
  readonly path: string
}

/** Builds the Studio's edit-intent address, `<studioUrl>/intent/edit/id=…;type=…;path=…`. */
export function studioLink(studioUrl: string, {id, type, path}: StudioLinkTarget): string {
  // The Studio opens a document by its published id and shows the draft over it.
  const publishedId = id.replace(/^(?:drafts|versions\.[^.]+)\./, '')
  const parts = [`id=${encodeURIComponent(publishedId)}`]
  if (type) parts.push(`type=${encodeURIComponent(type)}`)
  if (path) parts.push(`path=${encodeURIComponent(path)}`)
  return `${studioUrl.replace(/\/+$/, '')}/intent/edit/${parts.join(';')}`
}
