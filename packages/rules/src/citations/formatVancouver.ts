import type {CslItem, CslName} from './cslItem.ts'
import {nlmDate, readDate} from './dates.ts'
import {editionName} from './edition.ts'
import {shapeOf} from './itemShape.ts'
import type {ItemShape} from './itemShape.ts'
import {doiLabel, urlRun} from './links.ts'
import {shortName} from './names.ts'
import {shortPages} from './pages.ts'
import {join, linked, plain, sentence} from './runs.ts'
import type {Runs} from './runs.ts'

/** Vancouver style as the ICMJE samples and NLM’s Citing Medicine, 2nd edition, give it; nothing is italic. */
export function formatVancouver(item: CslItem): Runs {
  const shape = shapeOf(item)
  const onlineOnly = shape !== 'web' && !item.DOI && item.URL ? [cited(item)] : []
  const identifiers = [sentence(doiLabel(item, 'doi: ')), sentence(pmid(item))]
  const address = item.DOI ? [] : join([plain(item.URL ? 'Available from:' : ''), urlRun(item)], ' ')
  return join(
    [...BODIES[shape](item).map(sentence), ...onlineOnly.map(sentence), ...identifiers, address],
    ' ',
  )
}

const BODIES: Readonly<Record<ItemShape, (item: CslItem) => Runs[]>> = {
  article: inPeriodical,
  periodical: inPeriodical,
  web: (item) => {
    const site = item['container-title'] ?? item.publisher
    const publisher = join([plain(item['publisher-place']), plain(site)], ': ')
    const dated = join([plain(dateOf(item)), cited(item)], ' ')
    const title = plain(item.title ? `${item.title} [Internet]` : '')
    return [authors(item), title, join([publisher, dated], '; ')]
  },
  chapter: (item) => {
    const editors = listNames(item.editor)
    const role = (item.editor?.length ?? 0) > 1 ? 'editors' : 'editor'
    const book = join(
      [plain('In:'), plain(editors ? `${editors}, ${role}.` : ''), plain(item['container-title'])],
      ' ',
    )
    const pages = shortPages(item.page)
    const ending = [edition(item), imprint(item), plain(pages ? `p. ${pages}` : '')]
    return [authors(item), plain(item.title), book, ...ending]
  },
  book: (item) => [authors(item), plain(item.title), edition(item), imprint(item)],
}

function inPeriodical(item: CslItem): Runs[] {
  const container = item['container-title-short'] ?? item['container-title']
  return [authors(item), plain(item.title), plain(container), plain(volumeLine(item))]
}

function authors(item: CslItem): Runs {
  return plain(listNames(item.author))
}

function dateOf(item: CslItem): string | undefined {
  const date = readDate(item.issued)
  return date ? nlmDate(date) : undefined
}

/** Up to six authors; of more the first six and “et al.” (ICMJE). */
function listNames(names: readonly CslName[] | undefined): string {
  const all = (names ?? []).map(shortName)
  return all.length > 6 ? [...all.slice(0, 6), 'et al'].join(', ') : all.join(', ')
}

function volumeLine(item: CslItem): string {
  const volume = `${item.volume ?? ''}${item.issue ? `(${item.issue})` : ''}`
  const dated = [dateOf(item), volume].filter(Boolean).join(';')
  return [dated, shortPages(item.page)].filter(Boolean).join(':')
}

function imprint(item: CslItem): Runs {
  const publisher = join([plain(item['publisher-place']), plain(item.publisher)], ': ')
  return join([publisher, plain(readDate(item.issued)?.year)], '; ')
}

function edition(item: CslItem): Runs {
  const name = editionName(item.edition)
  return plain(name === null ? '' : `${name} ed`)
}

function cited(item: CslItem): Runs {
  const date = readDate(item.accessed)
  return plain(date ? `[cited ${nlmDate(date)}]` : '')
}

function pmid({PMID: number}: CslItem): Runs {
  return number
    ? join([plain('PMID: '), linked(number, `https://pubmed.ncbi.nlm.nih.gov/${number}/`)], '')
    : []
}
