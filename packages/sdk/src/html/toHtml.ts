import type {Citation} from './articleParts.ts'
import type {BodyBlock} from './bodyBlocks.ts'
import type {HtmlOptions, HtmlResult} from './htmlOptions.ts'
import type {Maybe} from './maybe.ts'
import {renderResult} from './renderResult.ts'

/**
 * An article's body as accessible HTML: numbered references, warnings, exercise cards, care pathways that
 * are never collapsed. All text is escaped and every address checked; what cannot be shown as written keeps
 * its text and is reported in `problems`. It runs anywhere: no DOM, no network. A body is not the whole article:
 * `articleTopToHtml` and `articleEndToHtml` give what must stand above and below it.
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
  return renderResult(body, options)
}
