import type {Content} from '@spine-center/sdk'
import {articleBySlug} from '@spine-center/sdk/schemas'

/** Shows a title as it is now and whenever it changes, and what a reader should know; returns what ends it. */
export function showTitle(
  content: Content,
  slug: string,
  show: (title: string) => void,
  warn: (notice: string | null) => void,
): () => void {
  const ends = new AbortController()
  const results = content.live(
    articleBySlug,
    {slug, language: null},
    {
      signal: ends.signal,
      onStatus: ({isCurrent}) => warn(isCurrent ? null : 'This page may be out of date.'),
    },
  )
  const follow = async () => {
    for await (const article of results) show(article?.title ?? 'Not found')
  }
  follow().catch(() => warn('This page cannot be shown.'))
  return () => ends.abort()
}
