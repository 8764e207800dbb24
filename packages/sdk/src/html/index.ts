export {toHtml} from './toHtml.ts'
export {referencesToHtml, type ReferenceListOptions} from './referencesToHtml.ts'
export {glossaryToHtml} from './glossaryToHtml.ts'
export {articleTopToHtml} from './articleTopToHtml.ts'
export {articleEndToHtml, type ArticleEnd} from './articleEndToHtml.ts'
export {reviewToHtml} from './reviewToHtml.ts'
export type {ReviewedContent, ReviewSettings} from './renderReview.ts'
export {emergencyPhone, type EmergencySettings} from './emergencyPhone.ts'
export {carePathwayToHtml} from './carePathwayToHtml.ts'
export {figureToHtml} from './figureToHtml.ts'
export {instructionsToHtml} from './instructionsToHtml.ts'
export {formatDosage, type DosageLine} from './formatDosage.ts'
export {checkUrl} from './checkUrl.ts'
export {html, joinMarkup, type MarkupValue} from './html.ts'
export {Markup} from './Markup.ts'
export {HTML_LABELS, type HtmlLabelKey, type HtmlLabels} from './htmlLabels.ts'
export type {
  ArticleContext,
  ExplainedTerm,
  HtmlHeading,
  HtmlOptions,
  HtmlProblem,
  HtmlResult,
  HtmlSettings,
  Reference,
  ShownParts,
} from './htmlOptions.ts'
export type {BodyBlock} from './bodyBlocks.ts'
