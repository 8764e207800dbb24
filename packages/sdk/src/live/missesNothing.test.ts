import {array, assert, asyncProperty, constantFrom} from 'fast-check'
import {expect, it} from 'vitest'
import {ContentError} from '../core.ts'
import {followResults} from './followResults.ts'
import type {EventsRequest} from './liveEvent.ts'
import {createTestClock, settle} from './testClock.fixture.ts'

const LONGEST_PAUSE_MS = 30_000
const LONGEST_POLL_MS = 40_000

/** A source with one value, whose connection and reads fail as they are told to, and whoever follows it. */
function startWorld() {
  const clock = createTestClock()
  const caller = new AbortController()
  const shown: number[] = []
  let version = 0
  let failing = 0
  let isConnected = false
  let tell: EventsRequest['tell'] | null = null
  const iterator = followResults({
    events: async (request) => {
      tell = request.tell
    },
    // Slow, so that events come in the middle of it: what is read is what was there when it began.
    read: async (_lastEventId, signal) => {
      const result = version
      await clock.wait(100, signal)
      if (failing > 0) {
        failing -= 1
        throw new ContentError('http', 'busy', {status: 503})
      }
      return {result, syncTags: ['value']}
    },
    includeDrafts: false,
    timeoutMs: 1_000,
    clock,
    random: () => 1,
    signal: caller.signal,
    onStatus: undefined,
  })
  const all = (async () => {
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const {done, value} = await iterator.next()
      if (done) return
      shown.push(value)
    }
  })()
  const steps = {
    change() {
      version += 1
      if (isConnected) tell?.({type: 'changed', id: `e${version}`, tags: ['value']})
    },
    changeOther() {
      if (isConnected) tell?.({type: 'changed', id: 'other', tags: ['other']})
    },
    connect() {
      isConnected = true
      tell?.({type: 'connected', id: null})
    },
    lose() {
      isConnected = false
      tell?.({type: 'lost', error: new ContentError('network', 'gone')})
    },
    fail() {
      failing += 1
    },
    wait() {},
  }
  const finish = async () => {
    caller.abort()
    await all
  }
  return {clock, steps, shown, version: () => version, isConnected: () => isConnected, finish}
}

it('shows the newest value in the end, once, whatever fails on the way', async () => {
  const step = constantFrom('change', 'changeOther', 'connect', 'lose', 'fail', 'wait')
  await assert(
    asyncProperty(
      array(step, {maxLength: 12}),
      constantFrom('connect', 'lose', 'wait'),
      async (steps, last) => {
        const world = startWorld()
        await world.clock.pass(100)
        for (const name of ['connect', ...steps, last] as const) {
          world.steps[name]()
          // oxlint-disable-next-line no-await-in-loop -- one after the other
          await (name === 'wait' ? world.clock.pass(150) : settle())
        }
        // A dozen failures are over in so many pauses, and without a connection it is read now and then.
        await world.clock.pass(12 * LONGEST_PAUSE_MS + LONGEST_POLL_MS + 200)
        expect(world.shown.at(-1)).toBe(world.version())
        expect(world.shown).toEqual([...new Set(world.shown)])
        await world.finish()
      },
    ),
    {numRuns: 40},
  )
})
