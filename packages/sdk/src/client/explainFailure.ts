import {readError, type ContentError} from '../core.ts'
import {redact} from '../errors/redact.ts'
import type {Transport} from './createHttpSource.ts'
import {httpError} from './httpError.ts'

/** An answer that holds no result. */
export interface FailedRead {
  readonly queryName: string
  readonly response: Response
  /** Its body, of an error its first words; null when it is too large, or the words of an error broke off. */
  readonly text: string | null
  /** Whether it says that its body is JSON. */
  readonly isJson: boolean
}

/** Turns an answer without a result into an error that says why, and what the source said; loaded when one comes. */
export function explainFailure(answer: FailedRead, {token, maxBytes, clock}: Transport): ContentError {
  const {queryName, response, text} = answer
  const {ok, status, headers} = response
  const secrets = token ? [token] : []
  if (!ok) {
    const body = redact(text ?? '', secrets)
    const retryAfterMs = parseRetryAfter(headers.get('retry-after'), clock.now())
    return httpError({status, body, retryAfterMs, queryName, hasToken: token !== undefined})
  }
  if (text !== null)
    return readError('not-json', queryName, redact(`gave ${whatItIs(text, answer)}`, secrets))
  const outcome = `gave more than ${maxBytes} bytes. Ask for fewer items, or raise maxBytes.`
  return readError('too-large', queryName, outcome)
}

function whatItIs(text: string, {response, isJson}: FailedRead): string {
  if (!isJson) {
    const type = response.headers.get('content-type') || 'no content type'
    return `an answer of type ${type}. Is the url that of a content lake?`
  }
  try {
    JSON.parse(text)
    return 'JSON without a "result". Is the url that of a content lake?'
  } catch {
    // The parser's message quotes the body, which is content of unknown sensitivity: it is left out.
    return `${text.length} characters that do not parse. The answer may have been cut short.`
  }
}

/**
 * Reads `Retry-After` (RFC 9110: seconds, or an HTTP date) as milliseconds from now. Null when it says nothing, or that
 * now will do: clocks differ, and who comes back at once, again and again, is no help.
 */
export function parseRetryAfter(header: string | null, now: number): number | null {
  if (header === null) return null
  const delayMs = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now
  return delayMs > 0 ? delayMs : null
}
