import type {CslItem, CslName} from './cslItem.ts'
import {longDate, readDate} from './dates.ts'
import {editionName} from './edition.ts'
import {shapeOf} from './itemShape.ts'
import type {ItemShape} from './itemShape.ts'
import {doiLabel, urlRun} from './links.ts'
import {shortName} from './names.ts'
import {fullPages} from './pages.ts'
import {italic, join, plain, sentence} from './runs.ts'
import type {Runs} from './runs.ts'

/**
 * AMA Manual of Style, 11th edition, chapter 3.
 *
 * The journal is printed by its short name where the item has one; no date is guessed to be “online”.
 */
export function formatAma(item: CslItem): Runs {
  const doi = doiLabel(item, 'doi:')
  const end = doi.length > 0 ? [doi] : [accessed(item), urlRun(item)]
  return join([...BODIES[shapeOf(item)](item).map(sentence), ...end], ' ')
}

const BODIES: Readonly<Record<ItemShape, (item: CslItem) => Runs[]>> = {
  article: (item) => [authors(item), plain(item.title), journal(item), plain(volumeLine(item))],
  periodical: (item) => [authors(item), plain(item.title), journal(item), plain(dateLine(item))],
  web: (item) => [authors(item), plain(item.title), siteName(item), plain(dateOf(item))],
  chapter: (item) => {
    const editors = listNames(item.editor)
    const role = (item.editor?.length ?? 0) > 1 ? 'eds' : 'ed'
    const book = join(
      [plain('In:'), plain(editors ? `${editors}, ${role}.` : ''), italic(item['container-title'])],
      ' ',
    )
    const line = [imprint(item), fullPages(item.page, '-')].filter(Boolean).join(':')
    return [authors(item), plain(item.title), book, edition(item), plain(line)]
  },
  book: (item) => [authors(item), italic(item.title), edition(item), plain(imprint(item))],
}

function authors(item: CslItem): Runs {
  return plain(listNames(item.author))
}

function journal(item: CslItem): Runs {
  return italic(item['container-title-short'] ?? item['container-title'])
}

function yearOf(item: CslItem): string | undefined {
  return readDate(item.issued)?.year
}

function dateOf(item: CslItem): string {
  const date = readDate(item.issued)
  return date ? longDate(date) : ''
}

/** `July 5, 2013:12-14`: magazines and newspapers. */
function dateLine(item: CslItem): string {
  return [dateOf(item), fullPages(item.page, '-')].filter(Boolean).join(':')
}

/** All of up to six authors, of more the first three and “et al” (AMA 3.7). */
function listNames(names: readonly CslName[] | undefined): string {
  const all = (names ?? []).map(shortName)
  return all.length > 6 ? [...all.slice(0, 3), 'et al'].join(', ') : all.join(', ')
}

/** `2013;27(3):207-214`, with what is missing left out. */
function volumeLine(item: CslItem): string {
  const volume = `${item.volume ?? ''}${item.issue ? `(${item.issue})` : ''}`
  const dated = [yearOf(item), volume].filter(Boolean).join(';')
  return [dated, fullPages(item.page, '-')].filter(Boolean).join(':')
}

function imprint(item: CslItem): string {
  return [item.publisher, yearOf(item)].filter(Boolean).join('; ')
}

function edition(item: CslItem): Runs {
  const name = editionName(item.edition)
  return plain(name === null ? '' : `${name} ed`)
}

/** The name of the site, unless the author is the site. */
function siteName(item: CslItem): Runs {
  const name = item['container-title'] ?? item.publisher
  return item.author?.some(({literal}) => literal === name) ? [] : plain(name)
}

function accessed(item: CslItem): Runs {
  const date = readDate(item.accessed)
  return item.URL && date ? plain(`Accessed ${longDate(date)}.`) : []
}
