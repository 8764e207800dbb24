import {HTML_LABELS, type HtmlLabels} from './htmlLabels.ts'
import {renderReview, type ReviewedContent, type ReviewSettings} from './renderReview.ts'

/**
 * Whether a clinician has reviewed an article or exercise, who and when, and whether the next review is overdue.
 *
 * @throws RangeError when `labels.language` is no language tag, or `timeZone` no zone
 *
 * @example
 * ```ts
 * const status = reviewToHtml(exercise, {timeZone: 'America/New_York'})
 * ```
 */
export function reviewToHtml(
  content: ReviewedContent,
  {labels, ...settings}: ReviewSettings & {readonly labels?: Partial<HtmlLabels> | undefined} = {},
): string {
  return renderReview(content, settings, {...HTML_LABELS, ...labels}).toString()
}
