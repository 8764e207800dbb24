import type {Article} from '@spine-center/sdk'
import {html, type Markup} from '@spine-center/sdk/html'
import {ageBandWords, wordsFor} from '../format/words.ts'

/** For whom an article is written, and for whom it is not. */
export function audienceBox({audience}: Pick<Article, 'audience'>): Markup {
  const forWhom = [...labels(audience.primary), ...labels(audience.alsoFor)]
  const notFor = labels(audience.notFor)
  const {ageBand} = audience
  const ages =
    ageBand && ageBand !== 'any' ? html` It is written for ${wordsFor(ageBandWords, ageBand)}.` : ''
  return html`<section class="audience" aria-labelledby="audience">
    <h2 id="audience">Who this is for</h2>
    <div class="audience__columns">
      <div>
        <p><strong>For readers with</strong></p>
        ${list(forWhom)}
      </div>
      ${
        notFor.length > 0 &&
        html`<div class="audience__not">
          <p><strong>Not for readers with</strong></p>
          ${list(notFor)}
        </div>`
      }
    </div>
    <p class="audience__more">
      ${ages} <a href="/screening">See what our content says for readers with other conditions</a>.
    </p>
  </section>`
}

function labels(conditions: Article['audience']['alsoFor']): readonly string[] {
  return (conditions ?? []).flatMap((condition) => condition?.patientLabel ?? [])
}

function list(items: readonly string[]): Markup {
  return html`<ul>
    ${items.map((item) => html`<li>${item}</li>`)}
  </ul>`
}
