import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {readWithTags} from '../../packages/sdk/examples/cacheExactly.ts'
import {followTitle} from '../../packages/sdk/examples/followTitle.ts'
import {titleThroughClient} from '../../packages/sdk/examples/fromSanityClient.ts'
import {relatedArticles} from '../../packages/sdk/examples/relatedArticles.ts'
import {listArticles} from '../../packages/sdk/examples/listArticles.ts'
import {readArticle} from '../../packages/sdk/examples/readArticle.ts'
import {screenExercises} from '../../packages/sdk/examples/screenExercises.ts'
import {topicLabels} from '../../packages/sdk/examples/testYourPages.ts'
import {titleOrReason} from '../../packages/sdk/examples/handleErrors.ts'
import {openSampleSources, type SampleSources} from './openSampleSources.ts'

const root = fileURLToPath(new URL('../../packages/sdk/', import.meta.url))
const pages = ['README.md', 'docs/migrating.md'].map((page) => readFileSync(`${root}${page}`, 'utf8'))
const snippets = pages.flatMap((text) => [
  ...text.matchAll(/<!-- (examples\/\w+\.ts) -->\n+```ts\n([\s\S]*?)```/g),
])

let sources: SampleSources
beforeAll(async () => {
  sources = await openSampleSources()
})
afterAll(() => sources[Symbol.asyncDispose]())

describe('the documentation', () => {
  it('has no TypeScript that is not a file', () => {
    expect(pages.join('\n').match(/```ts/g)).toHaveLength(snippets.length)
  })

  it.each(snippets.map(([, file, code]) => [file, code]))('shows %s as it is', (file, code) => {
    expect(code).toBe(readFileSync(`${root}${file}`, 'utf8'))
  })

  it('reads an article', async () => {
    const text = await readArticle(sources.url)
    expect(text).toMatch(/^Exercis/)
    expect(text).toMatch(/\n\[1\] .+/)
    expect(text).not.toContain('undefined')
  })

  it('lists articles', async () => {
    const problems: string[] = []
    const titles = await listArticles(sources.url, (line) => problems.push(line))
    expect(titles.length).toBeGreaterThan(0)
    expect(problems).toEqual([])
  })

  it('screens exercises', async () => {
    const lines = await screenExercises(sources.url)
    expect(lines.find((line) => line.includes(': avoid ('))).toMatch(/^\S.+: avoid \(.+\); instead: \S/)
  })

  it('tells errors apart', async () => {
    await expect(titleOrReason(sources.url, 'nothing-here')).resolves.toBe('Not found')
    await expect(titleOrReason('http://127.0.0.1:1', 'x')).resolves.toBe('Try again soon')
  })

  it('shows what stands below an article, and until when', async () => {
    const lines = await relatedArticles(sources.url, 'exercising-with-back-pain', '2026-11-26T14:00:00Z')
    expect(lines[0]).toMatch(/^How To Manage Back Pain During Holiday Travel \(campaign\) \/articles\/how-/)
    expect(lines.at(-1)).toBe('until 2027-01-01T05:00:00.000Z')
  })

  it('follows a title', async () => {
    const caller = new AbortController()
    const titles: string[] = []
    for await (const title of followTitle(sources.url, 'exercising-with-back-pain', caller.signal)) {
      titles.push(title)
      caller.abort()
    }
    expect(titles).toHaveLength(1)
  })

  it('reads through a client', async () => {
    await expect(titleThroughClient(sources.url, 'exercising-with-back-pain')).resolves.toMatch(/^Exercis/)
  })

  it('gathers tags', async () => {
    const {titles, tags} = await readWithTags(sources.url)
    expect(titles).toHaveLength(3)
    expect(tags.length).toBeGreaterThan(0)
  })

  it('tests without a server', async () => {
    await expect(topicLabels()).resolves.toEqual(['Backs'])
  })
})
