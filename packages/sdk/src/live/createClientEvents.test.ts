import {describe, expect, it} from 'vitest'
import {ContentError} from '../core.ts'
import {createClientEvents} from './createClientEvents.ts'
import type {LiveEvent} from './liveEvent.ts'
import {createTestClock} from './testClock.fixture.ts'

type Observer = {next(value: unknown): void; error(error: unknown): void; complete(): void}

const TOKEN = 'sk-1'

/** Follows a client whose observables are in the test's hands. */
function follow() {
  const caller = new AbortController()
  const clock = createTestClock()
  const told: LiveEvent[] = []
  const observers: Observer[] = []
  const asked: unknown[] = []
  let subscribed = 0
  const events = (options: unknown) => {
    asked.push(options)
    return {
      subscribe(observer: Observer) {
        observers.push(observer)
        subscribed += 1
        return {unsubscribe: () => (subscribed -= 1)}
      },
    }
  }
  const client = {fetch: async () => null, live: {events}}
  createClientEvents(client, [TOKEN], {
    includeDrafts: true,
    timeoutMs: 15_000,
    clock,
    random: () => 1,
    signal: caller.signal,
    tell: (event) => told.push(event),
  })
  return {clock, caller, told, observers, asked, subscribed: () => subscribed}
}

const codesOf = (told: readonly LiveEvent[]) =>
  told.map((event) =>
    'error' in event && event.error instanceof ContentError
      ? `${event.type} ${event.error.code}`
      : event.type,
  )

describe('createClientEvents', () => {
  it('gives connections and changes, and leaves the rest', async () => {
    const {told, observers, asked} = follow()
    observers[0]?.next({type: 'welcome', id: '1'})
    observers[0]?.next({type: 'message', id: '2', tags: ['s1:a']})
    observers[0]?.next({type: 'restart', id: '3'})
    observers[0]?.next({type: 'new'})
    observers[0]?.next('odd')
    expect(told).toEqual([
      {type: 'connected', id: '1'},
      {type: 'changed', id: '2', tags: ['s1:a']},
      {type: 'connected', id: '3'},
    ])
    expect(asked.at(-1)).toEqual({includeDrafts: true})
  })

  it('leaves mending the connection to the client, for a while', async () => {
    const {clock, told, observers, subscribed} = follow()
    observers[0]?.next({type: 'welcome'})
    await clock.pass(3_600_000)
    observers[0]?.next({type: 'reconnect'})
    await clock.pass(59_000)
    expect(observers).toHaveLength(1)
    await clock.pass(2_000)
    expect(observers).toHaveLength(2)
    expect(subscribed()).toBe(1)
    expect(codesOf(told)).toEqual(['connected', 'lost network', 'lost timeout'])
  })

  it.each<[string, (observer: Observer | undefined) => void]>([
    ['gives up', (observer) => observer?.error(new Error(`lost ${TOKEN}`))],
    ['ends', (observer) => observer?.complete()],
    ['is sent away', (observer) => observer?.next({type: 'goaway', reason: 'too many'})],
    ['is told to come later', (observer) => observer?.error(Object.assign(new Error('x'), {status: 503}))],
  ])('begins anew when the client %s', async (_name, end) => {
    const {clock, told, observers, subscribed} = follow()
    end(observers[0])
    await clock.pass(600)
    expect(observers).toHaveLength(2)
    expect(subscribed()).toBe(1)
    expect(codesOf(told)[0]).toMatch(/^lost (network|http)$/)
    expect(told.map((event) => ('error' in event ? String(event.error) : '')).join()).not.toContain(TOKEN)
  })

  it.each([
    [401, 'refused unauthorized'],
    [404, 'refused http'],
  ])('ends when the source answers %i', async (status, outcome) => {
    const {clock, told, observers, subscribed} = follow()
    observers[0]?.error(Object.assign(new Error('refused'), {status}))
    await clock.pass(100_000)
    expect(codesOf(told)).toEqual([outcome])
    expect([observers.length, subscribed()]).toEqual([1, 0])
  })

  it('ends with the signal', async () => {
    const {clock, caller, told, subscribed} = follow()
    caller.abort()
    await clock.pass(100_000)
    expect(told).toEqual([])
    expect(subscribed()).toBe(0)
  })

  it.each([
    ['has none', {}, /Give @sanity\/client/],
    [
      'refuses to give them',
      {
        live: {
          events: () => {
            throw new Error(`no token, not even ${TOKEN}`)
          },
        },
      },
      /no token, not even \[redacted\]/,
    ],
  ])('says so when the client %s', (_name, live, message) => {
    const client = {fetch: async () => null, ...live}
    const request = {
      includeDrafts: true,
      timeoutMs: 15_000,
      clock: createTestClock(),
      random: () => 1,
      signal: new AbortController().signal,
      tell: () => {},
    }
    expect(() => createClientEvents(client, [TOKEN], request)).toThrow(TypeError)
    expect(() => createClientEvents(client, [TOKEN], request)).toThrow(message)
  })
})
