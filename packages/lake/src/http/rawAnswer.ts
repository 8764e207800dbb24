import {STATUS_CODES} from 'node:http'
import {RETRY_AFTER_SECONDS} from '../LakeLimits.ts'

/** An answer as it goes over the wire, for connections that have no response object (yet). It ends the connection. */
export function rawAnswer(statusCode: number, message: string): string {
  const error = STATUS_CODES[statusCode] ?? 'Error'
  const body = JSON.stringify({statusCode, error, message})
  return [
    `HTTP/1.1 ${statusCode} ${error}`,
    'Content-Type: application/json',
    'X-Content-Type-Options: nosniff',
    ...(statusCode === 429 ? [`Retry-After: ${RETRY_AFTER_SECONDS}`] : []),
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n')
}
