import {describe, expect, it} from 'vitest'
import {article, clinicDocuments, ref} from '../testing/clinic.fixture.ts'
import {createTestContent} from '../testing/createTestContent.ts'
import type {TestDocument} from '../testing/overlayDocuments.ts'

const feed: TestDocument = {
  _id: 'feed-related',
  _type: 'feed',
  title: 'More',
  key: 'related',
  placements: ['article-end'],
  slots: [
    {_type: 'feedSlot', _key: 's1', kind: 'campaign', limit: 1},
    {_type: 'feedSlot', _key: 's2', kind: 'pinned', pin: ref('sitting')},
    {
      _type: 'feedSlot',
      _key: 's3',
      kind: 'rule',
      rule: {topics: {any: [{...ref('topic-exercise'), _key: 't'}]}},
    },
  ],
  limit: 4,
  excludeSelf: true,
  sort: ['newest'],
}

const campaign: TestDocument = {
  _id: 'campaign-travel',
  _type: 'campaign',
  title: 'Holiday travel',
  slug: {_type: 'slug', current: 'holiday-travel'},
  status: 'active',
  window: {
    _type: 'schedule',
    zone: 'America/New_York',
    recurrence: 'yearly',
    yearly: {from: '11-01', to: '12-31'},
    disambiguation: 'compatible',
  },
  items: [{_type: 'campaignItem', _key: 'i1', article: ref('travel'), weight: 1}],
  feeds: [{...ref('feed-related'), _key: 'f1'}],
  priority: 10,
}

const documents = [...clinicDocuments, feed, campaign, article('travel', 'Travel', '2019-11-01T09:00:00Z')]
const content = createTestContent({documents})
const during = '2026-11-26T14:00:00Z'
const outside = '2026-06-01T12:00:00Z'

describe('content.feed', () => {
  it.each([
    [during, ['travel campaign', 'sitting pin', 'lifting rule', 'walking rule'], '2027-01-01T05:00:00.000Z'],
    [outside, ['sitting pin', 'lifting rule', 'walking rule', 'travel rule'], '2026-11-01T04:00:00.000Z'],
  ])('at %s shows what runs then, why, and until when', async (at, shown, nextChangeAt) => {
    const resolved = await content.feed('related', {host: 'moving', at})
    expect(resolved?.items.map(({article: {slug}, why}) => `${slug} ${why}`)).toEqual(shown)
    expect(resolved).toMatchObject({nextChangeAt, isComplete: true, problems: [], read: {problems: []}})
  })

  it('keeps its promise: nothing changes before nextChangeAt, and something does at it', async () => {
    const at = async (instant: string | undefined) =>
      (await content.feed('related', {host: 'moving', at: instant}))?.items.map(({article: {slug}}) => slug)
    const next = Date.parse((await content.feed('related', {host: 'moving', at: during}))?.nextChangeAt ?? '')
    expect(await at(new Date(next - 1).toISOString())).toEqual(await at(during))
    expect(await at(new Date(next).toISOString())).not.toEqual(await at(during))
  })

  it('shows what is pinned or in a campaign however old it is, and says when a rule may have missed some', async () => {
    const resolved = await content.feed('related', {host: 'moving', at: during, candidateLimit: 1})
    expect(resolved?.items.map(({article: {slug}}) => slug)).toEqual(['travel', 'sitting'])
    expect(resolved?.isComplete).toBe(false)
  })

  it('says that a rule may have missed some, though what was looked at is not as promised', async () => {
    const broken = {...article('broken', 'Broken', '2026-11-01T09:00:00Z'), summary: 5}
    const more = createTestContent({documents: [...documents, broken]})
    const resolved = await more.feed('related', {host: 'moving', at: during, candidateLimit: 1})
    expect(resolved?.read.problems).toMatchObject([{itemId: 'broken'}])
    expect(resolved?.isComplete).toBe(false)
    expect((await more.feed('related', {at: during}))?.isComplete).toBe(true)
  })

  it('knows its host by id, too', async () => {
    const resolved = await content.feed('related', {host: 'lifting', at: outside})
    expect(resolved?.items.map(({article: {slug}}) => slug)).not.toContain('lifting')
  })

  it('is null when there is no such feed', async () => {
    await expect(content.feed('no-such-feed')).resolves.toBeNull()
  })

  it('leaves out an article that is not as promised, and says so', async () => {
    const broken = {...article('sitting', 'Sitting', '2026-01-01T09:00:00Z'), kind: 'song'}
    const after = createTestContent({
      documents: [...documents.filter(({_id: id}) => id !== 'sitting'), broken],
    })
    const resolved = await after.feed('related', {host: 'moving', at: outside})
    expect(resolved?.items.map(({article: {slug}}) => slug)).toEqual(['lifting', 'walking', 'travel'])
    expect(resolved?.read.problems).toMatchObject([{documentId: 'sitting', path: 'kind'}, {}])
  })

  it.each([
    ['campaign', {...campaign, _id: 'campaign-half', window: null}, 'window'],
    ['feed', {...feed, _id: 'feed-half', key: 'half', placements: 7}, 'placements'],
    ['feed without a key', {...feed, _id: 'feed-half', key: null}, 'key'],
  ])('leaves out another %s that is not as promised, and says so', async (_name, broken, path) => {
    const after = createTestContent({documents: [...documents, broken]})
    const resolved = await after.feed('related', {host: 'moving', at: during})
    const before = await content.feed('related', {host: 'moving', at: during})
    expect(resolved?.items).toEqual(before?.items)
    expect(resolved?.read.problems).toMatchObject([{documentId: broken['_id'], path}])
  })

  it('fails when the feed itself is not as promised, and names it first', async () => {
    const broken = {...article('sitting', 'Sitting', '2026-01-01T09:00:00Z'), kind: 'song'}
    const others = documents.filter(({_id: id}) => id !== 'feed-related' && id !== 'sitting')
    const after = createTestContent({documents: [...others, broken, {...feed, limit: 'many'}]})
    await expect(after.feed('related')).rejects.toMatchObject({
      code: 'invalid-result',
      documentId: 'feed-related',
      path: 'limit',
    })
    await expect(after.feed('no-such-feed')).resolves.toBeNull()
  })

  it('adds addresses when told how', async () => {
    const resolved = await content.feed('related', {
      at: outside,
      size: 1,
      urlOf: ({slug}) => `/articles/${slug}`,
    })
    expect(resolved?.items[0]?.url).toBe('/articles/sitting')
  })

  it('reads drafts of feeds when asked to', async () => {
    const draft = {...feed, _id: 'drafts.feed-related', slots: [], limit: 1}
    const drafts = createTestContent({documents: [...documents, draft], perspective: 'drafts'})
    expect((await drafts.feed('related'))?.items).toEqual([])
  })
})
