import type {Article} from '@spine-center/sdk'
import {html, type Markup} from '@spine-center/sdk/html'
import {formatDate} from '../format/formatDate.ts'
import type {SiteChrome} from '../siteContext.ts'

/** Corrections and interests, which readers need to judge an article. */
export function articleNotes({corrections, disclosures}: Article, chrome: SiteChrome): Markup {
  return html`${
    corrections &&
    corrections.length > 0 &&
    html`<section aria-labelledby="corrections">
      <h2 id="corrections">Corrections</h2>
      <ul>
        ${corrections.map(
          ({at, text, was, now}) =>
            html`<li>
              <time datetime="${at}">${formatDate(at, chrome)}</time>:
              ${text}${was && html` It said: “${was}”.`}${now && html` It says now: “${now}”.`}
            </li>`,
        )}
      </ul>
    </section>`
  }${
    disclosures &&
    disclosures.length > 0 &&
    html`<section aria-labelledby="disclosures">
      <h2 id="disclosures">Where this comes from</h2>
      ${disclosures.map(({text, period, organization}) => {
        const origin = [organization, period].filter(Boolean).join(', ')
        return html`<p>${text}${origin && html` <span class="muted">(${origin})</span>`}</p>`
      })}
    </section>`
  }`
}
