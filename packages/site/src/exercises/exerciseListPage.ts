import type {ExerciseCard} from '@spine-center/sdk'
import {html} from '@spine-center/sdk/html'
import {bodyRegionWords, difficultyWords, equipmentWords, positionWords} from '../format/words.ts'
import type {Page} from '../layout/pageLayout.ts'
import {selectField} from '../layout/selectField.ts'
import type {SiteChrome} from '../siteContext.ts'
import {exerciseCard} from './exerciseCard.ts'

/** Which exercises a reader asked for; empty for any. */
export interface ExerciseQuery {
  readonly position: string
  readonly equipment: string
  readonly region: string
  readonly difficulty: string
}

export interface ExerciseListModel {
  readonly exercises: readonly ExerciseCard[]
  readonly query: ExerciseQuery
}

/** All exercises in use, with a form that narrows the list. */
export function exerciseListPage({exercises, query}: ExerciseListModel, chrome: SiteChrome): Page {
  const isFiltered = Object.values(query).some(Boolean)
  const main = html`<h1>Exercises</h1>
    <p class="lead">
      How exercises for back and neck are done. That an exercise stands here does not mean that it suits
      everyone: <a href="/screening">see what our content says for readers with your condition</a>.
    </p>
    <form class="filters" method="get" action="/exercises" role="search" aria-label="Find exercises">
      ${selectField({name: 'position', label: 'Position', value: query.position, options: Object.entries(positionWords)})}
      ${selectField({name: 'equipment', label: 'With', value: query.equipment, options: Object.entries(equipmentWords)})}
      ${selectField({name: 'region', label: 'Part of the body', value: query.region, options: Object.entries(bodyRegionWords)})}
      ${selectField({name: 'difficulty', label: 'At most', value: query.difficulty, options: Object.entries(difficultyWords)})}
      <div class="filters__actions">
        <button type="submit">Show</button>
        ${isFiltered && html`<a href="/exercises">Show all</a>`}
      </div>
    </form>
    <p class="count" role="status">
      ${exercises.length === 0 ? 'No exercise matches.' : exercises.length === 1 ? '1 exercise' : `${exercises.length} exercises`}
    </p>
    ${
      exercises.length > 0
        ? html`<ul class="cards">
            ${exercises.map((exercise) => exerciseCard(exercise, chrome))}
          </ul>`
        : html`<p>Try fewer filters, or look at <a href="/exercises">all exercises</a>.</p>`
    }`
  return {title: 'Exercises', section: '/exercises', main, isPrivate: isFiltered}
}
