/** Reads a body as text; null when it is larger than `maxBytes`, and then lets go of the connection. */
export async function readBody(response: Response, maxBytes: number): Promise<string | null> {
  const declared = Number(response.headers.get('content-length'))
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  let bytes = 0
  let text = ''
  for (;;) {
    if (declared > maxBytes || bytes > maxBytes) {
      await reader?.cancel()
      return null
    }
    if (!reader) return response.text()
    const {done, value} = await reader.read()
    if (done) return text + decoder.decode()
    bytes += value.byteLength
    text += decoder.decode(value, {stream: true})
  }
}
