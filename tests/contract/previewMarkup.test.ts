import {stegaClean} from '@sanity/client/stega'
import {articleEndToHtml, articleTopToHtml, toHtml} from '@spine-center/sdk/html'
import {createPreview} from '@spine-center/sdk/preview'
import type {Article} from '@spine-center/sdk'
import {expect, it} from 'vitest'
import {openSampleSources} from './openSampleSources.ts'

function markupOf(article: Article | null): string {
  if (!article) return 'no article'
  const body = toHtml(article.body, article)
  return [articleTopToHtml(article), body.html, articleEndToHtml(article, body).html].join('\n')
}

it('a preview shows the markup of what is published, once its marks are taken out', async () => {
  await using sources = await openSampleSources()
  const preview = createPreview({
    client: sources.editor,
    studioUrl: 'http://localhost:3333',
    perspective: 'published',
    strict: true,
  })
  const content = sources.members['lake over HTTP']
  const {items} = await content.articles()
  expect(items.length).toBeGreaterThan(10)
  for (const {slug} of items) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const marked = markupOf(await preview.article(slug))
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const plain = markupOf(await content.article(slug))
    expect(marked).not.toBe(plain)
    expect(stegaClean(marked)).toBe(plain)
  }
})
