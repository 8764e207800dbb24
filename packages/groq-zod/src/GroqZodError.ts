/** What went wrong: which file, query or option is at fault. */
export type GroqZodErrorCode =
  | 'config'
  | 'schema'
  | 'constraints'
  | 'source'
  | 'query-syntax'
  | 'query-not-static'
  | 'duplicate-name'
  | 'unknown-field'
  | 'stale'
  | 'write'

/** An error whose message names the place and the fix; `code` says its kind. */
export class GroqZodError extends Error {
  override readonly name = 'GroqZodError'
  readonly code: GroqZodErrorCode

  constructor(code: GroqZodErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
