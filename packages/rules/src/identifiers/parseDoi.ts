import {cleanIdentifier} from './cleanIdentifier.ts'
import {accept, refuse} from './identifierResult.ts'
import type {IdentifierResult} from './identifierResult.ts'

/**
 * Reads a DOI from what an editor pastes (bare, `doi:`, or an address) and gives it in lower case.
 *
 * Any character but a space may follow the slash: the pattern that Crossref recommends refuses the
 * old Wiley form with `<…>` (ISO 26324 sets no alphabet for the suffix; DOIs compare without case).
 *
 * @example parseDoi('https://doi.org/10.1177/0269215512453353') // {ok: true, value: '10.1177/0269215512453353'}
 */
export function parseDoi(input: string): IdentifierResult {
  const cleaned = cleanIdentifier(input)
  if (cleaned === '')
    return refuse('Paste the DOI; it starts with “10.”, for example 10.1177/0269215512453353.')
  const doi = cleanIdentifier(withoutPrefix(cleaned))
  if (/\s/u.test(doi)) return refuse('A DOI has no spaces: paste it again without the words around it.')
  if (!doi.startsWith('10.')) {
    return refuse(
      'A DOI starts with “10.”: paste the part that begins there, for example 10.1177/0269215512453353.',
    )
  }
  if (!/^10\.\d{4,9}(?:\.\d+)*\//u.test(doi)) {
    return refuse(
      'A DOI has four to nine digits after “10.” and then a slash: compare it with the first page of the article.',
    )
  }
  if (doi.endsWith('/') && doi.split('/').length === 2) {
    return refuse('The DOI stops at its slash: paste the whole of it, what follows the slash included.')
  }
  return accept(doi.toLowerCase())
}

function withoutPrefix(text: string): string {
  const address = /^https?:\/\//iu.test(text) || /^(?:www\.|dx\.)?doi\.org\//iu.test(text)
  if (address) return fromAddress(text)
  return text.replace(/^(?:info:doi\/|urn:doi:|doi)\s*:?\s*/iu, '')
}

function fromAddress(address: string): string {
  const start = /\/(10\.\d{4,9}(?:\.\d+)*\/.*)$/u.exec(address)?.[1]
  if (start === undefined) return address
  // What follows ? or # belongs to the web page; inside a DOI both are percent-encoded in an address.
  return decodePercent(start.replace(/[?#].*$/u, ''))
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
