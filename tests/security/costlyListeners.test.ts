import {startLake} from '@spine-center/lake'
import type {RunningLake} from '@spine-center/lake'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {readEvents} from '../conformance/readEvents.ts'

const numbers = Array.from({length: 2_000}, (_, n) => n)

let lake: RunningLake
beforeEach(async () => {
  lake = await startLake({port: 0, documents: [{_id: 'a', _type: 'list', numbers}]})
})
afterEach(() => lake.close())

const listen = async (query: string) =>
  readEvents(await fetch(`${lake.url}/v2025-02-19/data/listen/production?query=${encodeURIComponent(query)}`))

test('listeners that take long to match end, name the limit, and hold up neither writers nor other listeners', async () => {
  const cheap = await listen('*[_type == "list"]')
  await cheap.next()
  // Each looks at four million pairs for each change.
  const filter = '_type == "list" && count(numbers[count(^.numbers[@ > ^]) > -1]) > 0'
  const costly = await Promise.all(Array.from({length: 20}, (_, n) => listen(`*[${filter} && ${n} == ${n}]`)))
  for (const events of costly) await events.next()
  const token = lake.createToken({role: 'editor', label: 'test'})
  const written = await fetch(`${lake.url}/v2025-02-19/data/mutate/production`, {
    method: 'POST',
    body: JSON.stringify({mutations: [{patch: {id: 'a', set: {title: 'A'}}}]}),
    headers: {authorization: `Bearer ${token}`, 'content-type': 'application/json'},
  })
  expect(written.status).toBe(200)
  for (const events of costly) {
    const {event, data} = await events.next()
    expect(event).toBe('channelError')
    expect(JSON.stringify(data)).toContain('--match-timeout-ms')
  }
  expect(await cheap.next()).toMatchObject({event: 'mutation', data: {documentId: 'a'}})
  cheap.close()
})
