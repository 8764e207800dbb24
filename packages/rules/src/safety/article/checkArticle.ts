import {createScreeningIndex} from '../createScreeningIndex.ts'
import type {ScreeningData} from '../screeningContent.ts'
import type {ArticleFacts} from './articleContent.ts'
import type {ArticleFinding} from './articleFinding.ts'
import {createVerdicts} from './audienceScreening.ts'
import type {ArticleContext} from './audienceScreening.ts'
import {checkBothLists} from './checkBothLists.ts'
import {checkDiscouraged} from './checkDiscouraged.ts'
import {checkPositions} from './checkPositions.ts'
import {checkRecommendations} from './checkRecommendations.ts'
import {checkRedFlags} from './checkRedFlags.ts'
import {checkRetired} from './checkRetired.ts'
import {checkRuleConflicts} from './checkRuleConflicts.ts'

const CHECKS: readonly ((context: ArticleContext) => ArticleFinding[])[] = [
  checkRecommendations,
  checkDiscouraged,
  checkBothLists,
  checkRuleConflicts,
  checkRedFlags,
  checkPositions,
  checkRetired,
]

/**
 * Checks an article against the published rules: invariants INV-01 to 04, 06 to 10, and 23 for exercises.
 *
 * The article may be a draft; `screeningData` holds published documents only. Each audience is taken as
 * readers who have that condition and of whom nothing else is known.
 *
 * @throws TypeError when `asOf` is not an ISO 8601 date-time.
 * @example checkArticle({article, screeningData, asOf: '2026-11-24T09:00:00Z'})
 */
export function checkArticle(input: {
  readonly article: ArticleFacts
  readonly screeningData: ScreeningData
  readonly asOf: string
}): ArticleFinding[] {
  return createArticleChecker(input)(input.article)
}

/**
 * {@link checkArticle} for many articles: the rules are indexed and the audiences screened once.
 *
 * @throws TypeError when `asOf` is not an ISO 8601 date-time.
 */
export function createArticleChecker({
  screeningData,
  asOf,
}: {
  readonly screeningData: ScreeningData
  readonly asOf: string
}): (article: ArticleFacts) => ArticleFinding[] {
  const index = createScreeningIndex(screeningData, asOf)
  const verdictFor = createVerdicts(index)
  const carePathways = screeningData.carePathways ?? null
  return (article) => {
    const context = {article, index, carePathways, verdictFor}
    return CHECKS.flatMap((check) => check(context))
  }
}
