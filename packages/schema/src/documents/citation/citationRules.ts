import type {Finding} from '../../fields/findings.ts'
import {entryPath, findings} from '../../fields/findings.ts'
import {isEmpty} from '../../fields/isEmpty.ts'
import {isRecord} from '../../fields/isRecord.ts'
import {records} from '../../fields/records.ts'
import {textOf} from '../../fields/textOf.ts'

const locators = ['doi', 'pmid', 'pmcid', 'isbn', 'url'] as const

/** A source can be found again, or says why it cannot. */
export function canBeLocated(identifiers: unknown, citation: unknown): true | string {
  const found = isRecord(identifiers) && locators.some((name) => !isEmpty(identifiers[name]))
  if (found || (isRecord(citation) && !isEmpty(citation['noIdentifierReason']))) return true
  return 'Give a DOI, PMID, PMCID, ISBN or address; or say below why there is none.'
}

/** A source that is only a web page says when it was read: pages change. */
export function hasAccessDate(accessed: unknown, citation: unknown): true | string {
  if (!isRecord(citation) || !isRecord(citation['identifiers']) || !isEmpty(accessed)) return true
  const {identifiers} = citation
  const onlyPage =
    !isEmpty(identifiers['url']) && locators.every((name) => name === 'url' || isEmpty(identifiers[name]))
  return !onlyPage || 'A web page is all there is: give the date on which it was read.'
}

/** An address leads to a document, not to the front page of a site. */
export function isNotBareHost(address: string | undefined): true | string {
  if (!address || !URL.canParse(address)) return true
  const {pathname, search} = new URL(address)
  if (pathname === '/' && search === '') {
    return 'This is the front page of a site: give the address of the page that says it.'
  }
  return (
    !/\/search\b/.test(pathname) ||
    'This is a page of search results: give the address of the page that says it.'
  )
}

/** A date of publication is in the calendar and not in the future. */
export function isPastDate(issued: unknown, today: string): true | Finding[] {
  if (!isRecord(issued)) return true
  const {year, month, day, season} = issued
  const found: Finding[] = []
  if (typeof year === 'number' && year > Number(today.slice(0, 4))) {
    found.push({message: `${year} has not come yet. Check the year.`, path: ['year']})
  }
  if (typeof day === 'number' && typeof month !== 'number') {
    found.push({message: 'Give the month of the day.', path: ['month']})
  }
  if (typeof year === 'number' && typeof month === 'number' && typeof day === 'number') {
    const time = new Date(Date.UTC(year, month - 1, day))
    if (time.getUTCMonth() !== month - 1) {
      found.push({message: `Month ${month} of ${year} has no day ${day}.`, path: ['day']})
    }
  }
  if (typeof month === 'number' && typeof season === 'string') {
    found.push({message: 'Give either the month or the season.', path: ['season']})
  }
  return findings(found)
}

/** A source that is not current says what happened to it. */
export function explainsState(state: unknown, citation: unknown): true | string {
  if (typeof state !== 'string' || state === 'current' || !isRecord(citation)) return true
  const change = citation['stateChange']
  return (isRecord(change) && !isEmpty(change['note'])) || 'Say below what happened to this source.'
}

/** People studied are not older at the youngest than at the oldest. */
export function isOrderedAge(population: unknown): true | string {
  if (!isRecord(population)) return true
  const {ageMin, ageMax} = population
  return (
    typeof ageMin !== 'number' ||
    typeof ageMax !== 'number' ||
    ageMin <= ageMax ||
    `The youngest (${ageMin}) is older than the oldest (${ageMax}).`
  )
}

/** A verification that found something says when and how. */
export function isDatedVerification(verification: unknown): true | string {
  if (!isRecord(verification)) return true
  if (!['matched', 'mismatch'].includes(textOf(verification['status']))) return true
  return (
    (!isEmpty(verification['at']) && !isEmpty(verification['method'])) ||
    'Say when and how it was compared with the record.'
  )
}

/** A remark on authors that are cut short: reference styles shorten the list themselves. */
export function findEtAl(authors: unknown): true | Finding[] {
  return findings(
    records(authors).flatMap((author, index) => {
      const words = [author['family'], author['given'], author['literal']].map(textOf).join(' ')
      return /\bet\.? al\b/iu.test(words)
        ? [
            {
              message: 'List every author: the reference style shortens the list.',
              path: entryPath(author, index),
            },
          ]
        : []
    }),
  )
}
