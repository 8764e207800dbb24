/**
 * Takes every secret out of a text, so that a token never reaches a log through an error; of addresses what names a
 * user, and the query, which is long and holds what readers say of themselves.
 */
export function redact(text: string, secrets: readonly string[]): string {
  const short = text.replace(/\b(https?:\/\/)(?:[^\s/@]*@)?([^\s?#'"]*)[^\s'"]*/g, '$1$2')
  return secrets.reduce((safe, secret) => (secret ? safe.replaceAll(secret, '[redacted]') : safe), short)
}

/**
 * Copies an error's name, message and stack without secrets. The original is not kept: whatever threw it
 * may have hung the request, and so the token, on it.
 */
export function redactCause(cause: unknown, secrets: readonly string[]): Error {
  const original = cause instanceof Error ? cause : new Error(String(cause))
  const copy = new Error(redact(withSystemCode(original), secrets))
  copy.name = original.name
  copy.stack = redact(original.stack ?? '', secrets)
  return copy
}

// Node's fetch says only "fetch failed"; what happened (ECONNRESET, ENOTFOUND) stands on its cause.
function withSystemCode(error: Error): string {
  const inner = error.cause
  if (inner instanceof Error && 'code' in inner && typeof inner.code === 'string') {
    return `${error.message} (${inner.code})`
  }
  return error.message
}
