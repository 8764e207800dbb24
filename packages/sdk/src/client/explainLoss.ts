import {isRecord, readError, type ContentError} from '../core.ts'
import {redactCause} from '../errors/redact.ts'
import {httpError} from './httpError.ts'

/** What an error of `fetch` or of a caller's client means, without secrets; loaded when one comes. */
export function explainLoss(error: unknown, queryName: string, secrets: readonly string[]): ContentError {
  const cause = redactCause(error, secrets)
  const {message} = cause
  if (!isRecord(error) || typeof error['statusCode'] !== 'number') {
    return readError('network', queryName, `got no whole answer: ${message}`, {cause})
  }
  const body = JSON.stringify({message})
  const status = error['statusCode']
  return httpError({status, body, retryAfterMs: null, queryName, hasToken: secrets.length > 0, cause})
}
