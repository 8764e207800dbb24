import type {CarePathway} from './articleParts.ts'
import type {RenderContext} from './createRenderContext.ts'
import {html} from './html.ts'
import {fillLabel} from './htmlLabels.ts'
import type {Markup} from './Markup.ts'
import {renderHeading} from './renderHeading.ts'
import {renderParagraphs} from './renderParagraphs.ts'
import type {Maybe} from './maybe.ts'

/**
 * A care card after the NHS service manual: urgency in words, signs, what to do. It is always open. What
 * follows it on the page needs a heading of its own, so that it is not read as part of the card.
 */
export function renderCarePathway(pathway: CarePathway, level: number, context: RenderContext): Markup {
  context.shown.carePathways.add(pathway._id)
  const {heading, urgency, signs, action} = pathway
  const name = urgency ?? 'urgent'
  const anchor = context.anchors.make(pathway.slug ?? heading ?? name)
  const title = html`<span class="care-card__urgency">${context.labels[`care.${name}`]}: </span>${heading}`
  return html`<section class="care-card care-card--${name}" aria-labelledby="${anchor}">
    ${renderHeading(level, anchor, title, 'care-card__heading')}
    <div class="care-card__body">
      ${renderSigns(signs)}
      <div class="care-card__action">${renderParagraphs(action?.text)}${renderPhone(pathway, context)}</div>
    </div>
  </section>`
}

function renderSigns(signs: CarePathway['signs']): Markup | '' {
  const groups = new Map<string, string[]>()
  for (const {text, group} of signs ?? []) {
    if (text) groups.set(group ?? '', [...(groups.get(group ?? '') ?? []), text])
  }
  if (groups.size === 0) return ''
  return html`<ul class="care-card__signs">
    ${[...groups].map(([group, texts]) =>
      group === ''
        ? texts.map((text) => html`<li>${text}</li>`)
        : html`<li>
            <span class="care-card__group">${group}:</span>
            <ul>
              ${texts.map((text) => html`<li>${text}</li>`)}
            </ul>
          </li>`,
    )}
  </ul>`
}

function renderPhone({action, heading}: CarePathway, context: RenderContext): Markup | '' {
  const {labels, settings} = context
  const emergency = action?.contactKind === 'emergency-services' ? settings.emergencyPhone : null
  const phone = (action?.phone || emergency)?.trim()
  const digits = phoneDigits(phone)
  if (!phone || digits === null) {
    if (action?.contactKind === 'emergency-services') {
      context.report(
        'missing-phone',
        `“${heading}” leads to emergency services without a number: give \`emergencyPhone\`.`,
      )
    }
    return ''
  }
  return html`<p class="care-card__phone">
    <a href="tel:${digits}">${fillLabel(labels['care.call'], {phone})}</a>
  </p>`
}

// A tel: address holds digits with a leading plus (RFC 3966); anything else would not dial.
function phoneDigits(phone: Maybe<string>): string | null {
  const digits = (phone ?? '').replace(/[^\d+]/gu, '')
  return /^\+?\d{2,15}$/u.test(digits) ? digits : null
}
