/**
 * Gives a body piece by piece until the signal fires, and lets go of the connection however it ends.
 *
 * @param onRead - called when a piece has been dealt with
 */
export async function* chunksOf(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
  onRead: () => void,
): AsyncGenerator<Uint8Array> {
  // Not every browser can iterate a stream.
  const reader = body.getReader()
  // A stream that failed has nothing left to cancel.
  const cancel = () => void reader.cancel().catch(() => undefined)
  signal.addEventListener('abort', cancel)
  try {
    for (;;) {
      const {done, value} = await reader.read()
      if (done) return
      yield value
      onRead()
    }
  } finally {
    signal.removeEventListener('abort', cancel)
    cancel()
  }
}
