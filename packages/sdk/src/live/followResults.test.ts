import {describe, expect, it} from 'vitest'
import {followResults} from './followResults.ts'
import type {LiveEvent} from './liveEvent.ts'

async function* stream(...events: readonly LiveEvent[]): AsyncGenerator<LiveEvent> {
  yield* events
}

const connected: LiveEvent = {type: 'connected', id: null}
const changed = (id: string, ...tags: readonly string[]): LiveEvent => ({type: 'changed', id, tags})

async function follow(events: AsyncIterable<LiveEvent>, results: readonly unknown[]) {
  const reads: (string | null)[] = []
  const shown: unknown[] = []
  const read = async (lastEventId: string | null) => {
    reads.push(lastEventId)
    return {result: results[Math.min(reads.length, results.length) - 1], syncTags: [`tag${reads.length}`]}
  }
  for await (const result of followResults(events, read)) shown.push(result)
  return {reads, shown}
}

describe('followResults', () => {
  it('reads on connection, then only for events that share a tag with the newest result', async () => {
    const events = stream(
      connected,
      changed('e1', 'other'),
      changed('e2', 'tag1'),
      changed('e3', 'tag1'),
      changed('e4', 'x', 'tag2'),
    )
    expect(await follow(events, ['a', 'b', 'c'])).toEqual({reads: [null, 'e2', 'e4'], shown: ['a', 'b', 'c']})
  })

  it('reads nothing before it is connected', async () => {
    expect(await follow(stream(changed('e1', 'tag1')), ['a'])).toEqual({reads: [], shown: []})
  })

  it('reads again after a reconnection, and shows only what is new', async () => {
    expect(await follow(stream(connected, connected, connected), ['a', 'a', 'b'])).toEqual({
      reads: [null, null, null],
      shown: ['a', 'b'],
    })
  })
})
