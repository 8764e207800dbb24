import type {Citation} from './articleParts.ts'
import type {BodyBlock} from './bodyBlocks.ts'
import {createRenderContext} from './createRenderContext.ts'
import type {HtmlOptions, HtmlResult} from './htmlOptions.ts'
import type {Maybe} from './maybe.ts'
import {renderBody} from './renderBody.ts'

/**
 * An article's body as accessible HTML: numbered references, warnings, exercise cards, care pathways that
 * are never collapsed. All text is escaped and every address checked; what cannot be shown as written keeps
 * its text and is reported in `problems`. It runs anywhere: no DOM, no network.
 *
 * @example
 * ```ts
 * const article = await content.article('exercising-with-back-pain')
 * const {html, references, problems} = toHtml(article.body, article)
 * ```
 */
export function toHtml<C extends Citation = Citation>(
  body: Maybe<readonly BodyBlock[]>,
  options: HtmlOptions<C> = {},
): HtmlResult<C> {
  const context = createRenderContext(options)
  const html = renderBody(body ?? [], context).toString()
  const citations = new Map((options.citations ?? []).flatMap((one) => (one ? [[one._id, one]] : [])))
  return {
    html,
    references: context.citationNumbers.list().flatMap(({id, number, anchor, uses}) => {
      const citation = citations.get(id)
      return citation ? [{number, citation, anchor, uses}] : []
    }),
    glossary: context.terms.list(),
    headings: context.sections.list(),
    shown: {exercises: [...context.shown.exercises], carePathways: [...context.shown.carePathways]},
    problems: context.problems,
  }
}
