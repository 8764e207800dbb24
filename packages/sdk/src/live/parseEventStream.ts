import {readError} from '../core.ts'

/** One event of a `text/event-stream`. */
export interface StreamEvent {
  readonly event: string
  readonly data: string
  readonly id: string | null
}

/**
 * Parses a `text/event-stream` as it arrives (WHATWG HTML, server-sent events): fields by line, events by
 * empty line, comments and unknown fields ignored. An event that is cut off is dropped.
 *
 * @param maxLength - how many characters of one event are kept
 * @throws ContentError `too-large`
 */
export async function* parseEventStream(
  chunks: AsyncIterable<Uint8Array>,
  maxLength: number,
): AsyncGenerator<StreamEvent> {
  const splitLines = createLineSplitter()
  let fields = new Map<string, string>()
  let length = 0
  for await (const chunk of chunks) {
    const {lines, rest} = splitLines(chunk)
    for (const line of lines) {
      if (line !== '') {
        length += addField(fields, line)
        continue
      }
      const event = eventOf(fields)
      fields = new Map()
      length = 0
      if (event) yield event
    }
    if (length + rest.length > maxLength) throw tooLarge(maxLength)
  }
}

/** Gives the lines that each chunk completes, and what is there of the next; searches only what is new. */
function createLineSplitter(): (chunk: Uint8Array) => {
  readonly lines: readonly string[]
  readonly rest: string
} {
  const decoder = new TextDecoder()
  let rest = ''
  let isAfterReturn = false
  return (chunk) => {
    const text = decoder.decode(chunk, {stream: true})
    // A line feed that a chunk begins with may be the second half of a line end.
    const lines = (isAfterReturn && text.startsWith('\n') ? text.slice(1) : text).split(/\r\n?|\n/)
    if (text !== '') isAfterReturn = text.endsWith('\r')
    lines[0] = rest + (lines[0] ?? '')
    rest = lines.pop() ?? ''
    return {lines, rest}
  }
}

/** Keeps what a line says; returns how much that is. */
function addField(fields: Map<string, string>, line: string): number {
  const colon = line.indexOf(':')
  if (colon === 0) return 0
  const name = colon < 0 ? line : line.slice(0, colon)
  const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '')
  const before = name === 'data' ? fields.get(name) : undefined
  fields.set(name, before === undefined ? value : `${before}\n${value}`)
  return line.length
}

function eventOf(fields: ReadonlyMap<string, string>): StreamEvent | null {
  const event = fields.get('event')
  const data = fields.get('data')
  if (event === undefined && data === undefined) return null
  return {event: event ?? 'message', data: data ?? '', id: fields.get('id') ?? null}
}

function tooLarge(maxLength: number): Error {
  return readError(
    'too-large',
    'live events',
    `gave an event of more than ${maxLength} characters; connecting again.`,
  )
}
