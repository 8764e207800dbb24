import {html, type Markup, type MarkupValue} from '@spine-center/sdk/html'
import type {Answers, Step} from './answers.ts'
import {toFields} from './answers.ts'

/**
 * A page of the form. It is posted, so that what a reader says of their health stands in no address and no
 * log; earlier answers travel along as hidden fields, because nothing is kept here.
 */
export function screeningForm({
  step,
  submit,
  carried,
  questions,
}: {
  readonly step: Step
  readonly submit: string
  readonly carried: Answers | null
  readonly questions: MarkupValue
}): Markup {
  const hidden = (carried ? toFields(carried) : []).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  )
  return html`<form class="screening" method="post" action="/screening" autocomplete="off" novalidate>
    <input type="hidden" name="step" value="${step}" />
    ${hidden} ${questions}
    <p><button type="submit">${submit}</button></p>
  </form>`
}
