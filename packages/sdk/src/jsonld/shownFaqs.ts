import type {Article} from '../content/results.ts'
import {textOf} from '../html/renderSpans.ts'
import {faqsOf} from '../html/shownCitations.ts'

/** A question that a page shows with its answer. */
export interface ShownFaq {
  readonly question: string
  /** Plain text, paragraphs parted by an empty line. */
  readonly answer: string
}

/** The questions that lists in the body show, once each; those that are still open have no answer to give. */
export function shownFaqs({body, faqs}: Pick<Article, 'body' | 'faqs'>): readonly ShownFaq[] {
  const all = faqs ?? []
  const shown = new Set<string>()
  for (const block of body) {
    if (block._type !== 'faqList') continue
    for (const {_key: key} of faqsOf(block.faqKeys, all)) shown.add(key)
  }
  return [...shown].flatMap((key) => {
    const faq = all.find(({_key: own}) => own === key)
    if (!faq || faq.status === 'unanswered') return []
    const text = faq.answer?.length
      ? faq.answer.map((block) => textOf(block).trim()).filter((line) => line !== '')
      : [faq.shortAnswer?.trim() ?? '']
    const answer = text.join('\n\n')
    return answer === '' ? [] : [{question: faq.question, answer}]
  })
}
