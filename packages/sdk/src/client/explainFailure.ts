import type {ContentError} from '../errors/ContentError.ts'
import {redact} from '../errors/redact.ts'
import {httpError} from './httpError.ts'

/** What an answer with an error status came to. */
export interface FailedRead {
  readonly status: number
  /** Its first words. */
  readonly body: string
  /** The header `Retry-After`. */
  readonly retryAfter: string | null
  readonly queryName: string
  readonly token: string | undefined
  /** Milliseconds since 1970. */
  readonly now: number
}

/** Turns an answer with an error status into an error that says what the source said; loaded when one comes. */
export function explainFailure({status, body, retryAfter, queryName, token, now}: FailedRead): ContentError {
  return httpError({
    status,
    body: redact(body, token ? [token] : []),
    retryAfterMs: parseRetryAfter(retryAfter, now),
    queryName,
    hasToken: token !== undefined,
  })
}

/** Reads `Retry-After` (RFC 9110: seconds, or an HTTP date) as milliseconds from now; null when it says nothing. */
export function parseRetryAfter(header: string | null, now: number): number | null {
  if (header === null) return null
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000
  const at = Date.parse(header)
  return Number.isNaN(at) ? null : Math.max(0, at - now)
}
