import type {SanityDocumentLike} from 'sanity'

const SECTIONS = new Map([
  ['article', 'articles'],
  ['exercise', 'exercises'],
])

/** The page of the site that shows a document; undefined for what has no page, or no slug yet. */
export function siteAddressOf(document: SanityDocumentLike, siteUrl: string): string | undefined {
  const section = SECTIONS.get(document._type)
  const slug = currentOf(document['slug'])
  return section && slug ? `${siteUrl}/${section}/${encodeURIComponent(slug)}` : undefined
}

function currentOf(slug: unknown): string | undefined {
  const current = typeof slug === 'object' && slug !== null && 'current' in slug ? slug.current : undefined
  return typeof current === 'string' ? current : undefined
}
