export type Framing = 'length' | 'chunked' | 'short' | 'long' | 'none' | 'broken chunks'

/** The body with a header that says its length, rightly or not. */
export function frame(sent: Buffer, framing: Framing): {header: string; bytes: Buffer} {
  const chunk = Buffer.concat([
    Buffer.from(`${sent.length.toString(16)}\r\n`),
    sent,
    Buffer.from('\r\n0\r\n\r\n'),
  ])
  switch (framing) {
    case 'length':
      return {header: `Content-Length: ${sent.length}`, bytes: sent}
    case 'short':
      return {header: `Content-Length: ${Math.max(0, sent.length - 3)}`, bytes: sent}
    case 'long':
      return {header: `Content-Length: ${sent.length + 10}`, bytes: sent}
    case 'none':
      return {header: 'X-None: 1', bytes: sent}
    case 'chunked':
      return {
        header: 'Transfer-Encoding: chunked',
        bytes: sent.length === 0 ? Buffer.from('0\r\n\r\n') : chunk,
      }
    case 'broken chunks':
      return {header: 'Transfer-Encoding: chunked', bytes: Buffer.concat([Buffer.from('zz\r\n'), chunk])}
    default:
      return framing satisfies never
  }
}
