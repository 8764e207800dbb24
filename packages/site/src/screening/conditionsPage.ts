import {html, type Markup} from '@spine-center/sdk/html'
import type {Page} from '../layout/pageLayout.ts'
import type {Answers, Reply} from './answers.ts'
import type {AskedCondition, Question} from './questions.ts'
import {radioQuestion} from './radioQuestion.ts'
import {YES_NO_UNSURE} from './redFlagsPage.ts'
import {screeningForm} from './screeningForm.ts'

/** Second page of the form: conditions that rules of the content depend on. */
export function conditionsPage(questions: readonly Question[], answers: Answers): Page {
  const fields = questions.map(({conditions}, index) => {
    const [only, ...more] = conditions
    if (only && more.length === 0) return yesNoQuestion(only, index + 1, answers)
    return choiceQuestion(conditions, index + 1, answers)
  })
  const carried = {...answers, conditions: new Map<string, Reply>(), stages: new Map<string, string>()}
  const main = html`<div class="prose">
    <h1>About you</h1>
    <p class="lead">
      ${questions.length === 1 ? 'One question' : `${questions.length} questions`}. Leave out what you do not
      want to answer; it counts as “not sure”.
    </p>
    ${screeningForm({step: 'conditions', submit: 'Show what the content says', carried, questions: fields})}
  </div>`
  return {title: 'About you', section: '/screening', main, isPrivate: true}
}

function yesNoQuestion(condition: AskedCondition, number: number, answers: Answers): Markup {
  return radioQuestion({
    name: `condition.${condition.slug}`,
    legend: `${number}. ${condition.question ?? `Do you have ${condition.patientLabel}?`}`,
    options: YES_NO_UNSURE,
    chosen: answers.conditions.get(condition.slug),
  })
}

function choiceQuestion(conditions: readonly AskedCondition[], number: number, answers: Answers): Markup {
  const replies = conditions.map(({slug}) => answers.conditions.get(slug))
  const yes = conditions.find(({slug}) => answers.conditions.get(slug) === 'yes')?.slug
  const none = replies.every((reply) => reply === 'no') ? 'none' : undefined
  const unsure = replies.every((reply) => reply === 'unsure') ? 'unsure' : undefined
  return radioQuestion({
    name: `choice.${conditions.map(({slug}) => slug).join('.')}`,
    legend: `${number}. Which of these is true for you?`,
    options: [
      ...conditions.map(({slug, patientLabel}) => [slug, capitalize(patientLabel)] as const),
      ['none', 'None of these'],
      ['unsure', 'Not sure'],
    ],
    chosen: yes ?? none ?? unsure,
  })
}

/** Third page, only where it matters: at which stage a condition is. */
export function stagesPage(conditions: readonly AskedCondition[], answers: Answers): Page {
  const fields = conditions.map(({slug, patientLabel, stages}) =>
    radioQuestion({
      name: `stage.${slug}`,
      legend: `You said: ${patientLabel}. Where are you now?`,
      options: [...(stages ?? []).map(({key, label}) => [key, label] as const), ['unsure', 'Not sure']],
      chosen: 'unsure',
    }),
  )
  const main = html`<div class="prose">
    <h1>One thing more</h1>
    <p class="lead">What the content says changes with time here.</p>
    ${screeningForm({step: 'stages', submit: 'Show what the content says', carried: answers, questions: fields})}
  </div>`
  return {title: 'One thing more', section: '/screening', main, isPrivate: true}
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
