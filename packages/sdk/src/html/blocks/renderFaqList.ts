import type {Faq} from '../articleParts.ts'
import type {FaqListBlock} from '../bodyBlocks.ts'
import type {RenderContext} from '../createRenderContext.ts'
import {html, joinMarkup} from '../html.ts'
import type {Markup} from '../Markup.ts'
import {renderHeading} from '../renderHeading.ts'
import {renderParagraphs} from '../renderParagraphs.ts'
import {renderText} from '../renderText.ts'
import {faqsOf} from '../shownCitations.ts'

/** Questions and answers as a section of the article; nothing is hidden behind a click. */
export function renderFaqList({heading, faqKeys}: FaqListBlock, context: RenderContext): Markup {
  for (const key of faqKeys ?? []) {
    if (!context.faqs.some(({_key: own}) => own === key))
      context.report('missing-document', `The article has no question with the key “${key}”.`)
  }
  const faqs = faqsOf(faqKeys, context.faqs)
  if (faqs.length === 0) return joinMarkup([])
  const section = heading ? context.sections.open(2, heading) : null
  const title = section && renderHeading(section.level, section.anchor, section.text)
  return html`<div class="faq">${title}${faqs.map((faq) => renderFaq(faq, context))}</div>`
}

function renderFaq({question, answer, shortAnswer, status, anchor}: Faq, context: RenderContext): Markup {
  const isOpen = status === 'unanswered' || (!answer?.length && !shortAnswer)
  const heading = renderHeading(
    context.sections.within(),
    context.anchors.make(anchor ?? question ?? ''),
    question,
  )
  const body = isOpen
    ? html`<p class="faq__open">${context.labels['faq.unanswered']}</p>`
    : answer?.length
      ? renderText(answer, context)
      : renderParagraphs(shortAnswer)
  return html`${heading}${body}`
}
