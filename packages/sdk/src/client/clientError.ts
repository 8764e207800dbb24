import type {ContentError} from '../errors/ContentError.ts'
import {networkError, redactCause} from '../errors/redact.ts'
import {isRecord} from '../validation/isRecord.ts'
import {httpError} from './httpError.ts'

/** What an error of a caller's client means, without secrets; loaded when one comes. */
export function clientError(error: unknown, queryName: string, secrets: readonly string[]): ContentError {
  const status = isRecord(error) && typeof error['statusCode'] === 'number' ? error['statusCode'] : null
  if (status === null) return networkError(error, queryName, secrets)
  const cause = redactCause(error, secrets)
  const body = JSON.stringify({message: cause.message})
  return httpError({status, body, retryAfterMs: null, queryName, hasToken: secrets.length > 0, cause})
}
