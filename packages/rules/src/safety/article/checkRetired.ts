import {isRetired} from '../isRetired.ts'
import {titleOf} from '../mention.ts'
import {finding, usePath, usesOf} from './articleFinding.ts'
import type {ArticleFinding} from './articleFinding.ts'
import type {ArticleFacts, FindingPath} from './articleContent.ts'
import type {ArticleContext} from './audienceScreening.ts'

/**
 * INV-23: what an article recommends, shows or names as an alternative is in use. What it discourages alone may be
 * retired: readers should still be told.
 */
export function checkRetired({article, index}: ArticleContext): ArticleFinding[] {
  return mentionsIn(article).flatMap(({exerciseId, path, how}) => {
    const exercise = index.exercises.get(exerciseId)
    if (!exercise || !isRetired(exercise)) return []
    const {reason, replacedBy} = exercise.retirement ?? {}
    const successor = index.exercises.get(replacedBy ?? '')
    const instead = successor ? `use “${titleOf(successor, successor._id)}” instead` : 'take it out'
    const why = reason ? ` (${reason})` : ''
    const message = `“${titleOf(exercise, exerciseId)}” is ${how}, but it is no longer in use${why}: ${instead}.`
    const alternatives = successor ? [successor._id] : []
    return [finding('INV-23', 'error', path, message, {exerciseId, alternatives})]
  })
}

interface Mention {
  readonly exerciseId: string
  readonly path: FindingPath
  readonly how: 'recommended' | 'offered as an alternative' | 'shown in the text'
}

function mentionsIn(article: ArticleFacts): Mention[] {
  const idsOf = (list: 'recommends' | 'discourages') => new Set(article[list]?.map(({exercise}) => exercise))
  const recommended = idsOf('recommends')
  const discouraged = idsOf('discourages')
  const uses = usesOf(article).flatMap(({list, use}): Mention[] => [
    ...(list === 'recommends' && use.exercise
      ? [{exerciseId: use.exercise, path: usePath(list, use), how: 'recommended' as const}]
      : []),
    ...(use.alternatives ?? []).flatMap(({_key, exercise}, at): Mention[] => {
      const path = [...usePath(list, use), 'alternatives', _key ? {_key} : at]
      return exercise ? [{exerciseId: exercise, path, how: 'offered as an alternative'}] : []
    }),
  ])
  const shown = (article.shows ?? [])
    .filter(({exercise}) => recommended.has(exercise) || !discouraged.has(exercise))
    .map(({exercise, path}) => ({exerciseId: exercise, path, how: 'shown in the text' as const}))
  return [...uses, ...shown]
}
