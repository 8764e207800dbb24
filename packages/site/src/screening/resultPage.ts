import type {CarePathway, Condition} from '@spine-center/sdk'
import {carePathwayToHtml, html, Markup} from '@spine-center/sdk/html'
import type {ContentScreening, ExerciseScreening, Verdict} from '@spine-center/sdk/safety'
import type {RuleContext} from '../exercises/ruleContext.ts'
import {messagePage} from '../layout/messagePage.ts'
import type {Page} from '../layout/pageLayout.ts'
import {htmlSettings, type SiteChrome} from '../siteContext.ts'
import type {Answers} from './answers.ts'
import {answerSummary} from './answerSummary.ts'
import {exerciseResult} from './exerciseResult.ts'
import {screeningForm} from './screeningForm.ts'

const GROUPS: readonly (readonly [verdict: Verdict, heading: string])[] = [
  ['avoid', 'Our content tells these readers to avoid'],
  ['ask-first', 'Our content asks these readers to speak with a clinician before'],
  ['caution', 'Our content asks these readers to take care with'],
  ['positively-suitable', 'Our content names for these readers'],
  ['no-restriction-recorded', 'Our content records no restriction on'],
]

export interface ResultModel {
  readonly screening: ContentScreening
  readonly answers: Answers
  readonly conditions: readonly Condition[]
  readonly rules: RuleContext
  /** Red flags to which the reader answered "not sure". */
  readonly uncertainFlags: readonly CarePathway[]
}

/** What the content says, exercise by exercise, strictest first. */
export function resultPage(model: ResultModel, chrome: SiteChrome): Page {
  const {screening, answers, conditions, rules, uncertainFlags} = model
  const cards = uncertainFlags.map(
    (pathway) => new Markup(carePathwayToHtml(pathway, 3, htmlSettings(chrome))),
  )
  const main = html`<div class="prose">
    <h1>What our content says</h1>
    <p class="warning warning--important" role="note">${screening.notice}</p>
    ${
      cards.length > 0 &&
      html`<h2>You were not sure about these signs. Read them again first</h2>
        ${cards}`
    }
    ${
      screening.problems.some(({code}) => code === 'contradictory-answers') &&
      html`<p class="warning warning--important" role="note">
        Some of your answers contradict each other. “Yes” counts there; look at them again.
      </p>`
    }
    ${answerSummary(answers, conditions)}
    ${screeningForm({step: 'change', submit: 'Change my answers', carried: answers, questions: null})}
    ${GROUPS.map(([verdict, heading]) => group(verdict, heading, screening.exercises, rules))}
    <h2>Keep in mind</h2>
    <p>${screening.notice}</p>
    <p><a href="/get-help">Signs that need help now</a></p>
  </div>`
  return {title: 'What our content says', section: '/screening', main, isPrivate: true}
}

function group(
  verdict: Verdict,
  heading: string,
  exercises: readonly ExerciseScreening[],
  rules: RuleContext,
): Markup | null {
  const members = exercises.filter((one) => one.verdict === verdict)
  if (members.length === 0) return null
  return html`<section class="verdicts verdicts--${verdict}" aria-labelledby="${verdict}">
    <h2 id="${verdict}">${heading} <span class="muted">(${members.length})</span></h2>
    <ul class="results">
      ${members.map((one) => exerciseResult(one, rules))}
    </ul>
  </section>`
}

/** A red flag was answered yes: where to find help, and no word on exercises. */
export function seekCarePage(pathways: readonly CarePathway[], chrome: SiteChrome): Page {
  const main = html`<div class="prose">
    <h1>Stop here: get help first</h1>
    <p class="lead">You answered yes to signs that do not wait. Do not choose exercises now.</p>
    ${pathways.map((pathway) => new Markup(carePathwayToHtml(pathway, 2, htmlSettings(chrome))))}
    <h2>Answered by mistake?</h2>
    <p><a href="/screening">Start again</a></p>
  </div>`
  return {title: 'Stop here: get help first', section: '/screening', main, isPrivate: true}
}

/** A form that our pages do not send, or that asked for what is no longer published: no result is better than a lighter one. */
export function notUnderstoodPage(): Page {
  const explanation = html`Some answers could not be understood, or the questions have changed, so there is no
    result. <a href="/screening">Start again</a>.`
  return {...messagePage('These answers cannot be used', explanation), section: '/screening'}
}
