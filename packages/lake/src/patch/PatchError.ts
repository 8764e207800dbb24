/** What can be wrong with a patch; every code is the client's mistake, so it maps to HTTP 400. */
export type PatchErrorCode =
  | 'invalidOperation'
  | 'invalidPath'
  | 'invalidTextPatch'
  | 'notAnArray'
  | 'notAnObject'
  | 'notANumber'
  | 'notText'

/**
 * A patch that cannot be applied: `path` is the JSONMatch path as the client wrote it, the message says the fix.
 *
 * @example
 * ```ts
 * throw new PatchError('notANumber', 'views', '"views" holds a string. Set it to a number before inc or dec.')
 * ```
 */
export class PatchError extends Error {
  override readonly name = 'PatchError'
  readonly code: PatchErrorCode
  readonly path: string

  constructor(code: PatchErrorCode, path: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.path = path
  }
}
