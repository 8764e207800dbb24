import {createContent, indexById} from '@spine-center/sdk'

/** One request; typed, validated, whole. Null when there is no such article. */
export async function readArticle(url: string): Promise<string> {
  const content = createContent({url, dataset: 'production'})
  const article = await content.article('exercising-with-back-pain')
  if (!article) return 'No such article.'

  const exercises = indexById(article.exercises)
  const advised = article.recommends?.map((use) => exercises.get(use.exercise)?.title) ?? []
  const sources = article.citations.map((citation, index) => `[${index + 1}] ${citation.title}`)
  return [article.title, article.summary, `Exercises: ${advised.join(', ')}`, ...sources].join('\n')
}
