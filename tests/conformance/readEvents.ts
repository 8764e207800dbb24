/** One event of a stream, its data parsed. */
export type ReadEvent = {event: string; id?: string; data: Record<string, unknown>}

export type EventReader = {
  /** The next event; fails after half a minute without one. */
  next(): Promise<ReadEvent>
  close(): void
}

const WAIT_MS = 30_000

/**
 * Reads a `text/event-stream` answer event by event; comment lines are passed over.
 * @param decode - changes the text of each event before it is parsed
 */
export function readEvents(
  response: Response,
  decode: (text: string) => string = (text) => text,
): EventReader {
  if (!response.body) throw new Error('The answer has no body.')
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  const ready: ReadEvent[] = []
  let rest = ''

  async function read(): Promise<ReadEvent> {
    for (;;) {
      const event = ready.shift()
      if (event) return event
      const {value, done} = await reader.read()
      if (done) throw new Error('The stream has ended.')
      const blocks = (rest + value).split('\n\n')
      rest = blocks.pop() ?? ''
      ready.push(...blocks.map((block) => parseBlock(decode(block))).filter((block) => block !== undefined))
    }
  }

  return {
    next: () =>
      Promise.race([
        read(),
        new Promise<never>((_, reject) => {
          setTimeout(() => reject(new Error(`No event within ${WAIT_MS} ms.`)), WAIT_MS).unref()
        }),
      ]),
    close: () => void reader.cancel().catch(() => undefined),
  }
}

function parseBlock(block: string): ReadEvent | undefined {
  const fields = new Map(
    block
      .split('\n')
      .filter((line) => !line.startsWith(':'))
      .map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  )
  const event = fields.get('event')
  if (event === undefined) return undefined
  const data: unknown = JSON.parse(fields.get('data') ?? '{}')
  const id = fields.get('id')
  return {event, ...(id === undefined ? {} : {id}), data: isRecord(data) ? data : {}}
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
