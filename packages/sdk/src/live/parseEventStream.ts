/** One event of a `text/event-stream`. */
export interface StreamEvent {
  readonly event: string
  readonly data: string
  readonly id: string | null
}

/**
 * Parses a `text/event-stream` as it arrives (WHATWG HTML, server-sent events): fields by line, events by
 * empty line, comments and unknown fields ignored. An event that is cut off is dropped.
 */
export async function* parseEventStream(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent> {
  const decoder = new TextDecoder()
  let buffer = ''
  for await (const chunk of chunksOf(body)) {
    buffer += decoder.decode(chunk, {stream: true})
    // A carriage return at the end may be half of a line end: it waits for the next chunk.
    const complete = buffer.endsWith('\r') ? buffer.slice(0, -1) : buffer
    const held = buffer.slice(complete.length)
    const blocks = complete.replace(/\r\n?/g, '\n').split('\n\n')
    buffer = (blocks.pop() ?? '') + held
    for (const block of blocks) {
      const event = parseBlock(block)
      if (event) yield event
    }
  }
}

// Not every browser can iterate a stream.
async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  try {
    for (;;) {
      const {done, value} = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    // Leaving early lets go of the connection; a stream that failed has nothing left to cancel.
    await reader.cancel().catch(() => undefined)
  }
}

function parseBlock(block: string): StreamEvent | null {
  const fields = new Map<string, string>()
  for (const line of block.split('\n')) {
    const match = /^([^:]+)(?:: ?(.*))?$/.exec(line)
    if (!match?.[1]) continue
    const [, name, value = ''] = match
    const before = name === 'data' ? fields.get('data') : undefined
    fields.set(name, before === undefined ? value : `${before}\n${value}`)
  }
  const event = fields.get('event')
  const data = fields.get('data')
  if (event === undefined && data === undefined) return null
  return {event: event ?? 'message', data: data ?? '', id: fields.get('id') ?? null}
}
