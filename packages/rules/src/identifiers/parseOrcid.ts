import {cleanIdentifier} from './cleanIdentifier.ts'
import {accept, refuse} from './identifierResult.ts'
import type {IdentifierResult} from './identifierResult.ts'

/**
 * Reads an ORCID iD, bare or as an address, and gives its four groups of four.
 *
 * Check character: ISO 7064 MOD 11-2, as ORCID’s “Structure of the ORCID Identifier” describes.
 *
 * @example parseOrcid('https://orcid.org/0000-0002-1825-0097') // {ok: true, value: '0000-0002-1825-0097'}
 */
export function parseOrcid(input: string): IdentifierResult {
  const compact = cleanIdentifier(input)
    .replace(/^(?:orcid(?!\.org)(?:\s+id)?\s*:?\s*)?(?:(?:https?:\/\/)?(?:www\.)?orcid\.org\/)?/iu, '')
    .replace(/\/$/u, '')
    .replace(/[-\s]/gu, '')
    .toUpperCase()
  if (compact === '') return refuse('Paste the ORCID iD, for example 0000-0002-1825-0097.')
  if (!/^\d{15}[\dX]$/u.test(compact)) {
    return refuse(
      'An ORCID iD has 16 characters in four groups, for example 0000-0002-1825-0097: copy it from orcid.org.',
    )
  }
  if (checkCharacter(compact.slice(0, 15)) !== compact.charAt(15)) {
    return refuse(
      'This ORCID iD does not add up, so a digit is wrong or two are swapped: copy it again from orcid.org.',
    )
  }
  return accept(compact.replace(/(.{4})(?=.)/gu, '$1-'))
}

function checkCharacter(fifteen: string): string {
  let total = 0
  for (const digit of fifteen) total = (total + Number(digit)) * 2
  const check = (12 - (total % 11)) % 11
  return check === 10 ? 'X' : String(check)
}
