import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {openLake, TRANSPORTS} from './lakeFixture.ts'
import type {LakeUnderTest} from './lakeFixture.ts'
import {readEvents} from './readEvents.ts'
import type {EventReader} from './readEvents.ts'

describe.each(TRANSPORTS)('listening, %s', (transport) => {
  let lake: LakeUnderTest
  const open: EventReader[] = []
  beforeAll(async () => {
    lake = await openLake(transport)
  })
  afterAll(async () => {
    for (const reader of open) reader.close()
    await lake.close()
  })

  async function listen(
    params: Record<string, string>,
    options: {lastEventId?: string; token?: string | null; path?: string} = {},
  ): Promise<EventReader> {
    const {lastEventId, token = lake.token, path = 'listen'} = options
    const response = await lake.request(
      `/data/${path}/production?${new URLSearchParams(params).toString()}`,
      {
        headers: {
          ...(token === null ? {} : {authorization: `Bearer ${token}`}),
          ...(lastEventId === undefined ? {} : {'last-event-id': lastEventId}),
        },
      },
    )
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    const reader = readEvents(response)
    open.push(reader)
    return reader
  }

  test('welcome, then each change of what the filter selects, with its transition', async () => {
    const events = await listen({query: '*[_type == "heard" && shown]', includeResult: 'true'})
    expect(await events.next()).toMatchObject({event: 'welcome', data: {listenerName: expect.any(String)}})
    await lake.client.create({_id: 'l-1', _type: 'heard', shown: false})
    const appeared = await lake.client.patch('l-1').set({shown: true}).commit()
    const updated = await lake.client.patch('l-1').set({title: 'A'}).commit()
    await lake.client.patch('l-1').set({shown: false}).commit()
    expect(await events.next()).toMatchObject({
      event: 'mutation',
      data: {
        documentId: 'l-1',
        transition: 'appear',
        resultRev: appeared._rev,
        result: {shown: true},
        visibility: 'query',
      },
    })
    expect(await events.next()).toMatchObject({
      data: {
        transition: 'update',
        previousRev: appeared._rev,
        resultRev: updated._rev,
        transactionId: updated._rev,
      },
    })
    expect(await events.next()).toMatchObject({data: {transition: 'disappear', previousRev: updated._rev}})
  })

  test('creation has no previous revision, deletion has a result revision and no result', async () => {
    const events = await listen({
      query: '*[_id == "l-2"]',
      includePreviousRevision: 'true',
      includeResult: 'true',
    })
    await events.next()
    const created = await lake.client.create({_id: 'l-2', _type: 'heard'})
    await lake.client.delete('l-2')
    const first = await events.next()
    expect(first.data).not.toHaveProperty('previousRev')
    expect(first.data).not.toHaveProperty('previous')
    const second = await events.next()
    expect(second).toMatchObject({
      data: {transition: 'disappear', previousRev: created._rev, previous: {_id: 'l-2'}},
    })
    expect(second.data['resultRev']).toBe(second.data['transactionId'])
    expect(second.data).not.toHaveProperty('result')
  })

  test('transactionTotalEvents counts what this listener gets, not what the transaction did', async () => {
    const one = await listen({query: '*[_id == "l-3a"]'})
    const both = await listen({query: '*[_id in $ids]', $ids: '["l-3a", "l-3b"]'})
    await Promise.all([one.next(), both.next()])
    await lake.client
      .transaction()
      .create({_id: 'l-3a', _type: 'x'})
      .create({_id: 'l-3b', _type: 'x'})
      .commit()
    expect(await one.next()).toMatchObject({data: {transactionTotalEvents: 1, transactionCurrentEvent: 1}})
    expect(await both.next()).toMatchObject({data: {transactionTotalEvents: 2, transactionCurrentEvent: 1}})
    expect(await both.next()).toMatchObject({data: {transactionTotalEvents: 2, transactionCurrentEvent: 2}})
  })

  test('mendoza effects on request, mutations unless declined', async () => {
    const events = await listen({
      query: '*[_id == "l-4"]',
      effectFormat: 'mendoza',
      includeMutations: 'false',
    })
    const plain = await listen({query: '*[_id == "l-4"]'})
    await Promise.all([events.next(), plain.next()])
    await lake.client.create({_id: 'l-4', _type: 'x', title: 'A'})
    const event = await events.next()
    expect(event).toMatchObject({data: {effects: {apply: [0, {_id: 'l-4', title: 'A'}], revert: [0, null]}}})
    expect(event.data).not.toHaveProperty('mutations')
    expect(event).not.toHaveProperty('data.effects.apply.1._rev')
    const other = await plain.next()
    expect(other).toMatchObject({data: {mutations: [{create: {_id: 'l-4'}}]}})
    expect(other.data).not.toHaveProperty('effects')
  })

  test('a filter that follows references and uses the time is evaluated as in a query', async () => {
    await lake.client.create({_id: 'l-person', _type: 'person', name: 'Ann'})
    const events = await listen({
      query: '*[author->name == "Ann" && dateTime(now()) > dateTime("2020-01-01T00:00:00Z")]',
    })
    await events.next()
    await lake.client.create({_id: 'l-5', _type: 'x', author: {_type: 'reference', _ref: 'l-person'}})
    expect(await events.next()).toMatchObject({data: {documentId: 'l-5', transition: 'appear'}})
  })

  test('order, slice and projection around the filter do not matter', async () => {
    const events = await listen({query: '*[_type == "wrapped"] | order(_id desc) [0...3] {_id}'})
    await events.next()
    await lake.client.create({_id: 'l-6', _type: 'wrapped'})
    expect(await events.next()).toMatchObject({data: {documentId: 'l-6'}})
  })

  test('versions are told only to those who ask for them', async () => {
    const without = await listen({query: '*[_type == "versioned"]'})
    const all = await listen({query: '*[_type == "versioned"]', includeAllVersions: 'true'})
    await Promise.all([without.next(), all.next()])
    await lake.client.create({_id: 'versions.r1.l-7', _type: 'versioned'})
    await lake.client.create({_id: 'l-7', _type: 'versioned'})
    expect(await all.next()).toMatchObject({data: {documentId: 'versions.r1.l-7'}})
    expect(await without.next()).toMatchObject({data: {documentId: 'l-7'}})
  })

  test('one that comes back is told all it missed, once and in order, even from the middle of a transaction', async () => {
    const query = '*[_type == "resumed"]'
    const before = await listen({query, enableResume: 'true'})
    await before.next()
    await lake.client
      .transaction()
      .create({_id: 'l-8a', _type: 'resumed'})
      .create({_id: 'l-8b', _type: 'resumed'})
      .commit()
    const last = await before.next()
    expect(last).toMatchObject({data: {documentId: 'l-8a'}})
    before.close()
    await lake.client.create({_id: 'l-8c', _type: 'resumed'})
    const after = await listen({query, enableResume: 'true'}, {lastEventId: last.id ?? ''})
    expect(await after.next()).toMatchObject({event: 'welcomeback'})
    expect(await after.next()).toMatchObject({event: 'mutation', data: {documentId: 'l-8b'}})
    expect(await after.next()).toMatchObject({event: 'mutation', data: {documentId: 'l-8c'}})
    await lake.client.create({_id: 'l-8d', _type: 'resumed'})
    expect(await after.next()).toMatchObject({data: {documentId: 'l-8d'}})
  })

  test.each(['nonsense', 'other|1|0', ''])(
    'the unknown position %j leads to a reset or a welcome',
    async (lastEventId) => {
      const events = await listen({query: '*', enableResume: 'true'}, {lastEventId})
      expect(await events.next()).toMatchObject({event: lastEventId === '' ? 'welcome' : 'reset'})
    },
  )

  test('a query that cannot be parsed is said on the channel', async () => {
    const events = await listen({query: '*[_type =='})
    expect(await events.next()).toMatchObject({
      event: 'channelError',
      data: {message: expect.stringContaining('parse')},
    })
  })

  test('without a token only published documents are heard of, and nobody is named', async () => {
    const events = await listen({query: '*[_type == "quiet"]', includeResult: 'true'}, {token: null})
    await events.next()
    await lake.client.create({_id: 'drafts.l-9', _type: 'quiet'})
    await lake.client.create({_id: 'l-9', _type: 'quiet'})
    expect(await events.next()).toMatchObject({data: {documentId: 'l-9', identity: ''}})
  })

  test('live events carry the tags of the queries that can have changed', async () => {
    await lake.client.create({_id: 'l-10', _type: 'live', title: 'A'})
    const {syncTags} = await lake.anonymous.fetch('*[_type == "live"]', {}, {filterResponse: false})
    expect(syncTags).toEqual([expect.stringMatching(/^s1:/)])
    const events = await listen({}, {token: null, path: 'live/events'})
    expect(await events.next()).toMatchObject({event: 'welcome'})
    await lake.client.create({_id: 'l-10-other', _type: 'other'})
    await lake.client.patch('l-10').set({title: 'B'}).commit()
    const unrelated = await events.next()
    const related = await events.next()
    expect(unrelated.data['tags']).not.toEqual(expect.arrayContaining(syncTags ?? []))
    expect(related.data['tags']).toEqual(expect.arrayContaining(syncTags ?? []))
  })
})

test('the client listens, over a socket', async () => {
  const lake = await openLake('socket')
  const heard = new Promise<unknown>((resolve, reject) => {
    const subscription = lake.client
      .listen('*[_type == $type]', {type: 'person'}, {events: ['welcome', 'mutation']})
      .subscribe({
        next(event) {
          if (event.type === 'welcome') void lake.client.create({_id: 'heard', _type: 'person', name: 'Ann'})
          else {
            subscription.unsubscribe()
            resolve(event)
          }
        },
        error: reject,
      })
  })
  expect(await heard).toMatchObject({
    type: 'mutation',
    documentId: 'heard',
    result: {name: 'Ann'},
    transition: 'appear',
  })
  await lake.close()
})
