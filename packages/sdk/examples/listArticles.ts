import {createContent, formatProblem} from '@spine-center/sdk'

/** Titles of every article for readers with long-lasting back pain, ten a page. */
export async function listArticles(url: string, log: (line: string) => void): Promise<readonly string[]> {
  const content = createContent({url, dataset: 'production', studioUrl: 'http://localhost:3333'})
  const titles: string[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof content.articles>> = await content.articles({
      audience: 'back-pain-chronic',
      limit: 10,
      cursor,
    })
    titles.push(...page.items.map((article) => article.title))
    // A document that is not as promised never takes the page down: it is left out and named here.
    for (const problem of page.problems) log(formatProblem(problem))
    cursor = page.nextCursor
  } while (cursor)
  return titles
}
