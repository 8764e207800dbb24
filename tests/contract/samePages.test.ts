import type {Content} from '@spine-center/sdk'
import {stegaClean} from '@sanity/client/stega'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {sortedLists, walk} from '../../packages/sdk/src/paging/walkPages.fixture.ts'
import {ODD_KEYS, oddDocuments} from './oddDocuments.ts'
import {openSampleSources, type SampleSources, type SourceName} from './openSampleSources.ts'

const SOURCES: readonly SourceName[] = ['in process', 'lake over HTTP', '@sanity/client']
// What the first sample article is filed under, and how the first sample exercise moves: the odd ones are copies.
const TOPIC = 'low-back-pain'
const PATTERN = 'walking-gait'
const lists = sortedLists(TOPIC, PATTERN)
const byType = new Map(lists.map((list) => [list.type, list]))

let sources: SampleSources
beforeAll(async () => {
  sources = await openSampleSources([...byType.values()].flatMap((list) => oddDocuments(list, ODD_KEYS)))
})
afterAll(() => sources[Symbol.asyncDispose]())

/** Published content is as promised, and so is at least what drafts promise. */
function contentOf(perspective: 'published' | 'drafts', name: SourceName): Content | Content<'drafts'> {
  return sources[perspective][name]
}

const cases = lists.flatMap((list) =>
  (['published', 'drafts'] as const).map((perspective) => ({list, name: list.name, perspective})),
)

describe('three sources, with documents of any kind', () => {
  it.each(cases)('give the same pages: $name, $perspective', async ({list: {read, type}, perspective}) => {
    const whole = await read(contentOf(perspective, 'in process'), {limit: 1000})
    expect(whole.items.length).toBeGreaterThan(3)
    const odd = whole.problems.filter(({itemId}) => itemId?.startsWith(`odd-${type}`))
    expect(odd.length).toBeGreaterThan(2)
    expect(whole.nextCursor).toBeNull()
    const expected = {items: whole.items, problems: whole.problems}
    for (const name of SOURCES) {
      const content = contentOf(perspective, name)
      for (const limit of [3, 8]) {
        expect(await walk((options) => read(content, options), limit)).toEqual(expected)
      }
    }
  })

  it.each(lists)('give the same pages to a preview: $name', async ({read}) => {
    const {items} = await read(sources.drafts['in process'], {limit: 1000})
    const marked = await walk((options) => read(sources.preview, options), 3)
    expect(items.length).toBeGreaterThan(3)
    expect(stegaClean(marked.items)).toEqual(items)
  })

  it('mark what they give to a preview', async () => {
    const [plain, marked] = [await sources.drafts['in process'].topics(), await sources.preview.topics()]
    expect(JSON.stringify(marked.items)).not.toBe(JSON.stringify(plain.items))
  })
})
