import {cleanIdentifier} from './cleanIdentifier.ts'
import {accept, refuse} from './identifierResult.ts'
import type {IdentifierResult} from './identifierResult.ts'
import {modElevenDigit} from './modElevenDigit.ts'

/**
 * Reads an ISBN-10 or ISBN-13, hyphens or not, and gives the thirteen digits of the ISBN-13.
 *
 * An ISBN-10 is the same book as 978 and its first nine digits with a new check digit (ISBN Users' Manual).
 *
 * @example parseIsbn('0-306-40615-2') // {ok: true, value: '9780306406157'}
 */
export function parseIsbn(input: string): IdentifierResult {
  const compact = cleanIdentifier(input)
    .replace(/^(?:e-?)?isbn(?:-1[03])?\s*:?\s*/iu, '')
    .replace(/[-\s]/gu, '')
    .toUpperCase()
  if (compact === '')
    return refuse('Paste the ISBN from the back of the title page, for example 978-0-306-40615-7.')
  if (/^\d{9}[\dX]$/u.test(compact)) {
    if (modElevenDigit(compact.slice(0, 9)) !== compact.charAt(9)) return refuse(MISTYPED)
    const body = `978${compact.slice(0, 9)}`
    return accept(`${body}${thirteenthDigit(body)}`)
  }
  if (!/^\d{13}$/u.test(compact)) {
    return refuse('An ISBN has 10 or 13 digits (an X may end one of 10): count them again on the title page.')
  }
  if (!/^97[89]/u.test(compact))
    return refuse('An ISBN of 13 digits starts with 978 or 979: check its first three digits.')
  return thirteenthDigit(compact.slice(0, 12)) === compact.charAt(12) ? accept(compact) : refuse(MISTYPED)
}

const MISTYPED =
  'This ISBN does not add up, so a digit is wrong or two are swapped: compare it with the title page.'

/** Weights 1 and 3 in turn, to the next multiple of ten (ISO 2108, as EAN-13). */
function thirteenthDigit(twelve: string): string {
  let sum = 0
  for (const [index, digit] of Array.from(twelve).entries()) sum += Number(digit) * (index % 2 === 0 ? 1 : 3)
  return String((10 - (sum % 10)) % 10)
}
