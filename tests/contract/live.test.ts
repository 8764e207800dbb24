import {createClient} from '@sanity/client'
import {startLake} from '@spine-center/lake'
import {createContent, type Content} from '@spine-center/sdk'
import {topics} from '@spine-center/sdk/schemas'
import {createTestContent} from '@spine-center/sdk/testing'
import {describe, expect, it} from 'vitest'
import {startFaultyServer} from './startFaultyServer.ts'

const PARAMS = {afterId: null, after: null, afterRank: 3, limit: 10}
const topic = (id: string, label: string) => ({
  _id: id,
  _type: 'topic',
  label,
  slug: {_type: 'slug', current: id},
})

async function openLake() {
  const lake = await startLake({
    port: 0,
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

  it('connects again when the stream is lost, and shows what it missed', async () => {
    let label = 'before'
    let openStreams = 0
    await using server = await startFaultyServer((request, response, attempt) => {
      if (request.url?.includes('/data/live/')) {
        if (attempt === 1) {
          request.socket.destroy()
          return
        }
        response
          .writeHead(200, {'content-type': 'text/event-stream'})
          .write('event: welcome\ndata: {}\nid: 1\n\n')
        // The second stream is cut off after the first result was read, and something changes meanwhile.
        if (label === 'before') setTimeout(() => request.socket.destroy(), 200)
        label = label === 'before' ? 'after' : label
      } else {
        const result = [
          {
            _id: 'a',
            _type: 'topic',
            label: attempt < 4 ? 'before' : 'after',
            slug: 'a',
            synonyms: null,
            broader: null,
          },
        ]
        response.writeHead(200, {'content-type': 'application/json'}).end(JSON.stringify({result, ms: 1}))
      }
    })
    const seen: string[] = []
    for await (const items of createContent({url: server.url, dataset: 'production'}).live(topics, PARAMS)) {
      seen.push(...items.map((item) => item.label))
      if (seen.length === 2) break
    }
    expect(seen).toEqual(['before', 'after'])
    await expect.poll(() => openStreams, {timeout: 2_000}).toBe(0)
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
