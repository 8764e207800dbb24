import type {ExerciseCard} from '@spine-center/sdk'
import {figureToHtml, html, Markup} from '@spine-center/sdk/html'
import {difficultyWords, exerciseKindWords, positionWords, wordsFor} from '../format/words.ts'
import {htmlSettings, type SiteChrome} from '../siteContext.ts'

type CardExercise = Pick<
  ExerciseCard,
  'title' | 'slug' | 'purpose' | 'kind' | 'positions' | 'difficulty' | 'figure'
>

/** An exercise in a list. */
export function exerciseCard(exercise: CardExercise, chrome: SiteChrome): Markup {
  const figure = exercise.figure
    ? figureToHtml(
        {...exercise.figure, caption: null},
        {...htmlSettings(chrome), imageSizes: '(min-width: 40rem) 20rem, 100vw'},
      )
    : ''
  const facts = [
    wordsFor(exerciseKindWords, exercise.kind),
    exercise.positions.map((position) => wordsFor(positionWords, position)).join(', '),
    wordsFor(difficultyWords, exercise.difficulty),
  ]
  return html`<li class="card">
    ${new Markup(figure)}
    <div class="card__words">
      <h2 class="card__title"><a href="/exercises/${exercise.slug}">${exercise.title}</a></h2>
      <p>${exercise.purpose}</p>
      <p class="card__meta">${facts.filter(Boolean).join(' · ')}</p>
    </div>
  </li>`
}
