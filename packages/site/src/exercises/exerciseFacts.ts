import type {Exercise} from '@spine-center/sdk'
import {html, type Markup} from '@spine-center/sdk/html'
import {
  bodyRegionWords,
  difficultyWords,
  equipmentWords,
  exerciseKindWords,
  positionWords,
  supervisionWords,
  wordsFor,
} from '../format/words.ts'

/** What an exercise is and what it needs, at a glance. */
export function exerciseFacts(exercise: Exercise): Markup {
  const rows: readonly (readonly [term: string, text: string])[] = [
    ['Trains', wordsFor(exerciseKindWords, exercise.kind)],
    ['Position', exercise.positions.map((one) => wordsFor(positionWords, one)).join(', ')],
    ['Part of the body', exercise.bodyRegions.map((one) => wordsFor(bodyRegionWords, one)).join(', ')],
    ['You need', equipmentOf(exercise)],
    ['Difficulty', `${wordsFor(difficultyWords, exercise.difficulty)} (${exercise.difficulty} of 5)`],
    ['Guidance', wordsFor(supervisionWords, exercise.supervision)],
    [
      'Also called',
      (exercise.aliases ?? []).map(({text, note}) => (note ? `${text} (${note})` : text)).join('; '),
    ],
  ]
  return html`<dl class="facts">
    ${rows.map(
      ([term, text]) =>
        text !== '' &&
        html`<div>
          <dt>${term}</dt>
          <dd>${text}</dd>
        </div>`,
    )}
  </dl>`
}

function equipmentOf({equipment}: Exercise): string {
  const items = (equipment ?? []).map(({item, optional, substitute}) => {
    const instead = substitute ? ` (or ${substitute})` : ''
    return `${wordsFor(equipmentWords, item)}${instead}${optional ? ', if you like' : ''}`
  })
  return items.length > 0 ? items.join('; ') : 'Nothing'
}
