import {ContentError} from '../core.ts'

/**
 * Reads a body as text up to `maxBytes`, then lets go of the connection.
 *
 * @throws ContentError `too-large`
 */
export async function readBody(response: Response, maxBytes: number, queryName: string): Promise<string> {
  const declared = Number(response.headers.get('content-length'))
  if (declared > maxBytes) {
    await response.body?.cancel()
    throw tooLarge(maxBytes, queryName)
  }
  if (!response.body) return response.text()
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  let bytes = 0
  let text = ''
  for (;;) {
    const {done, value} = await reader.read()
    if (done) return text + decoder.decode()
    bytes += value.byteLength
    if (bytes > maxBytes) {
      await reader.cancel()
      throw tooLarge(maxBytes, queryName)
    }
    text += decoder.decode(value, {stream: true})
  }
}

function tooLarge(maxBytes: number, queryName: string): ContentError {
  return new ContentError(
    'too-large',
    `The answer to ${queryName} is larger than ${maxBytes} bytes. Ask for fewer items, or raise maxBytes.`,
    {queryName},
  )
}
