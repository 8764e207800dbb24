import type {ContentProblem} from './contentProblem.ts'

/**
 * Why a read failed. `http` and `network` were retried where that is safe; the others never are.
 *
 * - `aborted` the caller's signal fired
 * - `timeout` nothing came within `timeoutMs`
 * - `network` no connection, or it broke
 * - `http` the source answered with an error status (see `status`)
 * - `unauthorized` 401 or 403: no token, or one that may not read this
 * - `not-json` the body is not what was asked for: the JSON of the query endpoint, or an event stream
 * - `too-large` the body is larger than `maxBytes`
 * - `invalid-result` the content does not have the shape that the query promises (see `problems`)
 * - `invalid-cursor` the cursor was not given by this list
 */
export type ContentErrorCode =
  | 'aborted'
  | 'http'
  | 'invalid-cursor'
  | 'invalid-result'
  | 'network'
  | 'not-json'
  | 'timeout'
  | 'too-large'
  | 'unauthorized'

/** What a ContentError carries besides its message. */
export interface ContentErrorDetails {
  /** The query that was read, for instance `articleBySlug`. */
  readonly queryName?: string | undefined
  /** HTTP status of the answer. */
  readonly status?: number | undefined
  /** How long the source asked to be left alone, in milliseconds. */
  readonly retryAfterMs?: number | undefined
  /** What is wrong with the content, one entry a place. */
  readonly problems?: readonly ContentProblem[] | undefined
  /** A copy of the first cause, with secrets removed. */
  readonly cause?: Error | undefined
}

/**
 * The one error that reading content rejects with; `code` says which of its kinds it is.
 *
 * @example
 * ```ts
 * try {
 *   await content.article('exercising-with-back-pain')
 * } catch (error) {
 *   if (error instanceof ContentError && error.code === 'invalid-result') report(error.studioUrl)
 *   else throw error
 * }
 * ```
 */
export class ContentError extends Error {
  override readonly name = 'ContentError'
  // Declared only, since all are set below: as fields they would be written out twice.
  declare readonly code: ContentErrorCode
  declare readonly queryName: string | null
  declare readonly status: number | null
  declare readonly retryAfterMs: number | null
  declare readonly problems: readonly ContentProblem[]

  constructor(code: ContentErrorCode, message: string, details: ContentErrorDetails = {}) {
    super(message, details.cause && {cause: details.cause})
    this.code = code
    this.queryName = details.queryName ?? null
    this.status = details.status ?? null
    this.retryAfterMs = details.retryAfterMs ?? null
    this.problems = details.problems ?? []
  }

  /** Id of the document with the first problem. */
  get documentId(): string | null {
    return this.problems[0]?.documentId ?? null
  }

  /** Where in that document, as a Sanity path. */
  get path(): string | null {
    return this.problems[0]?.path ?? null
  }

  /** What should stand there. */
  get expected(): string | null {
    return this.problems[0]?.expected ?? null
  }

  /** What stands there. */
  get received(): string | null {
    return this.problems[0]?.received ?? null
  }

  /** The address that opens the document at that field in the Studio, when `studioUrl` was given. */
  get studioUrl(): string | null {
    return this.problems[0]?.studioUrl ?? null
  }
}
