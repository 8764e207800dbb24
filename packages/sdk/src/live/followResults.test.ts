import {describe, expect, it} from 'vitest'
import {ContentError} from '../core.ts'
import {followResults, type TaggedResult} from './followResults.ts'
import type {EventsRequest, LiveEvent} from './liveEvent.ts'
import type {LiveStatus} from './liveOptions.ts'
import {createTestClock, settle} from './testClock.fixture.ts'

const connected: LiveEvent = {type: 'connected', id: null}
const lost: LiveEvent = {type: 'lost', error: new ContentError('network', 'gone')}
const changed = (id: string, ...tags: readonly string[]): LiveEvent => ({type: 'changed', id, tags})
const failure = (code: ContentError['code'], status?: number) => new ContentError(code, code, {status})
const unavailable = failure('http', 503)

type Answer = TaggedResult<string> | Error

const value = (result: string, ...syncTags: readonly string[]): Answer => ({result, syncTags})

/** Follows a source that answers each read in turn, the last answer again and again. */
function follow(
  answers: readonly Answer[],
  given: {events?: (request: EventsRequest) => Promise<void>} = {},
) {
  const clock = createTestClock()
  const caller = new AbortController()
  const reads: (string | null)[] = []
  const statuses: LiveStatus[] = []
  const shown: string[] = []
  let request: EventsRequest | null = null
  const iterator = followResults({
    events: async (asked) => {
      request = asked
      await given.events?.(asked)
    },
    read: async (lastEventId, signal) => {
      reads.push(lastEventId)
      const answer = answers[Math.min(reads.length, answers.length) - 1]
      if (signal.aborted) throw failure('aborted')
      if (answer instanceof Error || answer === undefined) throw answer ?? failure('aborted')
      return answer
    },
    includeDrafts: false,
    timeoutMs: 1_000,
    clock,
    random: () => 1,
    signal: caller.signal,
    onStatus: (status) => statuses.push(status),
  })
  const all = (async () => {
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const {done, value: result} = await iterator.next()
      if (done) return 'done'
      shown.push(result)
    }
  })()
  all.catch(() => undefined)
  const tell = async (...events: readonly LiveEvent[]) => {
    await settle()
    for (const event of events) request?.tell(event)
    await settle()
  }
  return {clock, caller, reads, statuses, shown, iterator, all, tell, isEnded: () => request?.signal.aborted}
}

