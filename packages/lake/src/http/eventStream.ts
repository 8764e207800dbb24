import type {UnreadBytes} from './UnreadBytes.ts'

/** One event of a `text/event-stream`. */
export type ServerEvent = {event: string; id?: string; data: unknown}

/** One event as it goes over the wire, for any number of streams. */
export type EncodedEvent = Uint8Array

/** The sending end of an event stream. */
export type EventSink = {
  send(event: ServerEvent | EncodedEvent): void
  /** A comment line: keeps the connection and proxies on the way awake. */
  beat(): void
  close(): void
}

// A reader that falls this far behind is cut off; it comes back and resumes, and the lake's memory stays bounded.
const MAX_BUFFERED_BYTES = 4 * 1024 * 1024

// Where too much waits for all readers together, those with more than this are the slow ones.
const FEW_BUFFERED_BYTES = 64 * 1024

const encoder = new TextEncoder()

const BEAT = encoder.encode(':\n\n')

/**
 * Opens an event stream; `start` gets its sink, and what it returns runs once when the stream ends, whoever ends it.
 * @param cut - breaks off the connection, for a reader that is too slow; absent without a socket
 * @param unread - what waits for all readers together
 */
export function eventStream(
  cut: (() => void) | undefined,
  unread: UnreadBytes,
  start: (sink: EventSink) => () => void,
): Response {
  const self = {}
  let finish: (() => void) | undefined
  let ended = false
  const end = (): void => {
    if (ended) return
    ended = true
    unread.forget(self)
    finish?.()
  }
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const write = (bytes: Uint8Array): void => {
          if (ended) return
          controller.enqueue(bytes)
          const buffered = MAX_BUFFERED_BYTES - (controller.desiredSize ?? 0)
          const fits = unread.note(self, buffered) || buffered <= FEW_BUFFERED_BYTES
          if (fits && buffered < MAX_BUFFERED_BYTES) return
          if (cut) cut()
          else controller.error(new Error('The reader of this event stream is too slow.'))
          end()
        }
        const sink: EventSink = {
          send: (event) => write(event instanceof Uint8Array ? event : encodeEvent(event)),
          beat: () => write(BEAT),
          close: () => {
            if (ended) return
            controller.close()
            end()
          },
        }
        finish = start(sink)
        if (ended) finish()
      },
      cancel: end,
    },
    new ByteLengthQueuingStrategy({highWaterMark: MAX_BUFFERED_BYTES}),
  )
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    },
  })
}

/** Writes an event out once, however many streams it then goes to. */
export function encodeEvent({event, id, data}: ServerEvent): EncodedEvent {
  return encoder.encode(
    `event: ${event}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`,
  )
}
