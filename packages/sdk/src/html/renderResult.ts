import type {Citation} from './articleParts.ts'
import type {BodyBlock} from './bodyBlocks.ts'
import {createRenderContext} from './createRenderContext.ts'
import type {HtmlOptions, HtmlResult} from './htmlOptions.ts'
import type {Maybe} from './maybe.ts'
import {renderBody, type Frame} from './renderBody.ts'

/** A body with everything that was found on the way; `frame` is for those who make something else of it. */
export function renderResult<C extends Citation = Citation>(
  body: Maybe<readonly BodyBlock[]>,
  options: HtmlOptions<C>,
  frame?: Frame,
): HtmlResult<C> {
  const context = createRenderContext(options)
  const html = renderBody(body ?? [], context, frame).toString()
  const citations = new Map((options.citations ?? []).flatMap((one) => (one ? [[one._id, one]] : [])))
  return {
    html,
    references: context.citationNumbers.list().flatMap(({id, number, anchor, uses}) => {
      const citation = citations.get(id)
      return citation ? [{number, citation, anchor, uses}] : []
    }),
    glossary: context.terms.list(),
    headings: context.sections.list(),
    shown: {
      exercises: [...context.shown.exercises],
      carePathways: [...context.shown.carePathways],
      disclaimers: [...context.shown.disclaimers],
    },
    problems: context.problems,
  }
}
