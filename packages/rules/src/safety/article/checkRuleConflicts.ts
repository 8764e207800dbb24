import {finding, usePath, usesOf} from './articleFinding.ts'
import type {ArticleFinding} from './articleFinding.ts'
import {audiencesOf, concerns, readersWith} from './audienceScreening.ts'
import type {ArticleContext} from './audienceScreening.ts'

/** INV-06: rules of different severity reach an exercise of the article for the same readers. */
export function checkRuleConflicts(context: ArticleContext): ArticleFinding[] {
  const {article, index} = context
  return usesOf(article).flatMap(({list, use}) => {
    const exerciseId = use.exercise
    if (!exerciseId) return []
    return audiencesOf(use, article).flatMap((audience) => {
      const screening = context.verdictFor(exerciseId, audience)
      const concerning = new Set(
        (screening?.reasons ?? []).filter((one) => concerns(one, audience, index)).map(({rule}) => rule.id),
      )
      return (screening?.conflicts ?? []).flatMap((conflict) => {
        const rules = conflict.rules.filter(({id}) => concerning.has(id))
        if (conflict.kind === 'support' || new Set(rules.map(({severity}) => severity)).size < 2) return []
        const named = rules
          .map(({title, severity, scope}) => `“${title}” (${severity}, ${scope})`)
          .join(' and ')
        const message = `Rules disagree on “${screening?.exercise.title ?? exerciseId}” for ${readersWith(audience, index)}: ${named}. The stricter one counts and both are shown; check whether one should change.`
        return [
          finding('INV-06', 'warning', usePath(list, use), message, {
            exerciseId,
            contraindicationId: rules[0]?.id ?? null,
          }),
        ]
      })
    })
  })
}
