/**
 * Why the site could not start.
 *
 * - `port-in-use` something else listens on the port
 * - `cannot-listen` the host is not one of this machine, or the port may not be used
 */
export type SiteErrorCode = 'cannot-listen' | 'port-in-use'

/** The one error of this package; `code` says which of its kinds it is. */
export class SiteError extends Error {
  override readonly name = 'SiteError'
  readonly code: SiteErrorCode

  constructor(code: SiteErrorCode, message: string, cause?: unknown) {
    super(message, {cause})
    this.code = code
  }
}
