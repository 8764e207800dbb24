import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {Clock} from '../client/clock.ts'
import type {PageOptions} from '../paging/pageOptions.ts'
import {walk} from '../paging/walkPages.fixture.ts'
import {article, clinicDocuments} from '../testing/clinic.fixture.ts'
import {createTestContent} from '../testing/createTestContent.ts'
import type {TestDocument} from '../testing/overlayDocuments.ts'

const NOON = Date.UTC(2026, 1, 1, 12)
const MINUTE_MS = 60_000
const rest = clinicDocuments.filter(({_type: type}) => type !== 'article')
const soon = article('soon', 'Soon', new Date(NOON).toISOString())
const feed: TestDocument = {
  _id: 'feed-newest',
  _type: 'feed',
  title: 'Newest',
  key: 'newest',
  placements: ['hub'],
  slots: [{_type: 'feedSlot', _key: 's1', kind: 'rule', rule: {}}],
  limit: 4,
  sort: ['newest'],
}

function clockAt(ms: number): Clock {
  return {now: () => ms, wait: () => new Promise(() => undefined)}
}

function openAt(ms: number, ...documents: readonly TestDocument[]) {
  return createTestContent({documents: [...rest, ...documents], clock: clockAt(ms)})
}

const slugsOf = (items: readonly {readonly slug: string}[]) => items.map(({slug}) => slug)

describe('an article', () => {
  it.each([
    ['a moment before its date', NOON - 1, false],
    ['at its date', NOON, true],
    ['days before', NOON - 90 * 24 * 60 * MINUTE_MS, false],
    ['years after', NOON + 900 * 24 * 60 * MINUTE_MS, true],
  ])('%s is shown everywhere or nowhere', async (_name, ms, isOut) => {
    const content = openAt(ms, soon, feed)
    const found = isOut ? ['soon'] : []
    expect(slugsOf((await content.articles()).items)).toEqual(found)
    expect(slugsOf((await content.articles({topic: 'exercise', text: 'soon'})).items)).toEqual(found)
    expect((await content.article('soon'))?.slug ?? null).toBe(isOut ? 'soon' : null)
    const resolved = await content.feed('newest')
    expect(slugsOf(resolved?.items.map((item) => item.article) ?? [])).toEqual(found)
    expect(resolved?.nextChangeAt ?? null).toBe(isOut ? null : new Date(NOON).toISOString())
  })

  it('that is not out yet is shown to who sees drafts', async () => {
    const documents = [...rest, soon]
    const drafts = createTestContent({documents, clock: clockAt(NOON - 1), perspective: 'drafts'})
    expect((await drafts.articles()).items).toMatchObject([{slug: 'soon'}])
    await expect(drafts.article('soon')).resolves.toMatchObject({slug: 'soon'})
  })

  it('gives way to one of the same slug that is out', async () => {
    const spanish = {...article('a-spanish', 'Pronto', '2027-01-01T09:00:00Z'), slug: soon['slug']}
    await expect(openAt(NOON, soon, spanish).article('soon')).resolves.toMatchObject({_id: 'soon'})
  })

  it.each([['soon'], [null], [undefined], [5], [['2099-01-01']]])(
    'whose date is %j is reported, not hidden',
    async (publishedAt) => {
      const broken = {...soon, publishedAt}
      const content = openAt(NOON, broken, article('moving', 'Moving', '2026-01-03T09:00:00Z'))
      const {items, problems} = await content.articles()
      expect(slugsOf(items)).toEqual(['moving'])
      expect(problems).toMatchObject([{documentId: 'soon', path: 'publishedAt'}])
      await expect(content.article('soon')).rejects.toMatchObject({code: 'invalid-result'})
    },
  )
})

describe('pages of articles', () => {
  it('are full, and whole together, whatever is not out yet', async () => {
    const minutes = fc.integer({min: -4 * 24 * 60, max: 4 * 24 * 60})
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(minutes, fc.boolean()), {maxLength: 15}),
        fc.integer({min: 1, max: 5}),
        async (dates, limit) => {
          const documents = dates.map(([minute, isShort], index) => {
            const date = new Date(NOON + minute * MINUTE_MS).toISOString()
            return article(`a${index}`, 'A', isShort ? date.replace('.000Z', 'Z') : date)
          })
          const content = openAt(NOON, ...documents)
          const out = documents.filter(({publishedAt}) => Date.parse(String(publishedAt)) <= NOON)
          const read = (options: PageOptions) => content.articles(options)
          expect((await walk(read, limit)).items).toHaveLength(out.length)
          const first = await read({limit})
          expect(first.items).toHaveLength(Math.min(limit, out.length))
          expect(first.items).toEqual((await read({limit: 1000})).items.slice(0, limit))
          const ids = new Set(first.items.map(({_id: id}) => id))
          expect([...ids].every((id) => out.some(({_id}) => _id === id))).toBe(true)
        },
      ),
      {numRuns: 60},
    )
  })
})

describe('a search for nothing', () => {
  it.each(['', ' ', '\t\n'])('%j gives everything', async (text) => {
    const content = createTestContent({documents: clinicDocuments})
    expect((await content.articles({text})).items).toEqual((await content.articles()).items)
    expect((await content.exercises({text})).items).toEqual((await content.exercises()).items)
    expect((await content.citations({text})).items).toEqual((await content.citations()).items)
  })
})
