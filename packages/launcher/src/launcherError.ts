export type LauncherErrorCode =
  | 'bad-setting'
  | 'port-taken'
  | 'did-not-start'
  | 'stopped'
  | 'no-chromium'
  | 'build-failed'

/** What went wrong while starting, testing or checking the project; the message says what to do next. */
export class LauncherError extends Error {
  override readonly name = 'LauncherError'
  readonly code: LauncherErrorCode

  constructor(code: LauncherErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
