import {connect} from 'node:net'

/** What came back for bytes that were sent: nothing, when the connection was closed without a word. */
export type RawAnswer = {status: number; headers: string; body: string; isHanging: boolean}

const NOTHING = {status: 0, headers: '', body: ''}

/**
 * Sends bytes over a connection of their own and reads what comes back until the other side closes, an event stream
 * begins, or nothing more comes for `patienceMs`.
 */
export function sendRaw(
  port: number,
  bytes: string | Buffer | readonly (string | Buffer)[],
  {patienceMs = 5000, halfClose = true} = {},
): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const socket = connect({port, host: '127.0.0.1', allowHalfOpen: true})
    let text = ''
    const finish = (isHanging: boolean): void => {
      socket.destroy()
      resolve({...parseAnswer(text), isHanging})
    }
    socket.setTimeout(patienceMs, () => finish(true))
    socket.on('data', (piece: Buffer) => {
      text += piece.toString('latin1')
      if (/\r\ncontent-type: text\/event-stream/i.test(text)) finish(false)
    })
    socket.on('error', () => finish(false))
    socket.on('end', () => finish(false))
    socket.on('close', () => finish(false))
    socket.on('connect', () => {
      for (const piece of Array.isArray(bytes) ? bytes : [bytes]) socket.write(piece)
      if (halfClose) socket.end()
    })
  })
}

/** The first answer of a text that holds one or more, without `100 Continue`. */
function parseAnswer(text: string): Omit<RawAnswer, 'isHanging'> {
  const start =
    /^(?:HTTP\/1\.1 100 Continue\r\n\r\n)*HTTP\/1\.1 (\d{3})[^\r]*\r\n([\s\S]*?)\r\n\r\n([\s\S]*)$/.exec(text)
  if (!start) return NOTHING
  const [, status = '0', headers = '', rest = ''] = start
  const isChunked = /^transfer-encoding: chunked$/im.test(headers)
  // After it there may be others: to a HEAD request, or to bytes that followed.
  const [own = ''] = rest.split(/(?=HTTP\/1\.1 \d{3} )/, 1)
  return {
    status: Number(status),
    headers,
    body: isChunked ? joinChunks(own) : own.startsWith('HTTP/') ? '' : own,
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
