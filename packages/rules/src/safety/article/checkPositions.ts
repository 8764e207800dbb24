import {titleOf} from '../mention.ts'
import {finding, usePath} from './articleFinding.ts'
import type {ArticleFinding} from './articleFinding.ts'
import type {ArticleContext} from './audienceScreening.ts'

const LYING: readonly string[] = ['supine', 'prone']

/** INV-09: readers include pregnant ones, and a recommended exercise is done lying on the back or face down. */
export function checkPositions(context: ArticleContext): ArticleFinding[] {
  const {article, index} = context
  const everyone = [...(article.audience?.primary ?? []), ...(article.audience?.alsoFor ?? [])]
  return (article.recommends ?? []).flatMap((use) => {
    const own = use.audience ?? []
    const readers = own.length > 0 ? own : everyone
    const exercise = use.exercise ? index.exercises.get(use.exercise) : undefined
    const position = (exercise?.positions ?? []).find((one) => LYING.includes(one))
    if (!exercise || position === undefined || !readers.some((id) => isPregnancy(id, context))) return []
    const title = titleOf(exercise, exercise._id)
    const message = `“${title}” is done ${position}, and this article is also for pregnant readers: say from which stage on it should not be done lying so, or name another position.`
    return [finding('INV-09', 'warning', usePath('recommends', use), message, {exerciseId: exercise._id})]
  })
}

function isPregnancy(conditionId: string, {index}: ArticleContext): boolean {
  const above = [...index.conditions.ancestry(conditionId).keys()]
  return above.some((id) => index.conditions.nodes.get(id)?.slug === 'pregnancy')
}
