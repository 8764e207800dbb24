import {createClient} from '@sanity/client'
import {startLake} from '@spine-center/lake'
import {freePort} from '@spine-center/launcher'
import {createContent, type Content, type ContentProblem, type LiveStatus} from '@spine-center/sdk'
import {topics} from '@spine-center/sdk/schemas'
import {createTestContent} from '@spine-center/sdk/testing'
import {describe, expect, it} from 'vitest'
import {startFaultyServer} from './startFaultyServer.ts'
import {follow, openContent, startLiveSource, stream, WELCOME} from './startLiveSource.ts'

const PARAMS = {afterId: null, after: null, afterRank: 3, limit: 10}
const topic = (id: string, label: string) => ({
  _id: id,
  _type: 'topic',
  label,
  slug: {_type: 'slug', current: id},
})

async function openLake() {
  const lake = await startLake({
    port: await freePort(),
    projectId: 'spine',
    dataset: 'production',
    documents: [topic('a', 'A')],
  })
  const token = lake.createToken({role: 'editor', label: 'live'})
  const options = {
    apiHost: lake.url,
    useProjectHostname: false,
    projectId: 'spine',
    dataset: 'production',
    apiVersion: '2025-02-19',
    useCdn: false,
  }
  return {lake, client: createClient(options), editor: createClient({...options, token})}
}

