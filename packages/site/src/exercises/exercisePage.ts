import type {Exercise} from '@spine-center/sdk'
import {isRetired, type ExerciseScreening} from '@spine-center/sdk/safety'
import {figureToHtml, html, instructionsToHtml, Markup, reviewToHtml} from '@spine-center/sdk/html'
import {breadcrumbJsonLd, exerciseJsonLd, type ShownContraindication} from '@spine-center/sdk/jsonld'
import {breadcrumbs} from '../layout/breadcrumbs.ts'
import type {Page} from '../layout/pageLayout.ts'
import {htmlSettings, type SiteChrome} from '../siteContext.ts'
import {exerciseFacts} from './exerciseFacts.ts'
import {restrictionList} from './restrictionList.ts'
import type {RuleContext} from './ruleContext.ts'

export interface ExercisePageModel {
  readonly exercise: Exercise
  /** What rules say of it, before anything is known of the reader; null when it is no longer in use. */
  readonly screening: ExerciseScreening | null
  readonly rules: RuleContext
  readonly usedIn: readonly {readonly title: string; readonly slug: string}[]
  readonly disclaimer: string | null
  readonly now: Date
  /** Whole address of the page. */
  readonly url: string
}

/** One exercise: how it is done, when to stop, and what the content says about who should not. */
export function exercisePage(model: ExercisePageModel, chrome: SiteChrome): Page {
  const {exercise, screening, rules} = model
  const settings = {...htmlSettings(chrome), imageSizes: '(min-width: 48rem) 40rem, 100vw'}
  const pictures = (exercise.images ?? []).map((figure) => new Markup(figureToHtml(figure, settings)))
  const review = reviewToHtml(exercise, {...settings, now: model.now, timeZone: chrome.timeZone})
  const instructions = instructionsToHtml(exercise, 2, settings)
  // Then the notice takes the place of how it is done, and belongs above everything.
  const isOver = isRetired(exercise)
  const main = html`<article class="exercise">
    <header>
      ${breadcrumbs(['/exercises', 'Exercises'])}
      <h1>${exercise.title}</h1>
      <p class="lead">${exercise.purpose}</p>
      ${new Markup(review)} ${isOver && new Markup(instructions.html)}
    </header>
    <div class="prose">
      ${model.disclaimer && html`<p class="disclaimer" role="note">${model.disclaimer}</p>`}
      ${
        !isOver &&
        html`${pictures.length > 0 && html`<div class="exercise__pictures">${pictures}</div>`}
        ${restrictionNotice(screening)} ${exerciseFacts(exercise)}
        ${exercise.stepsWaivedReason && html`<p>${exercise.stepsWaivedReason}</p>`}
        ${new Markup(instructions.html)} ${commonErrors(exercise)}`
      }
      <section aria-labelledby="restrictions">
        <h2 id="restrictions">What our content says about who should not</h2>
        ${screening ? restrictionList(screening, rules) : html`<p>This exercise is no longer in use.</p>`}
        <p>
          <a href="/screening">Answer a few questions to see what applies to readers with your condition</a>.
        </p>
      </section>
      ${otherExercises(exercise)}
      ${
        model.usedIn.length > 0 &&
        html`<section aria-labelledby="used-in">
          <h2 id="used-in">Articles about it</h2>
          <ul>
            ${model.usedIn.map(({title, slug}) => html`<li><a href="/articles/${slug}">${title}</a></li>`)}
          </ul>
        </section>`
      }
    </div>
  </article>`
  return {
    title: exercise.title,
    description: exercise.purpose,
    section: '/exercises',
    main,
    language: exercise.language,
    problems: instructions.problems,
    structuredData: [
      exerciseJsonLd(exercise, {
        url: model.url,
        now: model.now,
        timeZone: chrome.timeZone,
        contraindications: shownRules(screening),
      }),
      breadcrumbJsonLd([{name: 'Exercises', url: new URL('/exercises', model.url).href}]),
    ],
  }
}

function shownRules(screening: ExerciseScreening | null): readonly ShownContraindication[] {
  return (screening?.reasons ?? []).flatMap(({rule, rationale, severity}) =>
    rationale && isSeverity(severity) ? [{title: rule.title, rationale, severity}] : [],
  )
}

function isSeverity(severity: string): severity is ShownContraindication['severity'] {
  return severity === 'absolute' || severity === 'relative' || severity === 'precaution'
}

// The rules stand further down; nobody should have to find them by chance.
function restrictionNotice(screening: ExerciseScreening | null): Markup | null {
  if (!screening?.reasons.some(({severity}) => severity !== 'precaution')) return null
  return html`<p class="warning warning--important" role="note">
    Our content tells some readers to avoid this exercise, or to ask a clinician first.
    <a href="#restrictions">See who, and why</a>.
  </p>`
}

function commonErrors({commonErrors: errors}: Exercise): Markup | null {
  if (!errors || errors.length === 0) return null
  return html`<section aria-labelledby="errors">
    <h2 id="errors">Common errors</h2>
    <ul>
      ${errors.map((error) => html`<li>${error}</li>`)}
    </ul>
  </section>`
}

function otherExercises({alternatives, progressionOf}: Exercise): Markup | null {
  const named = (alternatives ?? []).flatMap(({exercise, why}) =>
    exercise && !isRetired(exercise)
      ? [html`<li><a href="/exercises/${exercise.slug}">${exercise.title}</a>${why && html`: ${why}`}</li>`]
      : [],
  )
  const easier = (progressionOf ?? []).flatMap((exercise) =>
    exercise && !isRetired(exercise)
      ? [
          html`<li>
            <a href="/exercises/${exercise.slug}">${exercise.title}</a>: an easier form to begin with.
          </li>`,
        ]
      : [],
  )
  if (named.length + easier.length === 0) return null
  return html`<section aria-labelledby="alternatives">
    <h2 id="alternatives">What to do instead</h2>
    <ul>
      ${named} ${easier}
    </ul>
  </section>`
}
