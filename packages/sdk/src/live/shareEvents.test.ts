import {describe, expect, it} from 'vitest'
import {ContentError} from '../core.ts'
import type {EventsRequest, LiveEvent} from './liveEvent.ts'
import {shareEvents} from './shareEvents.ts'
import {createTestClock} from './testClock.fixture.ts'

function open() {
  const connections: EventsRequest[] = []
  const follow = shareEvents((request) => connections.push(request))
  const join = () => {
    const caller = new AbortController()
    const told: string[] = []
    follow({
      includeDrafts: false,
      timeoutMs: 1_000,
      clock: createTestClock(),
      random: () => 1,
      signal: caller.signal,
      tell: (event) => told.push(event.type),
    })
    return {told, leave: () => caller.abort()}
  }
  const tell = (event: LiveEvent) => connections.at(-1)?.tell(event)
  return {connections, join, tell}
}

const connected: LiveEvent = {type: 'connected', id: 'e1'}
const changed: LiveEvent = {type: 'changed', id: 'e2', tags: []}
const error = new ContentError('network', 'gone')

describe('shareEvents', () => {
  it('tells all of everything, over one connection', () => {
    const {connections, join, tell} = open()
    const followers = [join(), join(), join()]
    tell(connected)
    tell(changed)
    expect(connections).toHaveLength(1)
    expect(followers.map(({told}) => told)).toEqual(Array.from({length: 3}, () => ['connected', 'changed']))
  })

  it('tells who comes later how things stand', () => {
    const {join, tell} = open()
    join()
    tell(connected)
    tell(changed)
    const second = join()
    tell({type: 'lost', error})
    const third = join()
    tell(connected)
    expect(second.told).toEqual(['connected', 'lost', 'connected'])
    expect(third.told).toEqual(['lost', 'connected'])
  })

  it('is closed with the last, and made again for who comes then', () => {
    const {connections, join, tell} = open()
    const [first, second] = [join(), join()]
    tell(connected)
    first.leave()
    expect(connections[0]?.signal.aborted).toBe(false)
    tell(changed)
    second.leave()
    expect(connections[0]?.signal.aborted).toBe(true)
    const third = join()
    expect(connections).toHaveLength(2)
    expect([first.told, second.told, third.told]).toEqual([['connected'], ['connected', 'changed'], []])
  })

  it('is tried anew for who comes after a refusal', () => {
    const {connections, join, tell} = open()
    const first = join()
    tell({type: 'refused', error})
    const second = join()
    first.leave()
    tell(connected)
    expect(connections).toHaveLength(2)
    expect(connections[1]?.signal.aborted).toBe(false)
    expect([first.told, second.told]).toEqual([['refused'], ['connected']])
  })
})
