import {readError, type ContentError} from '../core.ts'
import type {ContentErrorCode} from '../errors/ContentError.ts'
import {redact} from '../errors/redact.ts'
import {httpError} from './httpError.ts'

/** An answer that holds no result. */
export interface FailedRead {
  /** `http`, `unauthorized`, `too-large` or `not-json`. */
  readonly code: ContentErrorCode
  readonly queryName: string
  readonly status: number
  readonly headers: Headers
  /** Its body, of an error its first words; null when it is too large or broke off. */
  readonly text: string | null
  /** Whether it says that its body is JSON. */
  readonly isJson: boolean
  readonly maxBytes: number
  readonly token: string | undefined
  /** Milliseconds since 1970. */
  readonly now: number
}

/** Turns an answer without a result into an error that says why, and what the source said; loaded when one comes. */
export function explainFailure(answer: FailedRead): ContentError {
  const {code, queryName, status, headers, text, maxBytes, token, now} = answer
  if (code === 'not-json') return readError(code, queryName, `gave ${whatItIs(answer)}`)
  if (code === 'too-large') {
    const outcome = `gave more than ${maxBytes} bytes. Ask for fewer items, or raise maxBytes.`
    return readError(code, queryName, outcome)
  }
  return httpError({
    status,
    body: redact(text ?? '', token ? [token] : []),
    retryAfterMs: parseRetryAfter(headers.get('retry-after'), now),
    queryName,
    hasToken: token !== undefined,
  })
}

function whatItIs({headers, text, isJson}: FailedRead): string {
  if (!isJson) {
    const type = headers.get('content-type') || 'no content type'
    return `an answer of type ${type}. Is the url that of a content lake?`
  }
  try {
    JSON.parse(text ?? '')
    return 'JSON without a "result". Is the url that of a content lake?'
  } catch {
    // The parser's message quotes the body, which is content of unknown sensitivity: it is left out.
    return `${text?.length} characters that do not parse. The answer may have been cut short.`
  }
}

/** Reads `Retry-After` (RFC 9110: seconds, or an HTTP date) as milliseconds from now; null when it says nothing. */
export function parseRetryAfter(header: string | null, now: number): number | null {
  if (header === null) return null
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000
  const at = Date.parse(header)
  return Number.isNaN(at) ? null : Math.max(0, at - now)
}
