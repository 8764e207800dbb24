import {unique} from '../unique.ts'
import type {ExerciseVerdict} from './createExerciseScreener.ts'
import {phrase} from './phrases.ts'
import type {Phrase, PhraseKey, PhraseTable} from './phrases.ts'

/** Chooses the sentences that say a result to a reader, in the order to show them. */
export function chooseWording(
  result: ExerciseVerdict,
  statedLabels: readonly string[],
  table: PhraseTable,
): Phrase[] {
  const {level, reasons, reviewState} = result
  const exercise = result.exercise.title
  const sentences: Phrase[] = []
  const say = (key: PhraseKey, values: Readonly<Record<string, string>> = {}): void => {
    sentences.push(phrase(key, values, table))
  }
  say(verdictKey(result), {exercise, facets: facetsOf(result, statedLabels)})
  const details = unique(reasons.flatMap(({openDetails}) => openDetails))
    .toSorted()
    .join(', ')
  if (details) say('open-details', {exercise, details})
  const unanswered = unique(result.unanswered.map(({label}) => label)).join('; ')
  if (unanswered) say('not-answered', {facets: unanswered})
  for (const facets of unique(result.conflicts.map(({facet}) => facet.label))) {
    say('conflict', {exercise, facets})
  }
  const facts = unique(result.lifted.map(({fact}) => fact.replaceAll('-', ' '))).join(', ')
  if (facts) say('lifted', {facts})
  const alternatives = result.alternatives.map((one) => `“${one.exercise.title}”`).join(', ')
  if (alternatives) say('alternatives', {alternatives})
  else if (level === 'avoid' || level === 'ask-first') say('no-alternative')
  if (reviewState !== 'fresh') say(`review.${reviewState}`)
  return sentences
}

function verdictKey({verdict, level, reasons}: ExerciseVerdict): PhraseKey {
  if (level === 'caution' && !reasons.some(({certain}) => certain)) return 'verdict.caution-unknown'
  return `verdict.${verdict}`
}

/** The conditions that decided, else those that the reader stated. */
function facetsOf({level, reasons}: ExerciseVerdict, statedLabels: readonly string[]): string {
  const decisive = reasons.filter((reason) => reason.certain && reason.level === level)
  const labels = decisive.flatMap(({facets}) =>
    facets.map(({label, state}) => (state === 'absent' ? `no ${label}` : label)),
  )
  return unique(decisive.length > 0 ? labels : statedLabels).join(', ') || 'the answers given'
}
