import type {Answer} from './screeningContent.ts'

const ANSWERS: readonly unknown[] = ['present', 'absent', 'unknown'] satisfies Answer[]

/**
 * Refuses what is outside the closed list. Forms and addresses give `yes` or `true`: an answer that was given and
 * not understood must not weigh as one that nobody gave.
 *
 * @throws TypeError that names the answer, what it is, and what to give
 */
export function checkAnswers({
  profile,
  redFlags = {},
  facts = {},
}: {
  readonly profile: unknown
  readonly redFlags?: unknown
  readonly facts?: unknown
}): void {
  for (const [group, answers] of Object.entries({profile, redFlags, facts})) {
    // A Map, a FormData or a list would count as no answers: what it holds are no entries of its own.
    if (!isRecord(answers) || Symbol.iterator in answers) {
      throw new TypeError(`${group} is not an object of answers by slug: give {} for none.`)
    }
    for (const [name, given] of Object.entries(answers)) {
      const {state, stage = null} = group === 'profile' && isRecord(given) ? given : {state: given}
      if (ANSWERS.includes(state) && (stage === null || typeof stage === 'string')) continue
      const shown = JSON.stringify(given) ?? typeof given
      throw new TypeError(`“${name}” in ${group} is ${shown}: give ${ANSWERS.join(', ')}, or leave it out.`)
    }
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
