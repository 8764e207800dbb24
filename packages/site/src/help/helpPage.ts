import type {CarePathway} from '@spine-center/sdk'
import {carePathwayToHtml, html, Markup} from '@spine-center/sdk/html'
import type {Page} from '../layout/pageLayout.ts'
import {htmlSettings, type SiteChrome} from '../siteContext.ts'

const ORDER = ['immediate', 'urgent', 'non-urgent'] as const
const TITLES = {immediate: 'Now', urgent: 'Today', 'non-urgent': 'Soon'} as const

/** All red flags, the most urgent first, none of them hidden. */
export function helpPage(pathways: readonly CarePathway[], chrome: SiteChrome): Page {
  const groups = ORDER.map((urgency) => ({
    urgency,
    members: pathways.filter((pathway) => pathway.urgency === urgency),
  })).filter(({members}) => members.length > 0)
  const main = html`<h1>When to get help</h1>
    <p class="lead">Signs that need someone to look at you, the most urgent first.</p>
    <div class="prose">
      ${groups.map(
        ({urgency, members}) =>
          html`<h2 id="${urgency}">${TITLES[urgency]}</h2>
            ${members.map((pathway) => new Markup(carePathwayToHtml(pathway, 3, htmlSettings(chrome))))}`,
      )}
      ${groups.length === 0 && html`<p>Nothing is published here yet. In an emergency call your local emergency number.</p>`}
      <h2>None of these?</h2>
      <p>
        You can <a href="/articles">read our articles</a>, or see
        <a href="/screening">what our content says for readers with your condition</a>. If you are worried,
        ask a clinician who knows you.
      </p>
    </div>`
  return {title: 'When to get help', section: '/get-help', main}
}
