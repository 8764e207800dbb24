import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createClient} from '@sanity/client'
import {createLake, startLake} from '@spine-center/lake'
import type {Lake} from '@spine-center/lake'
import {freePort} from '@spine-center/launcher'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {readEvents} from '../conformance/readEvents.ts'
import type {EventReader} from '../conformance/readEvents.ts'
import {lakeRequests} from './lakeRequests.ts'

let dataDir = ''
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lake-restart-'))
})
afterEach(() => rm(dataDir, {recursive: true}))

type Told = {type: string; transactionId?: string}

test('the client that listens is told after a restart what it missed, and goes on', async () => {
  const first = await startLake({dataDir, port: await freePort()})
  const token = first.createToken({role: 'editor', label: 'restart'})
  const client = createClient({
    projectId: first.projectId,
    dataset: first.dataset,
    apiVersion: '2025-02-19',
    apiHost: first.url,
    useProjectHostname: false,
    useCdn: false,
    token,
  })
  const told: Told[] = []
  const waiting: {count: number; resolve: () => void}[] = []
  const hears = (count: number): Promise<void> =>
    new Promise((resolve) => (told.length >= count ? resolve() : waiting.push({count, resolve})))
  const events = ['welcome', 'mutation', 'reconnect', 'welcomeback', 'reset'] as const
  const subscription = client
    .listen('*[_type == "t"]', {}, {events: [...events], enableResume: true, visibility: 'query'})
    .subscribe((event) => {
      // While the lake is away each attempt is said.
      if (event.type === 'reconnect' && told.at(-1)?.type === 'reconnect') return
      told.push({type: event.type, ...('transactionId' in event ? {transactionId: event.transactionId} : {})})
      for (const {count, resolve} of waiting) if (told.length >= count) resolve()
    })
  await hears(1)
  await lakeRequests(first.url, token).mutate([{create: {_id: 'a', _type: 't'}}], 'heard')
  await hears(2)
  await first.close()

  const meanwhile = createLake({dataDir})
  const created = await meanwhile.fetch('http://localhost/v2025-02-19/data/mutate/production', {
    method: 'POST',
    body: JSON.stringify({mutations: [{patch: {id: 'a', set: {n: 1}}}], transactionId: 'missed'}),
    headers: {authorization: `Bearer ${token}`},
  })
  expect(created.status).toBe(200)
  meanwhile.close()

  const second = await startLake({dataDir, port: first.port})
  await hears(5)
  await lakeRequests(second.url, token).mutate([{delete: {id: 'a'}}], 'after')
  await hears(6)
  expect(told).toEqual([
    {type: 'welcome'},
    {type: 'mutation', transactionId: 'heard'},
    {type: 'reconnect'},
    {type: 'welcomeback'},
    {type: 'mutation', transactionId: 'missed'},
    {type: 'mutation', transactionId: 'after'},
  ])
  subscription.unsubscribe()
  await second.close()
})

test('a stream whose ticket was given out before a restart is asked for again, and not given up', async () => {
  const first = await startLake({dataDir, port: await freePort()})
  const token = first.createToken({role: 'editor', label: 'restart'})
  const asked = await fetch(`${first.url}/v2025-02-19/data/listen/production?query=*`, {
    redirect: 'manual',
    headers: {authorization: `Bearer ${token}`, origin: first.url},
  })
  const target = new URL(asked.headers.get('location') ?? '')
  expect([asked.status, target.hostname]).toEqual([307, expect.stringMatching(/^l\d+\.localhost$/)])
  await first.close()
  const second = await startLake({dataDir, port: first.port})
  // "4xx on connect is final, 5xx is tried again" (as the Sanity client does it).
  const answer = await second.fetch(target.href)
  expect(answer.status).toBe(503)
  await second.close()
})

const openLive = async (lake: Lake, lastEventId?: string): Promise<EventReader> => {
  const headers = lastEventId === undefined ? {} : {'last-event-id': lastEventId}
  return readEvents(await lake.fetch('http://localhost/v2025-02-19/data/live/events/production', {headers}))
}

const tagsOf = ({tags}: Record<string, unknown>): unknown => new Set(Array.isArray(tags) ? tags : [])

test('a page that follows the live events is told after a restart which results it must read anew', async () => {
  const first = createLake({dataDir})
  const token = first.createToken({role: 'editor', label: 'live'})
  const write = (lake: Lake, mutation: object): Promise<Response> =>
    lake.fetch('http://localhost/v2025-02-19/data/mutate/production', {
      method: 'POST',
      body: JSON.stringify({mutations: [mutation]}),
      headers: {authorization: `Bearer ${token}`},
    })
  await write(first, {create: {_id: 'a', _type: 't'}})
  const before = await openLive(first)
  const {event, id = ''} = await before.next()
  expect(event).toBe('welcome')
  await write(first, {patch: {id: 'a', set: {n: 1}}})
  const {data} = await before.next()
  first.close()
  const second = createLake({dataDir})
  const after = await openLive(second, id)
  expect(await after.next()).toMatchObject({event: 'welcome'})
  const missed = await after.next()
  expect(missed.event).toBe('message')
  expect(tagsOf(missed.data)).toEqual(tagsOf(data))
  expect(tagsOf(data)).not.toEqual(new Set())
  after.close()
  second.close()
})
