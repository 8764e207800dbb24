import {checkArticle} from '@spine-center/rules/safety'
import type {ArticleFinding, ScreeningData} from '@spine-center/rules/safety'
import {articleFacts} from './articleFacts.ts'

/**
 * What the safety rules say of an article document, draft or not.
 *
 * The schema asks for a disclaimer and for care pathways by itself, on the same fields; what it says
 * already is not said twice.
 *
 * @param document - the article as the form holds it
 * @param screeningData - the published exercises, rules, patterns, conditions and care pathways
 * @param asOf - the instant of the check, ISO 8601
 */
export function checkDocument(
  document: unknown,
  screeningData: ScreeningData,
  asOf: string,
): ArticleFinding[] {
  const article = articleFacts(document)
  const hasPathways = (article.carePathways ?? []).length > 0
  return checkArticle({article, screeningData, asOf}).filter(
    ({code, path}) => code !== 'INV-07' || (path[0] === 'carePathways' && hasPathways),
  )
}
