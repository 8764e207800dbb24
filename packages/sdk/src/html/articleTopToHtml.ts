import {createRenderContext} from './createRenderContext.ts'
import type {ArticleContext, HtmlSettings} from './htmlOptions.ts'
import {joinMarkup} from './html.ts'
import {renderDisclaimerNote} from './renderDisclaimerNote.ts'
import {renderReview, type ReviewedContent, type ReviewSettings} from './renderReview.ts'

/**
 * What an article must show above its body: whether a clinician has reviewed it, and its disclaimer, if that is where it
 * stands. `articleEndToHtml` gives what stands below.
 *
 * @throws RangeError when `labels.language` is no language tag, or `timeZone` no zone
 *
 * @example
 * ```ts
 * const top = articleTopToHtml(article, {timeZone: 'America/New_York'})
 * ```
 */
export function articleTopToHtml(
  article: ReviewedContent & Pick<ArticleContext, 'disclaimer'>,
  settings: HtmlSettings & ReviewSettings = {},
): string {
  const context = createRenderContext({...settings, idPrefix: `${settings.idPrefix ?? ''}top-`})
  const {disclaimer} = article
  return joinMarkup([
    renderReview(article, settings, context.labels),
    disclaimer?.placement === 'top' && renderDisclaimerNote(disclaimer, context.sections.within(), context),
  ]).toString()
}
