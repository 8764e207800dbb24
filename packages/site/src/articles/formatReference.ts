import type {ArticleCitation} from '@spine-center/sdk'
import {checkUrl, html, joinMarkup, type Markup} from '@spine-center/sdk/html'

type Source = Pick<
  ArticleCitation,
  | 'authors'
  | 'title'
  | 'containerTitle'
  | 'issued'
  | 'volume'
  | 'issue'
  | 'page'
  | 'publisher'
  | 'identifiers'
>

/** A source with links to it. */
export function formatReference(citation: Source): Markup {
  const authors = (citation.authors ?? []).map(
    ({family, given, literal}) => literal ?? [family, initials(given)].filter(Boolean).join(' '),
  )
  const volume = citation.volume ? `;${citation.volume}${citation.issue ? `(${citation.issue})` : ''}` : ''
  const page = citation.page ? `:${citation.page}` : ''
  const parts = [
    authors.length > 0 && html`${authors.join(', ')}.`,
    html`${citation.title}.`,
    citation.containerTitle && html`<i>${citation.containerTitle}</i>.`,
    html`${citation.issued?.year}${volume}${page}.`,
    ...sourceLinks(citation),
  ]
  return joinMarkup(parts, ' ')
}

function initials(given: string | null | undefined): string {
  return (given ?? '')
    .split(/[\s.-]+/u)
    .map((name) => name.charAt(0))
    .join('')
}

/** Links to a source by each of its identifiers. */
export function sourceLinks({identifiers}: Pick<Source, 'identifiers'>): readonly Markup[] {
  const addresses: readonly (readonly [label: string, address: string | null | undefined])[] = [
    [`doi:${identifiers?.doi ?? ''}`, identifiers?.doi && `https://doi.org/${encodeURI(identifiers.doi)}`],
    [
      'PubMed',
      identifiers?.pmid && `https://pubmed.ncbi.nlm.nih.gov/${encodeURIComponent(identifiers.pmid)}/`,
    ],
    ['Source', identifiers?.url],
  ]
  return addresses.flatMap(([label, address]) => {
    const href = checkUrl(address)
    return href ? [html`<a href="${href}">${label}</a>`] : []
  })
}
