import {randomUUID} from 'node:crypto'
import type {LiveEvent, SanityClient} from '@sanity/client'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {openLake, TRANSPORTS} from './lakeFixture.ts'
import type {LakeUnderTest} from './lakeFixture.ts'
import {readEvents} from './readEvents.ts'

const reference = (id: string): object => ({_type: 'reference', _ref: id})

const DOCUMENTS = [
  {_id: 'ann', _type: 'person', name: 'Ann', role: 'author'},
  {_id: 'bob', _type: 'person', name: 'Bob', role: 'author'},
  {
    _id: 'backs',
    _type: 'article',
    title: 'Backs',
    kind: 'guide',
    slug: {current: 'backs'},
    author: reference('ann'),
    tags: ['pain'],
  },
  {
    _id: 'necks',
    _type: 'article',
    title: 'Necks',
    kind: 'news',
    slug: {current: 'necks'},
    author: reference('bob'),
    tags: ['work'],
  },
  {_id: 'topic', _type: 'topic', title: 'Spine'},
]

/** A query, an edit, and whether its result can have changed. */
type Case = [query: string, id: string, set: Record<string, unknown>, fires: boolean]

const BY_SLUG = '*[_type == "article" && slug.current == "backs"][0]{title, "by": author->name}'
const BY_KIND = '*[_type == "article" && kind == "guide"]{title}'
const BY_TAG = '*[_type == "article" && "pain" in tags]{title}'
const BY_REFERENCE = '*[_type == "article" && references("ann")]{title}'
const BY_AUTHOR = '*[_type == "article" && author._ref == "ann"]{title}'
const COUNT = 'count(*[_type == "article"])'
const COUNT_KIND = 'count(*[_type == "article" && kind == "guide"])'
const WITH_REFERRERS = '*[_type == "person" && _id == "ann"]{name, "articles": *[references(^._id)].title}'

const CASES: Case[] = [
  ['*[_id == "ann"][0].name', 'ann', {name: 'Anna'}, true],
  ['*[_id == "ann"][0].name', 'bob', {name: 'Bobby'}, false],
  ['*[_id in ["ann", "bob"]].name', 'topic', {title: 'Spines'}, false],
  ['*[_type == "article"].title', 'necks', {title: 'Necks 2'}, true],
  ['*[_type == "article"].title', 'ann', {name: 'Anne'}, false],
  [BY_SLUG, 'backs', {title: 'Backs 2'}, true],
  [BY_SLUG, 'ann', {name: 'Annie'}, true],
  [BY_SLUG, 'necks', {title: 'Necks 3'}, false],
  [BY_SLUG, 'bob', {name: 'Rob'}, false],
  [BY_SLUG, 'topic', {slug: {current: 'backs'}}, false],
  [BY_KIND, 'necks', {title: 'Necks 4'}, false],
  [BY_KIND, 'necks', {kind: 'guide'}, true],
  [BY_KIND, 'necks', {kind: 'news'}, true],
  [BY_TAG, 'necks', {title: 'Necks 5'}, false],
  [BY_TAG, 'necks', {tags: ['work', 'pain']}, true],
  [BY_REFERENCE, 'necks', {title: 'Necks 6'}, false],
  [BY_REFERENCE, 'ann', {name: 'Ann again'}, false],
  [BY_REFERENCE, 'necks', {coAuthor: reference('ann')}, true],
  [BY_AUTHOR, 'necks', {title: 'Necks 7'}, false],
  [BY_AUTHOR, 'necks', {author: reference('ann')}, true],
  [COUNT, 'backs', {title: 'Backs 3'}, false],
  [COUNT_KIND, 'backs', {title: 'Backs 4'}, false],
  [COUNT_KIND, 'backs', {kind: 'news'}, true],
  [WITH_REFERRERS, 'topic', {title: 'Spines 2'}, false],
  [WITH_REFERRERS, 'topic', {about: reference('ann')}, true],
  ['*[title match "spine*"].title', 'ann', {name: 'Ann, of whom nobody asks'}, true],
]

