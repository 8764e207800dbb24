import type {Content} from '@spine-center/sdk'

/** Filters name slugs and the schema's own closed lists; a value outside a list does not compile. */
export async function findContent(content: Content): Promise<readonly string[]> {
  const [articles, exercises, rules, pathways] = await Promise.all([
    content.articles({text: 'walking', language: 'en'}),
    content.exercises({position: 'standing', maxDifficulty: 2}),
    content.contraindications({condition: 'osteoporosis'}),
    content.carePathways({urgency: 'immediate'}),
  ])
  return [
    ...articles.items.map(({title}) => title),
    ...exercises.items.map(({title}) => title),
    ...rules.items.map(({title}) => title),
    ...pathways.items.map(({heading}) => heading),
  ]
}
