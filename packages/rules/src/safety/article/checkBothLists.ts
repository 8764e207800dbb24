import type {ScreeningIndex} from '../createScreeningIndex.ts'
import {titleOf} from '../mention.ts'
import {finding, usePath} from './articleFinding.ts'
import type {ArticleFinding} from './articleFinding.ts'
import {audiencesOf, readersWith} from './audienceScreening.ts'
import type {ArticleContext, Audience} from './audienceScreening.ts'

/** INV-04: an exercise stands in both lists only for readers who are not the same. */
export function checkBothLists(context: ArticleContext): ArticleFinding[] {
  const {article, index} = context
  return (article.discourages ?? []).flatMap((discouraged) => {
    const exerciseId = discouraged.exercise
    if (!exerciseId) return []
    const shared = (article.recommends ?? [])
      .filter((recommended) => recommended.exercise === exerciseId)
      .flatMap((recommended) => audiencesOf(recommended, article))
      .find((mine) => audiencesOf(discouraged, article).some((theirs) => overlap(mine, theirs, index)))
    if (shared === undefined) return []
    const title = titleOf(index.exercises.get(exerciseId), exerciseId)
    const message = `“${title}” is both recommended and discouraged for ${readersWith(shared, index)}: keep one of the two, or limit each to other readers.`
    return [finding('INV-04', 'error', usePath('discourages', discouraged), message, {exerciseId})]
  })
}

/** Readers with a narrower condition are among those with the broader one; all readers include everybody. */
function overlap(one: Audience, other: Audience, index: ScreeningIndex): boolean {
  if (one === null || other === null) return true
  return index.conditions.ancestry(one).has(other) || index.conditions.ancestry(other).has(one)
}
