import type {Citation} from './articleParts.ts'
import type {BodyBlock} from './bodyBlocks.ts'
import {createRenderContext} from './createRenderContext.ts'
import type {HtmlOptions, HtmlResult} from './htmlOptions.ts'
import type {Maybe} from './maybe.ts'
import {renderBody, type Frame} from './renderBody.ts'
import {shownCitations} from './shownCitations.ts'

/** A body with everything that was found on the way; `frame` is for those who make something else of it. */
export function renderResult<C extends Citation = Citation>(
  body: Maybe<readonly BodyBlock[]>,
  options: HtmlOptions<C>,
  frame?: Frame,
): HtmlResult<C> {
  const references = shownCitations(body, options, options.idPrefix).map((one) => ({
    ...one,
    uses: new Array<string>(),
  }))
  const context = createRenderContext(options, references)
  const html = renderBody(body ?? [], context, frame).toString()
  return {
    html,
    references,
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
