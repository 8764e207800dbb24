import {randomBytes} from 'node:crypto'
import type {LakeExchange, LakeServer} from './createLakeServer.ts'
import {describePath} from './describePath.ts'

/** One request that has ended. It holds nothing that a client wrote: no parameter, no token, no content. */
export type RequestRecord = {
  /** Also in the header `x-request-id` of the answer. */
  id: string
  method: string
  /** The pattern of its route, as `/:version/data/doc/:dataset/:ids`. */
  route: string
  /** The same with the version, and the dataset if there is one of the name. */
  path: string
  status: number
  ms: number
  /** Bytes sent, with headers. */
  bytes: number
  /** The client went, or was cut off, before the answer was whole. */
  isCut: boolean
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Tells of every request once it has ended. */
export function observeRequests(
  server: LakeServer['server'],
  isDataset: (name: string) => boolean,
  hear: (record: RequestRecord) => void,
): void {
  server.prependListener('request', (...[request, response]: LakeExchange) => {
    const started = performance.now()
    const id = randomBytes(6).toString('hex')
    const {socket} = request
    const isAlone = request.httpVersionMajor === 1
    const sentBefore = isAlone ? socket.bytesWritten : 0
    const {method = ''} = request
    response.setHeader('x-request-id', id)
    response.once('close', () => {
      hear({
        id,
        method: METHODS.has(method) ? method : 'OTHER',
        ...describePath(request.url ?? '', isDataset),
        status: response.statusCode,
        ms: Math.round((performance.now() - started) * 100) / 100,
        // In HTTP/2 many answers share a connection: then it is what the answer says of itself.
        bytes: isAlone ? socket.bytesWritten - sentBefore : Number(response.getHeader('content-length') ?? 0),
        isCut: isAlone ? !response.writableFinished : !response.writableEnded,
      })
    })
  })
}
