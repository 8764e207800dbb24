import {isRecord, readError, type ContentError} from '../core.ts'

const MAX_DESCRIPTION_LENGTH = 300

/** What an answer with an error status says. */
export interface HttpFailure {
  readonly status: number
  /** Body text, already without secrets. */
  readonly body: string
  readonly retryAfterMs: number | null
  readonly queryName: string
  readonly hasToken: boolean
  readonly cause?: Error
}

/** Turns an error status into a ContentError whose message says what to do about it. */
export function httpError({
  status,
  body,
  retryAfterMs,
  queryName,
  hasToken,
  cause,
}: HttpFailure): ContentError {
  const description = describeBody(body)
  const details = {status, retryAfterMs: retryAfterMs ?? undefined, cause}
  if (status !== 401 && status !== 403) {
    return readError('http', queryName, `failed with status ${status}${description}.`, details)
  }
  const fix = hasToken
    ? 'The token may not read this dataset.'
    : 'Give a token that may read it, or make the dataset public.'
  return readError('unauthorized', queryName, `was refused with ${status}${description}. ${fix}`, details)
}

// Sanity's errors are {error: {description}} for queries and {error, message} elsewhere.
function describeBody(body: string): string {
  const text = errorText(parseJson(body))
  return text ? `: ${text.slice(0, MAX_DESCRIPTION_LENGTH).replace(/\.$/, '')}` : ''
}

function errorText(value: unknown): string | null {
  if (!isRecord(value)) return null
  const {error, message} = value
  if (isRecord(error) && typeof error['description'] === 'string') return error['description']
  if (typeof message === 'string') return message
  return typeof error === 'string' ? error : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
