import {html, type Markup} from '@spine-center/sdk/html'

/** The way back up, for a page below a list. */
export function breadcrumbs(...steps: readonly (readonly [path: string, label: string])[]): Markup {
  const items = steps.map(([path, label]) => html`<li><a href="${path}">${label}</a></li>`)
  return html`<nav class="breadcrumbs" aria-label="Breadcrumb">
    <ol>
      ${items}
    </ol>
  </nav>`
}
