import {TRUEST_FIRST} from './kleene.ts'
import type {Answer} from './screeningContent.ts'

/** What is known of one condition; `stage` is null when it is not known. */
export interface FacetValue {
  readonly state: Answer
  readonly stage: string | null
}

/** What was answered, by slug or id. */
export type Answers = ReadonlyMap<string, FacetValue>

/**
 * Answers by slug or id; what is outside the closed list is refused. Forms and addresses give `yes` or `true`: an
 * answer that was given and not understood must not weigh as one that nobody gave.
 *
 * @throws TypeError that names the answer, what it is, and what to give
 */
export function parseAnswers(group: 'profile' | 'redFlags' | 'facts', answers: unknown): Answers {
  // A Map, a FormData or a list would count as no answers: what it holds are no entries of its own.
  if (!isRecord(answers) || Symbol.iterator in answers) {
    throw new TypeError(`${group} is not an object of answers by slug: give {} for none.`)
  }
  const parsed = new Map<string, FacetValue>()
  for (const [name, given] of Object.entries(answers)) {
    const {state, stage = null} = group === 'profile' && isRecord(given) ? given : {state: given}
    const answer = TRUEST_FIRST.find((one) => one === state)
    if (!answer || (stage !== null && typeof stage !== 'string')) {
      const shown = JSON.stringify(given) ?? typeof given
      throw new TypeError(
        `“${name}” in ${group} is ${shown}: give ${TRUEST_FIRST.join(', ')}, or leave it out.`,
      )
    }
    parsed.set(name, {state: answer, stage})
  }
  return parsed
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
