import {html, type Markup, type MarkupValue} from '@spine-center/sdk/html'

/** A question with one answer among several. */
export interface RadioQuestion {
  readonly name: string
  readonly legend: string
  readonly hint?: MarkupValue
  readonly options: readonly (readonly [value: string, label: string])[]
  readonly chosen?: string | undefined
  readonly error?: string | null
}

/** The question as a group of radio buttons. */
export function radioQuestion({name, legend, hint, options, chosen, error}: RadioQuestion): Markup {
  const id = fieldId(name)
  const choices = options.map(
    ([value, label], index) =>
      html`<div class="choice">
        <input
          type="radio"
          id="${index === 0 ? id : `${id}-${index}`}"
          name="${name}"
          value="${value}"
          ${value === chosen && html` checked`}
        />
        <label for="${index === 0 ? id : `${id}-${index}`}">${label}</label>
      </div>`,
  )
  return html`<fieldset
    class="question${error && ' question--error'}"
    ${error && html` aria-describedby="${id}-error"`}
  >
    <legend>${legend}</legend>
    ${hint} ${error && html`<p class="question__error" id="${id}-error"><strong>Error:</strong> ${error}</p>`}
    <div class="choices">${choices}</div>
  </fieldset>`
}

/** Id of the first answer of a question, for links to it. */
export function fieldId(name: string): string {
  return `f-${name.replaceAll(/[^\w-]/gu, '-')}`
}