describe.each(TRANSPORTS)('live events, %s', (transport) => {
  let lake: LakeUnderTest
  let reader: SanityClient
  const events: LiveEvent[] = []
  let stop: () => void

  beforeAll(async () => {
    lake = await openLake(transport, {documents: DOCUMENTS})
    reader = lake.anonymous
    await new Promise<void>((resolve, reject) => {
      const subscription = reader.live.events().subscribe({
        next(event) {
          events.push(event)
          if (event.type === 'welcome') resolve()
        },
        error: reject,
      })
      stop = () => subscription.unsubscribe()
    })
  })
  afterAll(async () => {
    stop()
    await lake.close()
  })

  const tagsOf = async (query: string): Promise<readonly string[]> =>
    (await reader.fetch<unknown>(query, {}, {filterResponse: false})).syncTags ?? []

  async function nextTags(change: () => Promise<unknown>): Promise<readonly string[]> {
    const heard = events.length
    await change()
    await expect.poll(() => events.length).toBe(heard + 1)
    const event = events.at(-1)
    return event?.type === 'message' ? event.tags : []
  }

  test('begin with a welcome that has an id', () => {
    expect(events[0]).toMatchObject({type: 'welcome', id: expect.stringMatching(/./)})
  })

  test.each(CASES)('%s: an edit of %s to %j is told: %s', async (query, id, set, fires) => {
    const tags = await tagsOf(query)
    const told = await nextTags(() => lake.client.patch(id).set(set).commit())
    expect(tags.some((tag) => told.includes(tag))).toBe(fires)
  })

  test('how many there are changes when one comes and when one goes', async () => {
    const tags = await tagsOf(COUNT)
    const isTold = (told: readonly string[]): boolean => tags.some((tag) => told.includes(tag))
    const id = `knees-${randomUUID()}`
    const created = await nextTags(() => lake.client.create({_id: id, _type: 'article', kind: 'news'}))
    const other = await nextTags(() => lake.client.create({_type: 'person', name: 'Cy'}))
    const deleted = await nextTags(() => lake.client.delete(id))
    expect([created, other, deleted].map(isTold)).toEqual([true, false, true])
  })

  test('a page fetches, keeps its tags, hears of a change and fetches anew', async () => {
    const cache = new Map<string, {result: unknown; tags: readonly string[]}>()
    const read = async (query: string, lastLiveEventId?: string): Promise<unknown> => {
      const cached = cache.get(query)
      if (cached) return cached.result
      const {result, syncTags = []} = await reader.fetch<unknown>(
        query,
        {},
        {filterResponse: false, ...(lastLiveEventId === undefined ? {} : {lastLiveEventId})},
      )
      cache.set(query, {result, tags: syncTags})
      return result
    }
    const NAME = '*[_id == "bob"][0].name'
    await Promise.all([read(NAME), read(BY_SLUG)])
    await nextTags(() => lake.client.patch('bob').set({name: 'Robert'}).commit())
    const event = events.at(-1)
    const told: readonly string[] = event?.type === 'message' ? event.tags : []
    for (const [query, {tags}] of cache) if (tags.some((tag) => told.includes(tag))) cache.delete(query)
    expect([...cache.keys()]).toEqual([BY_SLUG])
    expect(await read(NAME, event && 'id' in event ? event.id : undefined)).toBe('Robert')
  })

  async function follow(query: string, init: {token?: string; lastEventId?: string} = {}) {
    return lake.request(`/data/live/events/production${query}`, {
      headers: {
        ...(init.token ? {authorization: `Bearer ${init.token}`} : {}),
        ...(init.lastEventId ? {'last-event-id': init.lastEventId} : {}),
      },
    })
  }

  test('who was away is told what was missed, or to start afresh', async () => {
    const first = readEvents(await follow(''))
    const {id: lastEventId = ''} = await first.next()
    first.close()
    await lake.client.patch('ann').set({name: 'Ann, missed'}).commit()
    const again = readEvents(await follow('', {lastEventId}))
    expect((await again.next()).event).toBe('welcome')
    expect(await again.next()).toMatchObject({event: 'message', data: {tags: expect.any(Array)}})
    again.close()
    const unknown = readEvents(await follow('', {lastEventId: 'of-another-lake'}))
    expect(await unknown.next()).toMatchObject({event: 'restart', id: expect.any(String)})
    unknown.close()
  })

  test('drafts are told of to those who ask for them with a token, and to nobody else', async () => {
    const refused = await follow('?includeDrafts=true')
    expect(refused.status).toBe(401)
    const readers = [
      await follow(''),
      await follow('', {token: lake.token}),
      await follow('?includeDrafts=true', {token: lake.token}),
    ]
    const [anybody, member, editor] = readers.map((response) => readEvents(response))
    if (!anybody || !member || !editor) throw new Error('Three streams are open.')
    for (const stream of [anybody, member, editor]) await stream.next()
    const draftsOf = {perspective: 'drafts', filterResponse: false} as const
    const {syncTags = []} = await lake.client.fetch<unknown>(BY_SLUG, {}, draftsOf)
    await lake.client.createOrReplace({
      _id: 'drafts.backs',
      _type: 'article',
      title: 'Draft',
      slug: {current: 'backs'},
    })
    const told = (await editor.next()).data['tags']
    expect(syncTags.some((tag) => Array.isArray(told) && told.includes(tag))).toBe(true)
    await lake.client.patch('topic').set({title: 'After the draft'}).commit()
    const tags = await tagsOf('*[_id == "topic"]')
    for (const stream of [anybody, member]) {
      expect((await stream.next()).data['tags']).toEqual(expect.arrayContaining([...tags]))
    }
    for (const stream of [anybody, member, editor]) stream.close()
  })

  test('what a draft hid is told of when the draft goes', async () => {
    await lake.client.createOrReplace({_id: 'drafts.necks', _type: 'article', slug: {current: 'other'}})
    const query = '*[slug.current == "necks"]._id'
    const options = {perspective: 'drafts', filterResponse: false} as const
    const before = await lake.client.fetch<unknown>(query, {}, options)
    const stream = readEvents(await follow('?includeDrafts=true', {token: lake.token}))
    await stream.next()
    await lake.client.delete('drafts.necks')
    const told = (await stream.next()).data['tags']
    stream.close()
    const after = await lake.client.fetch<unknown>(query, {}, options)
    expect([before.result, after.result]).toEqual([[], ['necks']])
    expect(before.syncTags?.some((tag) => Array.isArray(told) && told.includes(tag))).toBe(true)
  })
})
