import {connect} from 'node:net'
import type {Socket} from 'node:net'
import {startLake} from '@spine-center/lake'
import type {RunningLake} from '@spine-center/lake'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {readEvents} from '../conformance/readEvents.ts'
import {lakeRequests} from './lakeRequests.ts'

let lake: RunningLake
let token = ''
beforeEach(async () => {
  lake = await startLake({port: 0})
  token = lake.createToken({role: 'editor', label: 'listeners'})
})
afterEach(() => lake.close())

const path = (query: string): string =>
  `/v2025-02-19/data/listen/production?includeResult=true&query=${encodeURIComponent(query)}`

const listen = (query: string): Promise<Response> =>
  fetch(lake.url + path(query), {headers: {authorization: `Bearer ${token}`}})

/** Opens a stream and never reads a byte of it. */
function openUnread(query: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(lake.port, '127.0.0.1', () => {
      socket.write(
        `GET ${path(query)} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${token}\r\n\r\n`,
        () => resolve(socket),
      )
    })
    socket.pause().once('error', reject)
  })
}

test('of a thousand listeners each hears every transaction once and in order', async () => {
  const readers = []
  // Half of them ask alike, as many Studios do.
  for (let n = 0; n < 1000; n += 1) {
    const response = await listen(n % 2 === 0 ? '*[_type == "t"]' : `*[_type == "t" && n != ${-n}]`)
    readers.push(readEvents(response))
  }
  await Promise.all(readers.map((reader) => reader.next()))
  const {mutate} = lakeRequests(lake.url, token)
  await mutate([{create: {_id: 'a', _type: 't', n: 0}}])
  for (let n = 1; n <= 4; n += 1) await mutate([{patch: {id: 'a', set: {n}}}])
  await mutate([{create: {_id: 'elsewhere', _type: 'u'}}])
  await mutate([{delete: {id: 'a'}}])
  for (const reader of readers) {
    const heard = []
    for (let event = 0; event < 6; event += 1) heard.push((await reader.next()).data)
    expect(heard.map(({transition, result}) => ({transition, result}))).toMatchObject([
      {transition: 'appear', result: {n: 0}},
      ...[1, 2, 3, 4].map((n) => ({transition: 'update', result: {n}})),
      {transition: 'disappear'},
    ])
    reader.close()
  }
})

test('one that does not read is cut off, and holds nobody up', async () => {
  const unread = await openUnread('*')
  const reader = readEvents(await listen('*[_type == "t"]'))
  await reader.next()
  const {mutate} = lakeRequests(lake.url, token)
  // More than the lake keeps for a stream and the operating system for a connection together.
  const [size, count] = [1_000_000, 40]
  for (let n = 0; n < count; n += 1) {
    await mutate([{createOrReplace: {_id: 'a', _type: 't', n, text: 'x'.repeat(size)}}])
    expect(await reader.next()).toMatchObject({data: {result: {n}}})
  }
  let received = 0
  const ended = new Promise<void>((resolve) => {
    unread.on('data', (chunk) => (received += chunk.length))
    unread.once('close', () => resolve())
    unread.on('error', () => undefined)
  })
  unread.resume()
  await ended
  expect(received).toBeLessThan((size * count) / 2)
  reader.close()
})
