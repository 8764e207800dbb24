import {cleanIdentifier} from './cleanIdentifier.ts'
import {accept, refuse} from './identifierResult.ts'
import type {IdentifierResult} from './identifierResult.ts'

/**
 * Reads a ClinicalTrials.gov number and gives it as `NCT` and eight digits; it has no check digit.
 *
 * @example parseNct('https://clinicaltrials.gov/study/NCT04280705') // {ok: true, value: 'NCT04280705'}
 */
export function parseNct(input: string): IdentifierResult {
  const cleaned = cleanIdentifier(input)
  if (cleaned === '') return refuse('Paste the trial number, for example NCT04280705.')
  const body = cleaned
    .replace(/^(?:https?:\/\/)?(?:www\.|classic\.)?clinicaltrials\.gov\/(?:ct2\/show|study|show)\//iu, '')
    .replace(/^clinicaltrials\.gov(?:\s+(?:identifier|id|number))?\s*:?\s*/iu, '')
    .replace(/[/?#].*$/u, '')
    .replace(/\s/gu, '')
    .toUpperCase()
  if (!/^NCT\d{8}$/u.test(body)) {
    return refuse(
      'A trial number is NCT and eight digits, for example NCT04280705: copy it from ClinicalTrials.gov.',
    )
  }
  return accept(body)
}
