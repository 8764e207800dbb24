import type {Citation, Claim, Faq} from './articleParts.ts'
import type {BodyBlock, CitationRef} from './bodyBlocks.ts'
import {byId} from './byId.ts'
import type {ArticleContext, Reference} from './htmlOptions.ts'
import type {Maybe} from './maybe.ts'

/** A source that a body shows. */
export type ShownCitation<C extends Citation = Citation> = Omit<Reference<C>, 'uses'>

type CitingContext<C extends Citation> = Pick<ArticleContext<C>, 'citations' | 'claims' | 'faqs'>

/**
 * Numbers the published sources that a body shows, in the order of first use; a source keeps its number (AMA Manual of
 * Style, 11th ed., 3.6).
 */
export function shownCitations<C extends Citation>(
  body: Maybe<readonly BodyBlock[]>,
  context: CitingContext<C>,
  idPrefix = '',
): readonly ShownCitation<C>[] {
  const published = byId(context.citations)
  const ids = (body ?? []).flatMap((block) => refsIn(block, context)).map(({citation}) => citation ?? '')
  return [...new Set(ids)]
    .flatMap((id) => published.get(id) ?? [])
    .map((citation, index) => {
      const number = index + 1
      return {number, citation, anchor: `${idPrefix}reference-${number}`}
    })
}

/** The sources that a claim rests on. */
export function sourcesOf(claim: Claim | undefined): readonly CitationRef[] {
  return (claim?.evidence ?? []).flatMap(({citation, stance, locator}): CitationRef[] =>
    citation && stance === 'supports' ? [{_type: 'citationRef', citation, locator}] : [],
  )
}

function refsIn(block: BodyBlock, context: CitingContext<Citation>): readonly CitationRef[] {
  if (block._type === 'block') return (block.children ?? []).filter((child) => child._type === 'citationRef')
  if (block._type === 'pullStat') {
    return sourcesOf(context.claims?.findLast(({_key: key}) => key === (block.claimKey ?? '')))
  }
  if (block._type !== 'faqList') return []
  return faqsOf(block.faqKeys, context.faqs).flatMap(({status, answer}) =>
    status === 'unanswered' ? [] : (answer ?? []).flatMap((one) => refsIn(one, context)),
  )
}

/** The questions that a list shows: those it names, else all of the article. */
export function faqsOf(keys: Maybe<readonly string[]>, faqs: ArticleContext['faqs']): readonly Faq[] {
  const all = faqs ?? []
  return keys?.length ? keys.flatMap((key) => all.find(({_key: own}) => own === key) ?? []) : all
}
