/** One event of a `text/event-stream`. */
export type ServerEvent = {event: string; id?: string; data: unknown}

/** The sending end of an event stream. */
export type EventSink = {
  send(event: ServerEvent): void
  /** A comment line: keeps the connection and proxies on the way awake. */
  beat(): void
  close(): void
}

// A reader that falls this far behind is cut off; it comes back and resumes, and the lake's memory stays bounded.
const MAX_BUFFERED_BYTES = 4 * 1024 * 1024

const encoder = new TextEncoder()

/** Opens an event stream; `start` gets its sink, and what it returns runs once when the stream ends, whoever ends it. */
export function eventStream(start: (sink: EventSink) => () => void): Response {
  let finish: (() => void) | undefined
  let ended = false
  const end = (): void => {
    if (ended) return
    ended = true
    finish?.()
  }
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const write = (text: string): void => {
          if (ended) return
          controller.enqueue(encoder.encode(text))
          if ((controller.desiredSize ?? 0) > 0) return
          controller.error(new Error('The reader of this event stream is too slow.'))
          end()
        }
        const sink: EventSink = {
          send: (event) => write(format(event)),
          beat: () => write(':\n\n'),
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

function format({event, id, data}: ServerEvent): string {
  return `event: ${event}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`
}
