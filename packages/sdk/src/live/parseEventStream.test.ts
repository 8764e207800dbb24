import {array, assert, asyncProperty, constantFrom, integer} from 'fast-check'
import {describe, expect, it} from 'vitest'
import {chunksOf} from './chunksOf.ts'
import {parseEventStream, type StreamEvent} from './parseEventStream.ts'

const MAX_LENGTH = 1_000

function streamOf(text: string, cuts: readonly number[] = []): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text)
  const ends = [...new Set(cuts.map((cut) => cut % (bytes.length + 1))), bytes.length].toSorted(
    (a, b) => a - b,
  )
  return new ReadableStream({
    start(controller) {
      let start = 0
      for (const end of ends) {
        controller.enqueue(bytes.slice(start, end))
        start = end
      }
      controller.close()
    },
  })
}

function parse(body: ReadableStream<Uint8Array>) {
  return parseEventStream(
    chunksOf(body, new AbortController().signal, () => {}),
    MAX_LENGTH,
  )
}

async function eventsOf(text: string, cuts?: readonly number[]): Promise<readonly StreamEvent[]> {
  const events: StreamEvent[] = []
  for await (const event of parse(streamOf(text, cuts))) events.push(event)
  return events
}

describe('parseEventStream', () => {
  it.each<[string, string, StreamEvent[]]>([
    ['an event', 'event: welcome\ndata: {}\nid: 1\n\n', [{event: 'welcome', data: '{}', id: '1'}]],
    ['data alone', 'data: x\n\n', [{event: 'message', data: 'x', id: null}]],
    ['data on several lines', 'data: a\ndata: b\n\n', [{event: 'message', data: 'a\nb', id: null}]],
    ['no space after the colon', 'data:x\n\n', [{event: 'message', data: 'x', id: null}]],
    ['a colon in the data', 'data: a: b\n\n', [{event: 'message', data: 'a: b', id: null}]],
    ['a comment as a heartbeat', ': beat\n\n', []],
    ['an id alone', 'id: 7\n\n', []],
    ['an event that is cut off', 'data: x\n\ndata: y', [{event: 'message', data: 'x', id: null}]],
    ['nothing', '', []],
    [
      'an unusual line separator in the data',
      'data: a\u2028b\n\n',
      [{event: 'message', data: 'a\u2028b', id: null}],
    ],
    ['a byte order mark', '\uFEFFdata: x\n\n', [{event: 'message', data: 'x', id: null}]],
  ])('reads %s', async (_name, text, events) => {
    expect(await eventsOf(text)).toEqual(events)
  })

  it('reads the same wherever the stream is cut, whatever ends a line', async () => {
    const text = ': beat\n\nevent: welcome\ndata: {"a":"ü🦴"}\nid: 1\n\ndata: x\ndata: y\n\n'
    const expected = await eventsOf(text)
    await assert(
      asyncProperty(
        array(integer({min: 0, max: 200})),
        constantFrom('\n', '\r\n', '\r'),
        async (cuts, end) => {
          expect(await eventsOf(text.replaceAll('\n', end) + end, cuts)).toEqual(expected)
        },
      ),
    )
  })

  it.each([
    ['a line that does not end', 'data: '],
    ['an event of many lines', 'data: x\n'],
    ['a comment that does not end', ':'],
  ])('refuses %s', async (_name, text) => {
    let pieces = 0
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pieces += 1
        controller.enqueue(
          new TextEncoder().encode(pieces === 1 ? text : text.endsWith('\n') ? text : 'y'.repeat(8)),
        )
      },
    })
    const parsing = async () => {
      for await (const event of parse(body)) expect(event).toBe('an event')
    }
    await expect(parsing()).rejects.toMatchObject({code: 'too-large', queryName: 'live events'})
    expect(pieces).toBeLessThan(200)
  })

  it('reads any number of small events and comments', async () => {
    const text = ': beat\ndata: x\n\n'.repeat(1_000)
    expect(await eventsOf(text, [7, 500, 9_000])).toHaveLength(1_000)
  })

  it('lets go of the stream when the loop is left', async () => {
    let isCancelled = false
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new TextEncoder().encode('data: x\n\n')),
      cancel: () => {
        isCancelled = true
      },
    })
    for await (const event of parse(body)) {
      expect(event.data).toBe('x')
      break
    }
    expect(isCancelled).toBe(true)
  })
})