describe('content.live', () => {
  it.each(['url', 'client'] as const)('gives a result now and after each change, by %s', async (by) => {
    const {lake, client, editor} = await openLake()
    const content = createContent(by === 'url' ? {url: lake.url, dataset: 'production'} : {client})
    const seen: string[] = []
    for await (const items of content.live(topics, PARAMS)) {
      seen.push(items.map(({label}) => label).join())
      if (seen.length === 1) await editor.create(topic('b', 'B'))
      // What the list does not depend on gives no new result.
      if (seen.length === 2) await editor.create({_id: 'o', _type: 'organization', name: 'O', kind: 'clinic'})
      if (seen.length === 2) await editor.patch('a').set({label: 'Z'}).commit()
      if (seen.length === 3) break
    }
    expect(seen).toEqual(['A', 'A,B', 'B,Z'])
    await lake.close()
  })

  it('ends with the signal', async () => {
    const {lake} = await openLake()
    const caller = new AbortController()
    const content = createContent({url: lake.url, dataset: 'production'})
    let count = 0
    for await (const items of content.live(topics, PARAMS, {signal: caller.signal})) {
      count += items.length
      caller.abort()
    }
    expect(count).toBe(1)
    await lake.close()
  })

  it.each(['url', 'client'] as const)(
    'leaves out what is not as promised, and says so, by %s',
    async (by) => {
      const {lake, client, editor} = await openLake()
      const problems: (string | null)[] = []
      const onProblem = ({documentId}: ContentProblem) => problems.push(documentId)
      const content = createContent(
        by === 'url' ? {url: lake.url, dataset: 'production', onProblem} : {client, onProblem},
      )
      const seen: string[] = []
      for await (const items of content.live(topics, PARAMS)) {
        seen.push(items.map(({label}) => label).join())
        if (seen.length === 2) break
        await editor.create({...topic('b', 'B'), slug: 5})
        await editor.create(topic('c', 'C'))
      }
      expect(seen).toEqual(['A', 'A,C'])
      expect(new Set(problems)).toEqual(new Set(['b']))
      await lake.close()
    },
  )

  it('reads again at each event through a client that hides the tags', async () => {
    const {lake, client, editor} = await openLake()
    const fetch = (query: string, params: Record<string, unknown>) => client.fetch<unknown>(query, params)
    const seen: string[] = []
    const plain = {fetch, live: client.live}
    for await (const items of createContent({client: plain}).live(topics, PARAMS)) {
      seen.push(items.map(({label}) => label).join())
      if (seen.length === 2) break
      await editor.patch('a').set({label: 'Z'}).commit()
    }
    expect(seen).toEqual(['A', 'Z'])
    await lake.close()
  })

  it.each(['url', 'client'] as const)(
    'lets go of everything when it is told to return, by %s',
    async (by) => {
      const {lake, client} = await openLake()
      const content = createContent(by === 'url' ? {url: lake.url, dataset: 'production'} : {client})
      const statuses: LiveStatus[] = []
      const results = content.live(topics, PARAMS, {onStatus: (status) => statuses.push(status)})
      const iterator = results[Symbol.asyncIterator]()
      await iterator.next()
      const waiting = iterator.next()
      await expect.poll(() => statuses).toEqual([{isConnected: true, isCurrent: true, error: null}])
      expect(await iterator.return?.()).toEqual({done: true, value: undefined})
      expect(await waiting).toEqual({done: true, value: undefined})
      // Were a stream still open, this would wait for it.
      await lake.close()
    },
  )

  it.each(['url', 'client'] as const)('shares one connection, closed with the last, by %s', async (by) => {
    await using server = await startLiveSource(stream(WELCOME))
    const content = openContent(server, by)
    const followers = [follow(content), follow(content), follow(content)]
    for (const {iterator, statuses} of followers) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect(await iterator.next()).toMatchObject({value: 42})
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await expect.poll(() => statuses.at(-1)?.isConnected).toBe(true)
    }
    expect(server.attempts()).toBe(1)
    await followers[0]?.iterator.return?.()
    await followers[1]?.iterator.return?.()
    expect(server.openSockets()).toBeGreaterThan(0)
    await followers[2]?.iterator.return?.()
    await expect.poll(() => server.openSockets()).toBe(0)
    expect(server.attempts()).toBe(1)
  })

  it.each(['url', 'client'] as const)('goes on when the lake has been away, by %s', async (by) => {
    const {lake, client} = await openLake()
    const content = createContent(by === 'url' ? {url: lake.url, dataset: 'production'} : {client})
    const statuses: LiveStatus[] = []
    const results = content.live(topics, PARAMS, {onStatus: (status) => statuses.push(status)})
    const iterator = results[Symbol.asyncIterator]()
    expect(await iterator.next()).toMatchObject({value: [{label: 'A'}]})
    const next = iterator.next()
    await expect.poll(() => statuses.at(-1)?.isConnected).toBe(true)
    await lake.close()
    await expect.poll(() => statuses.at(-1)?.isConnected).toBe(false)
    const documents = [topic('a', 'B')]
    const again = await startLake({port: lake.port, projectId: 'spine', dataset: 'production', documents})
    expect(await next).toMatchObject({value: [{label: 'B'}]})
    expect(statuses.at(-1)).toEqual({isConnected: true, isCurrent: true, error: null})
    await iterator.return?.()
    await again.close()
  })

  it('follows as often as it is iterated, each time anew', async () => {
    const {lake} = await openLake()
    const results = createContent({url: lake.url, dataset: 'production'}).live(topics, PARAMS)
    for (let round = 0; round < 2; round += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      for await (const items of results) {
        expect(items).toHaveLength(1)
        break
      }
    }
    await lake.close()
  })

  it('says so when the source refuses the stream', async () => {
    await using server = await startFaultyServer((_request, response) => response.writeHead(403).end())
    await expect(first(createContent({url: server.url, dataset: 'production'}))).rejects.toMatchObject({
      code: 'unauthorized',
    })
  })

  it('says so when the client has no events', async () => {
    await expect(first(createContent({client: {fetch: async () => []}}))).rejects.toThrow(/no live events/)
  })

  it('gives the one result of documents in memory', async () => {
    const items = await first(createTestContent({documents: [topic('a', 'A')]}))
    expect(items?.map(({label}) => label)).toEqual(['A'])
  })
})

async function first(content: Content) {
  for await (const items of content.live(topics, PARAMS)) return items
  return null
}
