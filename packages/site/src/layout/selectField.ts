import {html, type Markup} from '@spine-center/sdk/html'

/** A labelled choice of one value, or any. */
export function selectField({
  name,
  label,
  value,
  options,
}: {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, label: string])[]
}): Markup {
  const choices = options.map(
    ([key, words]) => html`<option value="${key}" ${key === value && html` selected`}>${words}</option>`,
  )
  return html`<div class="field">
    <label for="${name}">${label}</label>
    <select id="${name}" name="${name}">
      <option value="">Any</option>
      ${choices}
    </select>
  </div>`
}
