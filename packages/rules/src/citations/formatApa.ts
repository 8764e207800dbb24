import type {CslItem, CslName} from './cslItem.ts'
import {longDate, readDate} from './dates.ts'
import {editionName} from './edition.ts'
import {shapeOf} from './itemShape.ts'
import type {ItemShape} from './itemShape.ts'
import {doiAddress, urlRun} from './links.ts'
import {directName, invertedName} from './names.ts'
import {fullPages} from './pages.ts'
import {italic, join, linked, plain, sentence, textOf} from './runs.ts'
import type {Runs} from './runs.ts'

/** Publication Manual of the American Psychological Association, 7th edition, chapters 9 and 10. */
export function formatApa(item: CslItem): Runs {
  const authors = plain(listNames(item.author))
  const title = titleOf(item)
  const date = plain(dateOf(item))
  // Without an author the title takes its place, before the date (section 9.12).
  const head = authors.length > 0 ? [sentence(authors), sentence(date), title] : [title, sentence(date)]
  return join([...head, sentence(SOURCES[shapeOf(item)](item)), locator(item)], ' ')
}

function titleOf(item: CslItem): Runs {
  const shape = shapeOf(item)
  if (shape === 'article' || shape === 'periodical' || shape === 'chapter') return sentence(plain(item.title))
  const name = shape === 'book' ? editionName(item.edition) : null
  return sentence(join([italic(item.title), plain(name === null ? '' : `(${name} ed.)`)], ' '))
}

/** A full date for what appears often and for pages of the web; the year alone for journals and books. */
function dateOf(item: CslItem): string {
  const date = readDate(item.issued)
  if (!date) return '(n.d.)'
  const isYearOnly =
    item.type === 'article-journal' || shapeOf(item) === 'book' || shapeOf(item) === 'chapter'
  if (isYearOnly || date.month === null) return `(${date.year})`
  return `(${date.year}, ${[date.month, date.day].filter(Boolean).join(' ')})`
}

const SOURCES: Readonly<Record<ItemShape, (item: CslItem) => Runs>> = {
  article: inPeriodical,
  periodical: inPeriodical,
  chapter: (item) => {
    const name = editionName(item.edition)
    const pages = fullPages(item.page, '–')
    const label = pages === undefined || /^\w+$/u.test(pages) ? 'p.' : 'pp.'
    const details = [name === null ? '' : `${name} ed.`, pages ? `${label} ${pages}` : '']
      .filter(Boolean)
      .join(', ')
    const book = join([italic(item['container-title']), plain(details === '' ? '' : `(${details})`)], ' ')
    const inBook = join([plain('In'), join([plain(listEditors(item.editor)), book], ', ')], ' ')
    return join([sentence(inBook), plain(item.publisher)], ' ')
  },
  web: (item) => unlessAuthor(item, item['container-title'] ?? item.publisher),
  book: (item) => unlessAuthor(item, item.publisher),
}

function inPeriodical(item: CslItem): Runs {
  const volume = [...italic(item.volume), ...plain(item.issue ? `(${item.issue})` : '')]
  return join([italic(item['container-title']), volume, plain(fullPages(item.page, '–'))], ', ')
}

/** A body that is author and publisher, or author and site, is named once (sections 10.2 and 10.16). */
function unlessAuthor({author}: CslItem, name: string | undefined): Runs {
  return author?.some(({literal}) => literal === name) ? [] : plain(name)
}

/** Up to twenty authors; of more the first nineteen, an ellipsis and the last (section 9.8). */
function listNames(names: readonly CslName[] | undefined): string {
  const all = (names ?? []).map(invertedName)
  const last = all.at(-1)
  if (last === undefined || all.length === 1) return last ?? ''
  if (all.length > 20) return `${all.slice(0, 19).join(', ')}, . . . ${last}`
  return `${all.slice(0, -1).join(', ')}, & ${last}`
}

function listEditors(names: readonly CslName[] | undefined): string {
  const all = (names ?? []).map(directName)
  const last = all.at(-1)
  if (last === undefined) return ''
  if (all.length === 1) return `${last} (Ed.)`
  const rest = all.slice(0, -1).join(', ')
  return `${rest}${all.length > 2 ? ',' : ''} & ${last} (Eds.)`
}

/** A DOI as an address, else the address; when it was read, only for a page without a date (section 9.16). */
function locator(item: CslItem): Runs {
  if (item.DOI) return linked(`https://doi.org/${item.DOI}`, doiAddress(item.DOI))
  const url = urlRun(item)
  const accessed = readDate(item.accessed)
  if (textOf(url) === '' || readDate(item.issued) || !accessed) return url
  return join([plain(`Retrieved ${longDate(accessed)}, from`), url], ' ')
}
