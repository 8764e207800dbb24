import {createContent} from '@spine-center/sdk'

/** Reads with a framework's cache options, and gathers the tags to clear it by. */
export async function readWithTags(
  url: string,
): Promise<{titles: readonly string[]; tags: readonly string[]}> {
  const tags: string[] = []
  const content = createContent({
    url,
    dataset: 'production',
    onResponse: (report) => tags.push(...report.syncTags),
  })
  // In Next.js: {next: {revalidate: 3600, tags: ['articles']}}.
  const {items} = await content.articles({limit: 3, fetchOptions: {cache: 'no-store'}})
  return {titles: items.map((article) => article.title), tags}
}
