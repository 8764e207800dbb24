import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {listArticles} from '../../packages/sdk/examples/listArticles.ts'
import {readArticle} from '../../packages/sdk/examples/readArticle.ts'
import {screenExercises} from '../../packages/sdk/examples/screenExercises.ts'
import {topicLabels} from '../../packages/sdk/examples/testYourPages.ts'
import {titleOrReason} from '../../packages/sdk/examples/handleErrors.ts'
import {openSampleSources, type SampleSources} from './openSampleSources.ts'

const root = fileURLToPath(new URL('../../packages/sdk/', import.meta.url))
const readme = readFileSync(`${root}README.md`, 'utf8')
const snippets = [...readme.matchAll(/<!-- (examples\/\w+\.ts) -->\n```ts\n([\s\S]*?)```/g)]

let sources: SampleSources
beforeAll(async () => {
  sources = await openSampleSources()
})
afterAll(() => sources[Symbol.asyncDispose]())

describe('the README', () => {
  it('has no TypeScript that is not a file', () => {
    expect(readme.match(/```ts/g)).toHaveLength(snippets.length)
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

  it('tests without a server', async () => {
    await expect(topicLabels()).resolves.toEqual(['Backs'])
  })
})
