import type {ArticleCitation} from '@spine-center/sdk'
import {formatCitation, toCslItem} from '@spine-center/sdk/citations'
import {checkUrl, html, joinMarkup, type Markup} from '@spine-center/sdk/html'

type Source = Pick<ArticleCitation, 'identifiers'> & Parameters<typeof toCslItem>[0]

/** A source in AMA style, with links to it. */
export function formatReference(citation: Source): Markup {
  const {runs} = formatCitation(toCslItem(citation), 'ama')
  const text = runs.map(({text: words, italic, link}) => {
    const href = checkUrl(link)
    const inner = italic ? html`<i>${words}</i>` : html`${words}`
    return href ? html`<a href="${href}">${inner}</a>` : inner
  })
  return joinMarkup([joinMarkup(text), pubMedLink(citation)], ' ')
}

/** Links to a source by its identifiers, for places that do not give the whole reference. */
export function sourceLinks(citation: Pick<Source, 'identifiers'>): readonly Markup[] {
  const {doi, url} = citation.identifiers ?? {}
  const address = checkUrl(doi ? `https://doi.org/${encodeURI(doi)}` : url)
  return [
    address && html`<a href="${address}">${doi ? `doi:${doi}` : 'Source'}</a>`,
    pubMedLink(citation),
  ].flatMap((link) => link || [])
}

function pubMedLink({identifiers}: Pick<Source, 'identifiers'>): Markup | null {
  const pmid = identifiers?.pmid
  return pmid ? html`<a href="https://pubmed.ncbi.nlm.nih.gov/${encodeURIComponent(pmid)}/">PubMed</a>` : null
}
