import {createContent} from '@spine-center/sdk'

/** What this clinic's published content says of each exercise for readers with osteoporosis, and why. */
export async function screenExercises(url: string): Promise<readonly string[]> {
  const content = createContent({url, dataset: 'production'})
  const {exercises, notice} = await content.screen({profile: {osteoporosis: 'present'}})
  const lines = exercises.map(({exercise, verdict, reasons, alternatives}) => {
    const why = reasons.map(({rule}) => rule.title).join('; ') || 'no rule speaks of it'
    const instead = alternatives.map((alternative) => alternative.exercise.title).join(', ')
    return `${exercise.title}: ${verdict} (${why})${instead ? `; instead: ${instead}` : ''}`
  })
  return [...lines, notice]
}