describe('followResults', () => {
  it('reads at once, then only for events that share a tag with the newest result', async () => {
    const {shown, reads, tell} = follow([value('a', 't1'), value('b', 't2'), value('c', 't3')])
    await settle()
    expect(shown).toEqual(['a'])
    await tell(changed('e1', 'other'))
    await tell(changed('e2', 't1'))
    await tell(changed('e3', 't1'))
    await tell(changed('e4', 'x', 't2'))
    expect({reads, shown}).toEqual({reads: [null, 'e2', 'e4'], shown: ['a', 'b', 'c']})
  })

  it('reads again for each connection, and shows only what is new', async () => {
    const {shown, reads, tell} = follow([value('a', 't'), value('a', 't'), value('b', 't')])
    await tell({type: 'connected', id: 'e1'})
    await tell(connected)
    expect({reads, shown}).toEqual({reads: [null, 'e1', null], shown: ['a', 'b']})
  })

  it('reads a result without tags again at every event', async () => {
    const {shown, tell} = follow([value('a'), value('b'), value('c')])
    await tell(changed('e1', 'x'))
    await tell(changed('e2', 'y'))
    expect(shown).toEqual(['a', 'b', 'c'])
  })

  it('reads once for what came while it read', async () => {
    const {shown, reads, tell} = follow([value('a', 't'), value('b', 't')])
    await tell(changed('e1', 't'), changed('e2', 't'), changed('e3', 't', 'u'))
    expect({reads, shown}).toEqual({reads: [null, 'e3'], shown: ['a', 'b']})
  })

  it('keeps what it hears in bounds, and takes a change of very much for a change of everything', async () => {
    const {reads, tell} = follow([value('a', 't')])
    await tell(changed('e1', ...Array.from({length: 10_001}, (_, index) => `x${index}`)))
    expect(reads).toEqual([null, 'e1'])
  })

  it.each([failure('network'), failure('timeout'), failure('not-json'), failure('http', 429), unavailable])(
    'repeats a later read that fails with %s, and says so',
    async (error) => {
      const {clock, shown, statuses, reads, tell} = follow([value('a', 't'), error, error, value('b', 't')])
      await tell(changed('e1', 't'))
      await clock.pass(499)
      expect(reads).toEqual([null, 'e1'])
      await clock.pass(1_001)
      expect({reads, shown}).toEqual({reads: [null, 'e1', 'e1', 'e1'], shown: ['a', 'b']})
      const failed = {isConnected: false, isCurrent: false, error}
      expect(statuses).toEqual([failed, failed, {isConnected: false, isCurrent: true, error: null}])
    },
  )

  it('repeats at once when the source is back', async () => {
    const failing = Array.from({length: 5}, () => unavailable)
    const {clock, shown, tell} = follow([value('a', 't'), ...failing, value('b', 't')])
    await tell(changed('e1', 't'))
    await clock.pass(8_000)
    await tell(connected)
    expect(shown).toEqual(['a', 'b'])
  })

  it.each([
    failure('invalid-result'),
    failure('too-large'),
    failure('unauthorized', 401),
    failure('http', 404),
    failure('http', 400),
    new TypeError('a parameter'),
  ])('ends with a later read that fails with %s', async (error) => {
    const {all, isEnded, tell} = follow([value('a', 't'), error])
    await tell(changed('e1', 't'))
    await expect(all).rejects.toBe(error)
    expect(isEnded()).toBe(true)
  })

  it('ends with a first read that fails, whatever fails', async () => {
    const {all, isEnded} = follow([unavailable])
    await expect(all).rejects.toBe(unavailable)
    expect(isEnded()).toBe(true)
  })

  it('ends with what the source refuses, after what it has read', async () => {
    const {all, shown, tell} = follow([value('a', 't')])
    const error = failure('unauthorized', 403)
    await tell({type: 'refused', error})
    await expect(all).rejects.toBe(error)
    expect(shown).toEqual(['a'])
  })

  it('ends with what the source refuses while reads fail', async () => {
    const {all, reads, tell} = follow([value('a', 't'), unavailable])
    const error = failure('http', 404)
    await tell(changed('e1', 't'))
    await tell({type: 'refused', error})
    await expect(all).rejects.toBe(error)
    expect(reads).toHaveLength(2)
  })

  it('ends when the source cannot be followed at all', async () => {
    const error = new TypeError('no events')
    const {all, shown} = follow([value('a')], {events: () => Promise.reject(error)})
    await expect(all).rejects.toBe(error)
    expect(shown).toEqual([])
  })

  it('reads now and then while it is not connected, and says when it is', async () => {
    const {clock, shown, statuses, tell} = follow([value('a', 't'), value('b', 't'), value('c', 't')])
    await tell(lost)
    await clock.pass(39_000)
    expect(shown).toEqual(['a'])
    await clock.pass(41_000)
    expect(shown).toEqual(['a', 'b', 'c'])
    await tell(connected)
    await clock.pass(200_000)
    expect(statuses).toEqual([
      {isConnected: false, isCurrent: true, error: lost.error},
      {isConnected: true, isCurrent: true, error: null},
    ])
  })

  it('ends quietly with the signal, while it waits, reads or pauses', async () => {
    const waiting = follow([value('a', 't')])
    await settle()
    waiting.caller.abort()
    const pausing = follow([value('a', 't'), unavailable])
    await pausing.tell(changed('e1', 't'))
    pausing.caller.abort()
    const reading = follow([failure('aborted')])
    reading.caller.abort()
    expect(await Promise.all([waiting.all, pausing.all, reading.all])).toEqual(['done', 'done', 'done'])
    expect([waiting.isEnded(), pausing.isEnded()]).toEqual([true, true])
  })

  it('ends when it is told to return while it waits, and stays ended', async () => {
    const {iterator, all, isEnded} = follow([value('a', 't')])
    await settle()
    expect(await iterator.return()).toEqual({done: true, value: undefined})
    expect(await all).toBe('done')
    expect(await iterator.next()).toEqual({done: true, value: undefined})
    expect(isEnded()).toBe(true)
  })

  it('reads nothing when it is told to return before it began', async () => {
    const reads: unknown[] = []
    const iterator = followResults({
      events: () => Promise.reject(new Error('It was followed.')),
      read: async () => {
        reads.push(null)
        return {result: 'a', syncTags: []}
      },
      includeDrafts: false,
      timeoutMs: 1_000,
      clock: createTestClock(),
      random: () => 1,
      signal: undefined,
      onStatus: undefined,
    })
    await iterator.return()
    expect(await iterator.next()).toEqual({done: true, value: undefined})
    expect(reads).toEqual([])
  })

  it('ends with what its hook throws', async () => {
    const error = new Error('the hook')
    const iterator = followResults({
      events: async ({tell}) => tell(lost),
      read: async () => ({result: 'a', syncTags: []}),
      includeDrafts: false,
      timeoutMs: 1_000,
      clock: createTestClock(),
      random: () => 1,
      signal: undefined,
      onStatus: () => {
        throw error
      },
    })
    await iterator.next()
    await expect(iterator.next()).rejects.toBe(error)
  })
})
