import type {CarePathway} from '@spine-center/sdk'
import {html, type Markup} from '@spine-center/sdk/html'
import type {Page} from '../layout/pageLayout.ts'
import type {Answers, Reply} from './answers.ts'
import {fieldId, radioQuestion} from './radioQuestion.ts'
import {screeningForm} from './screeningForm.ts'

export const YES_NO_UNSURE = [
  ['yes', 'Yes'],
  ['no', 'No'],
  ['unsure', 'Not sure'],
] as const satisfies readonly (readonly [Reply, string])[]

/** The red flags that the form asks for: those that do not wait. */
export function askedFlags(pathways: readonly CarePathway[]): readonly CarePathway[] {
  return pathways
    .filter(({urgency}) => urgency !== 'non-urgent')
    .toSorted((a, b) => Number(a.urgency === 'urgent') - Number(b.urgency === 'urgent'))
}

export interface RedFlagsModel {
  readonly flags: readonly CarePathway[]
  readonly answers: Answers | null
  /** Slugs that were left open when the form was sent. */
  readonly missing: readonly string[]
}

/** First page of the form: signs that need help before any exercise. */
export function redFlagsPage({flags, answers, missing}: RedFlagsModel): Page {
  const questions = flags.map(({slug, signs}, index) =>
    radioQuestion({
      name: `flag.${slug}`,
      legend: `${index + 1}. Do you have any of these now?`,
      hint: html`<ul>
        ${signs.map(({text}) => html`<li>${text}</li>`)}
      </ul>`,
      options: YES_NO_UNSURE,
      chosen: answers?.flags.get(slug),
      error: missing.includes(slug) ? 'Choose yes, no or not sure.' : null,
    }),
  )
  const carried = answers && {...answers, flags: new Map<string, Reply>()}
  const main = html`<div class="prose">
    <h1>Exercises by condition</h1>
    <p class="lead">
      Answer a few questions to see what this clinic’s published content says, exercise by exercise, for
      readers with the same answers.
    </p>
    <div class="warning warning--note" role="note">
      <p>
        It is a way to sort our content, not a diagnosis and not advice for you as a person. Your answers go
        to this page and are not kept: no cookies, no log, no address that holds them.
      </p>
    </div>
    ${missing.length > 0 && errorSummary(flags, missing)}
    <h2>First: signs that do not wait</h2>
    ${screeningForm({step: 'red-flags', submit: 'Continue', carried, questions})}
  </div>`
  return {
    title: missing.length > 0 ? 'Error: Exercises by condition' : 'Exercises by condition',
    section: '/screening',
    main,
    isPrivate: missing.length > 0,
  }
}

function errorSummary(flags: readonly CarePathway[], missing: readonly string[]): Markup {
  const open = flags.flatMap(({slug, signs}, index) => {
    const target = fieldId(`flag.${slug}`)
    return missing.includes(slug)
      ? [html`<li><a href="#${target}">Question ${index + 1}: ${signs[0]?.text}, or the like</a></li>`]
      : []
  })
  return html`<div class="errors" role="alert" aria-labelledby="errors">
    <h2 id="errors">Some answers are missing</h2>
    <ul>
      ${open}
    </ul>
  </div>`
}
