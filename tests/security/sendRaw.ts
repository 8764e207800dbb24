import {connect} from 'node:net'

/** What came back for bytes that were sent; status 0 when the connection was closed without a word. */
export type RawAnswer = {
  status: number
  headers: string
  body: string
  /** What came after the first answer, and its last status. */
  after: string
  lastStatus: number
  isHanging: boolean
  /** Ends a connection that was kept open. */
  close(): void
}

export type RawOptions = {
  /** How long nothing may come before the other side is said to hang. */
  patienceMs?: number
  /** Says with the last byte that no more will come. */
  halfClose?: boolean
  /** Resolves with the first answer and leaves the connection open. */
  keepOpen?: boolean
}

/**
 * Sends bytes over a connection of their own and reads what comes back until the other side closes, an event stream
 * begins, or nothing more comes.
 */
export function sendRaw(
  port: number,
  bytes: string | Buffer,
  {patienceMs = 30_000, halfClose = true, keepOpen = false}: RawOptions = {},
): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const socket = connect({port, host: '127.0.0.1', allowHalfOpen: true})
    let text = ''
    const finish = (isHanging: boolean): void => {
      if (!keepOpen) socket.destroy()
      resolve({...parseAnswer(text), isHanging, close: () => void socket.destroy()})
    }
    socket.setTimeout(patienceMs, () => finish(true))
    socket.on('data', (piece: Buffer) => {
      text += piece.toString('latin1')
      if (keepOpen || /\r\ncontent-type: text\/event-stream/i.test(text)) finish(false)
    })
    for (const event of ['error', 'end', 'close'] as const) socket.on(event, () => finish(false))
    socket.on('connect', () => {
      socket.write(bytes)
      if (halfClose) socket.end()
    })
  })
}

const ANSWER = /^(?:HTTP\/1\.1 100 Continue\r\n\r\n)*HTTP\/1\.1 (\d{3})[^\r]*\r\n([\s\S]*?)\r\n\r\n([\s\S]*)$/

function parseAnswer(text: string): Omit<RawAnswer, 'isHanging' | 'close'> {
  const [, status = '0', headers = '', rest = ''] = ANSWER.exec(text) ?? []
  // After it there may be others: to a HEAD request, or to bytes that followed.
  const end = /HTTP\/1\.1 \d{3} /.exec(rest)?.index ?? rest.length
  const [own, after] = [rest.slice(0, end), rest.slice(end)]
  const statuses = [...after.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, found]) => Number(found))
  return {
    status: Number(status),
    headers,
    body: /^transfer-encoding: chunked$/im.test(headers) ? joinChunks(own) : own,
    after,
    lastStatus: statuses.at(-1) ?? Number(status),
  }
}

function joinChunks(text: string): string {
  let rest = text
  let body = ''
  for (;;) {
    const [, size] = /^([0-9a-f]+)\r\n/i.exec(rest) ?? []
    if (size === undefined || Number.parseInt(size, 16) === 0) return body
    const start = size.length + 2
    const length = Number.parseInt(size, 16)
    body += rest.slice(start, start + length)
    rest = rest.slice(start + length + 2)
  }
}
