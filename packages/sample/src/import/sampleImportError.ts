/** What went wrong in an import. */
export type SampleImportErrorCode =
  | 'unreachable'
  | 'unauthorized'
  | 'not-found'
  | 'rejected'
  | 'unexpected-answer'

/** The import of the sample content failed; the message says where and what to do. */
export class SampleImportError extends Error {
  readonly code: SampleImportErrorCode

  constructor(code: SampleImportErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'SampleImportError'
    this.code = code
  }
}
