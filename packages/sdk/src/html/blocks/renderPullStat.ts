import type {PullStatBlock} from '../bodyBlocks.ts'
import type {RenderContext} from '../createRenderContext.ts'
import {html} from '../html.ts'
import type {Markup} from '../Markup.ts'
import {renderCitations} from '../renderCitations.ts'
import {sourcesOf} from '../shownCitations.ts'

/** A figure shown large, with the sources of its claim, or with what is wrong with it. */
export function renderPullStat({value, text, claimKey}: PullStatBlock, context: RenderContext): Markup {
  const claim = context.claims.get(claimKey ?? '')
  if (!claim)
    context.report('missing-document', `The figure “${value ?? ''}” belongs to no claim of the article.`)
  const status =
    claim?.status && claim.status !== 'supported'
      ? html` <span class="claim__status">(${context.labels[`claim.${claim.status}`]})</span>`
      : ''
  return html`<p class="pull-stat">
    <strong class="pull-stat__value">${value}</strong>
    <span class="pull-stat__text">${text}${renderCitations(sourcesOf(claim), context)}${status}</span>
  </p>`
}
