import type {ExerciseVerdict} from './createExerciseScreener.ts'
import {phrase} from './phrases.ts'
import type {Phrase, PhraseKey, PhraseTable} from './phrases.ts'
import type {Reason} from './screeningResult.ts'

/** Chooses the sentences that say a result to a reader, in the order to show them. */
export function chooseWording(
  result: ExerciseVerdict,
  statedLabels: readonly string[],
  table: PhraseTable,
): Phrase[] {
  const exercise = result.exercise.title
  const sentences: Phrase[] = []
  const say = (key: PhraseKey, values: Readonly<Record<string, string>> = {}): void => {
    sentences.push(phrase(key, values, table))
  }
  say(verdictKey(result), {exercise, facets: facetsOf(result, statedLabels)})
  const details = unique(result.reasons.flatMap(({openDetails}) => openDetails)).toSorted()
  if (details.length > 0) say('open-details', {exercise, details: details.join(', ')})
  const unanswered = unique(result.unanswered.map(({label}) => label))
  if (unanswered.length > 0) say('not-answered', {facets: unanswered.join('; ')})
  for (const facets of unique(result.conflicts.map(({facet}) => facet.label))) {
    say('conflict', {exercise, facets})
  }
  const facts = unique(result.lifted.map(({fact}) => fact.replaceAll('-', ' ')))
  if (facts.length > 0) say('lifted', {facts: facts.join(', ')})
  const alternatives = result.alternatives.map((one) => `“${one.exercise.title}”`)
  if (alternatives.length > 0) say('alternatives', {alternatives: alternatives.join(', ')})
  else if (result.level === 'avoid' || result.level === 'ask-first') say('no-alternative')
  if (result.reviewState !== 'fresh') say(`review.${result.reviewState}`)
  return sentences
}

function verdictKey({verdict, level, reasons}: ExerciseVerdict): PhraseKey {
  if (level === 'caution' && !reasons.some(({certain}) => certain)) return 'verdict.caution-unknown'
  return `verdict.${verdict}`
}

function facetsOf(result: ExerciseVerdict, statedLabels: readonly string[]): string {
  const decisive = result.reasons.filter(({certain, level}) => certain && level === result.level)
  const labels = decisive.length > 0 ? decisive.flatMap(facetLabels) : statedLabels
  return labels.length > 0 ? unique(labels).join(', ') : 'the answers given'
}

function facetLabels({facets}: Reason): string[] {
  return facets.map(({label, state}) => (state === 'absent' ? `no ${label}` : label))
}

function unique<T>(items: readonly T[]): readonly T[] {
  return items.length < 2 ? items : [...new Set(items)]
}
