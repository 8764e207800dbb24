import {STATUS_CODES} from 'node:http'
import type {ServerResponse} from 'node:http'
import {PROTECTION} from './createHandler.ts'

/** Answers a request that goes no further, and closes its connection. */
export function refuseRequest(response: ServerResponse, statusCode: number, message: string): void {
  response.writeHead(statusCode, {...PROTECTION, 'content-type': 'application/json', connection: 'close'})
  response.end(JSON.stringify({statusCode, error: STATUS_CODES[statusCode], message}))
}
