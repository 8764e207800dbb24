import {cleanIdentifier} from './cleanIdentifier.ts'
import {accept, refuse} from './identifierResult.ts'
import type {IdentifierResult} from './identifierResult.ts'
import {modElevenDigit} from './modElevenDigit.ts'

/**
 * Reads an ISSN and gives it as `NNNN-NNNC` (ISO 3297).
 *
 * @example parseIssn('ISSN 02692155') // {ok: true, value: '0269-2155'}
 */
export function parseIssn(input: string): IdentifierResult {
  const compact = cleanIdentifier(input)
    .replace(/^(?:https?:\/\/portal\.issn\.org\/resource\/issn\/|[ep]?-?issn(?:-l)?\s*:?\s*)/iu, '')
    .replace(/[-\s]/gu, '')
    .toUpperCase()
  if (compact === '') return refuse('Paste the ISSN of the journal, for example 0269-2155.')
  if (!/^\d{7}[\dX]$/u.test(compact)) {
    return refuse('An ISSN has eight characters, seven digits and then a digit or X, for example 0269-2155.')
  }
  if (modElevenDigit(compact.slice(0, 7)) !== compact.charAt(7)) {
    return refuse(
      'This ISSN does not add up, so a digit is wrong or two are swapped: compare it with the journal’s page.',
    )
  }
  return accept(`${compact.slice(0, 4)}-${compact.slice(4)}`)
}
