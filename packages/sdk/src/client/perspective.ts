/**
 * Which versions of documents a read sees: what is published, published overlaid with drafts, overlaid
 * with the named releases in order, or every stored version as it is.
 */
export type Perspective = 'published' | 'drafts' | 'raw' | readonly string[]

/** Whether a perspective shows anything that is not public, and so asks for a token. */
export function seesUnpublished(perspective: Perspective = 'published'): boolean {
  return [perspective].flat().some((name) => name !== 'published')
}
