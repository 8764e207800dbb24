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
  const say = (key: PhraseKey, values: Readonly<Record<string, string>>): Phrase => phrase(key, values, table)
  const sentences = [say(verdictKey(result), {exercise, facets: facetsOf(result, statedLabels)})]
  const details = [...new Set(result.reasons.flatMap(({openDetails}) => openDetails))]
  if (details.length > 0)
    sentences.push(say('open-details', {exercise, details: details.toSorted().join(', ')}))
  const unanswered = [...new Set(result.unanswered.map(({label}) => label))]
  if (unanswered.length > 0) sentences.push(say('not-answered', {facets: unanswered.join('; ')}))
  for (const facets of new Set(result.conflicts.map(({facet}) => facet.label))) {
    sentences.push(say('conflict', {exercise, facets}))
  }
  if (result.lifted.length > 0) {
    const facts = [...new Set(result.lifted.map(({fact}) => fact.replaceAll('-', ' ')))].join(', ')
    sentences.push(say('lifted', {facts}))
  }
  if (result.alternatives.length > 0) {
    const alternatives = result.alternatives.map((one) => `“${one.exercise.title}”`).join(', ')
    sentences.push(say('alternatives', {alternatives}))
  } else if (result.level === 'avoid' || result.level === 'ask-first')
    sentences.push(say('no-alternative', {}))
  if (result.reviewState !== 'fresh') sentences.push(say(`review.${result.reviewState}`, {}))
  return sentences
}

function verdictKey({verdict, level, reasons}: ExerciseVerdict): PhraseKey {
  if (level === 'caution' && !reasons.some(({certain}) => certain)) return 'verdict.caution-unknown'
  return `verdict.${verdict}`
}

function facetsOf(result: ExerciseVerdict, statedLabels: readonly string[]): string {
  const decisive = result.reasons.filter(({certain, level}) => certain && level === result.level)
  const labels = decisive.length > 0 ? decisive.flatMap(facetLabels) : statedLabels
  const unique = [...new Set(labels)]
  return unique.length > 0 ? unique.join(', ') : 'the answers given'
}

function facetLabels({facets}: Reason): string[] {
  return facets.map(({label, state}) => (state === 'absent' ? `no ${label}` : label))
}
