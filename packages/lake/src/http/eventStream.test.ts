import {expect, test, vi} from 'vitest'
import type {Mock} from 'vitest'
import {eventStream} from './eventStream.ts'
import type {EventSink} from './eventStream.ts'
import {UnreadBytes} from './UnreadBytes.ts'

function open(unread = new UnreadBytes(100_000_000)): {
  response: Response
  sink: EventSink
  ended: Mock<() => void>
} {
  const ended = vi.fn<() => void>()
  let sink: EventSink | undefined
  const response = eventStream(undefined, unread, (opened) => {
    sink = opened
    return ended
  })
  if (!sink) throw new Error('The stream did not start.')
  return {response, sink, ended}
}

test('events are written in the form that browsers read', async () => {
  const {response, sink, ended} = open()
  sink.send({event: 'welcome', id: '1', data: {a: 'line\nbreak'}})
  sink.beat()
  sink.send({event: 'bye', data: null})
  sink.close()
  expect(await response.text()).toBe(
    'event: welcome\nid: 1\ndata: {"a":"line\\nbreak"}\n\n:\n\nevent: bye\ndata: null\n\n',
  )
  expect(ended).toHaveBeenCalledOnce()
})

test('a reader that leaves ends the stream once', async () => {
  const {response, sink, ended} = open()
  await response.body?.cancel()
  sink.send({event: 'late', data: 1})
  sink.close()
  expect(ended).toHaveBeenCalledOnce()
})

test('a reader that does not read is cut off, and what waits for it is bounded', async () => {
  const {response, sink, ended} = open()
  const text = 'x'.repeat(1024 * 1024)
  for (let n = 0; n < 10; n += 1) sink.send({event: 'big', data: text})
  expect(ended).toHaveBeenCalledOnce()
  await expect(response.text()).rejects.toThrow(/too slow/)
})

test('when too much waits for all readers together, the slow ones are cut off and the others are not', () => {
  const unread = new UnreadBytes(1_000_000)
  const slow = [open(unread), open(unread)]
  const brisk = open(unread)
  const text = 'x'.repeat(300_000)
  for (const {sink} of [...slow, ...slow]) sink.send({event: 'big', data: text})
  brisk.sink.send({event: 'small', data: 1})
  expect(slow.map(({ended}) => ended.mock.calls.length)).toEqual([0, 1])
  expect(brisk.ended).not.toHaveBeenCalled()
  // What the one that is gone held is free again.
  brisk.sink.send({event: 'big', data: text})
  expect(brisk.ended).not.toHaveBeenCalled()
})
