import {cleanIdentifier} from './cleanIdentifier.ts'
import {accept, refuse} from './identifierResult.ts'
import type {IdentifierResult} from './identifierResult.ts'

/**
 * Reads a US National Provider Identifier: ten digits, the first 1 or 2.
 *
 * Its last digit is Luhn’s over the number with 80840 in front (CMS, 45 CFR 162.406: the prefix of ISO/IEC 7812
 * stands for health applications in the United States).
 *
 * @example parseNpi('1234567893') // {ok: true, value: '1234567893'}
 */
export function parseNpi(input: string): IdentifierResult {
  const compact = cleanIdentifier(input)
    .replace(/^npi(?:\s+number)?\s*[:#]?\s*/iu, '')
    .replace(/[-\s]/gu, '')
  if (compact === '') return refuse('Enter the NPI: ten digits, for example 1234567893.')
  if (!/^[12]\d{9}$/u.test(compact)) {
    return refuse('An NPI has ten digits and starts with 1 or 2: copy it from the NPI registry.')
  }
  if (luhnSum(`80840${compact}`) % 10 !== 0) {
    return refuse(
      'This NPI does not add up, so a digit is wrong or two are swapped: copy it again from the NPI registry.',
    )
  }
  return accept(compact)
}

function luhnSum(digits: string): number {
  let sum = 0
  for (const [fromRight, digit] of Array.from(digits).toReversed().entries()) {
    const value = Number(digit) * (fromRight % 2 === 1 ? 2 : 1)
    sum += value > 9 ? value - 9 : value
  }
  return sum
}
