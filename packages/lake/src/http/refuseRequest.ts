import {STATUS_CODES} from 'node:http'
import {PROTECTION} from './createHandler.ts'
import type {LakeExchange} from './createLakeServer.ts'

/** Answers a request that goes no further, and closes its connection. */
export function refuseRequest(response: LakeExchange[1], statusCode: number, message: string): void {
  response.statusCode = statusCode
  for (const [name, value] of Object.entries(PROTECTION)) response.setHeader(name, value)
  response.setHeader('content-type', 'application/json')
  // HTTP/2 knows no such header.
  if ('shouldKeepAlive' in response) response.setHeader('connection', 'close')
  response.end(JSON.stringify({statusCode, error: STATUS_CODES[statusCode], message}))
}
