/**
 * Takes every secret out of a text, so that a token never reaches a log through an error; of addresses what names a
 * user, and the query, which is long and holds what readers say of themselves.
 */
export function redact(text: string, secrets: readonly string[]): string {
  const short = text.replace(/\b(https?:\/\/)(?:[^\s/@]*@)?([^\s?#'"]*)[^\s'"]*/g, '$1$2')
  // A token that was read from a file ends its line; headers, and so echoes of it, do not.
  const words = secrets.map((secret) => secret.trim()).filter(Boolean)
  return words.reduce((safe, secret) => safe.replaceAll(secret, '[redacted]'), short)
}

/**
 * Copies an error's name, message and stack without secrets. The original is not kept: whatever threw it
 * may have hung the request, and so the token, on it.
 */
export function redactCause(cause: unknown, secrets: readonly string[]): Error {
  const original = cause instanceof Error ? cause : new Error(wordsOf(cause))
  const copy = new Error(redact(withSystemCode(original), secrets))
  copy.name = original.name
  copy.stack = redact(original.stack ?? '', secrets)
  return copy
}

// Anything can be thrown.
function wordsOf(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null) return String(cause)
  const message = 'message' in cause ? cause.message : null
  return typeof message === 'string' ? message : 'something that is no error was thrown'
}

// Node's fetch says only "fetch failed"; what happened (ECONNRESET, ENOTFOUND) stands on its cause.
function withSystemCode(error: Error): string {
  const inner = error.cause
  if (inner instanceof Error && 'code' in inner && typeof inner.code === 'string') {
    return `${error.message} (${inner.code})`
  }
  return error.message
}
