import type {JsonObject} from '../json/isJsonObject.ts'

/** What went wrong, for programs; the `type` Sanity's API gives stands in `details.type`. */
export type LakeErrorCode =
  | 'badRequest'
  | 'unauthorized'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'tooLarge'
  | 'addressTooLong'
  | 'unsupportedEncoding'
  | 'tooMany'
  | 'queryTimeout'
  | 'unsupported'
  | 'portInUse'
  | 'databaseTooNew'
  | 'folderInUse'
  | 'closed'
  | 'usage'
  | 'failed'
  | 'diskFull'
  | 'diskFailed'
  | 'damaged'
  | 'unreachable'
  | 'unfinished'

const STATUS: Record<LakeErrorCode, number> = {
  badRequest: 400,
  unauthorized: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  tooLarge: 413,
  addressTooLong: 414,
  unsupportedEncoding: 415,
  tooMany: 429,
  queryTimeout: 400,
  unsupported: 400,
  portInUse: 500,
  databaseTooNew: 500,
  folderInUse: 500,
  closed: 503,
  usage: 400,
  failed: 500,
  diskFull: 507,
  diskFailed: 503,
  damaged: 500,
  unreachable: 500,
  unfinished: 500,
}

/**
 * The one error class of this package: `code` for programs, `message` for people, and `details` as the
 * `error` member of Sanity's answers (`{error: {type, description, …}}`) where the API gives one.
 */
export class LakeError extends Error {
  readonly code: LakeErrorCode
  readonly details: JsonObject | undefined
  /** When it is worth trying again; becomes the header `Retry-After`. */
  readonly retryAfterSeconds: number | undefined

  constructor(
    code: LakeErrorCode,
    message: string,
    options: {details?: JsonObject; cause?: unknown; retryAfterSeconds?: number} = {},
  ) {
    super(message, options.cause === undefined ? undefined : {cause: options.cause})
    this.name = 'LakeError'
    this.code = code
    this.details = options.details
    this.retryAfterSeconds = options.retryAfterSeconds
  }

  get status(): number {
    return STATUS[this.code]
  }
}
