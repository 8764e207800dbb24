import type {EventEmitter} from 'node:events'
import type {IncomingMessage, ServerResponse} from 'node:http'
import type {Socket} from 'node:net'
import {Allowance} from '../access/Allowance.ts'
import {limitError} from '../LakeLimits.ts'
import type {LakeLimits, LimitName} from '../LakeLimits.ts'
import {rawAnswer} from './rawAnswer.ts'
import {refuseRequest} from './refuseRequest.ts'

/** What a request finds before anybody reads it. */
export type ServerGuard = {
  /** Why a request on this connection is not answered, having answered so; else it counts until its response ends. */
  refuses(socket: Socket, response: Pick<EventEmitter, 'once'>): boolean
}

/**
 * Holds connections to their limits: how many there are, how many requests wait on each, and an answer in JSON to what
 * is no HTTP.
 */
export function guardServer(server: EventEmitter, limits: LakeLimits): ServerGuard {
  const connections = new Allowance({total: limits.maxConnections, each: limits.maxConnectionsPerClient})
  const refused = new WeakSet<Socket>()
  const waiting = new WeakMap<Socket, number>()

  server.on('connection', (socket: Socket) => {
    const release = connections.take(socket.remoteAddress ?? '')
    if (typeof release === 'function') {
      socket.once('close', release)
      return
    }
    refused.add(socket)
    const name = release === 'total' ? 'maxConnections' : 'maxConnectionsPerClient'
    refuse(socket, 429, tooMuch(limits, name, 'There are too many connections'))
  })

  server.on('clientError', (error: Error & {code?: string}, socket: Socket) => {
    // Nobody can be told anything over TLS that did not come about.
    const isUnheard = error.code === 'ECONNRESET' || /^ERR_(?:TLS|SSL)/.test(error.code ?? '')
    if (isUnheard || !socket.writable) socket.destroy()
    else if (error.code === 'HPE_HEADER_OVERFLOW')
      refuse(socket, 431, tooMuch(limits, 'maxHeaderBytes', 'The headers are too large'))
    else if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') refuse(socket, 408, tooSlow(limits))
    else refuse(socket, 400, 'This is not a request that HTTP allows.')
  })

  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) =>
    refuseRequest(
      response,
      417,
      `This lake does not know what "Expect: ${request.headers.expect}" asks for.`,
    ),
  )

  return {
    refuses(socket, response) {
      const count = (waiting.get(socket) ?? 0) + 1
      if (refused.has(socket)) return true
      if (count > limits.maxRequestsPerConnection) {
        refused.add(socket)
        refuse(
          socket,
          429,
          tooMuch(limits, 'maxRequestsPerConnection', 'Too many requests wait on this connection'),
        )
        return true
      }
      waiting.set(socket, count)
      response.once('close', () => waiting.set(socket, (waiting.get(socket) ?? 1) - 1))
      return false
    },
  }
}

function tooMuch(limits: LakeLimits, name: LimitName, what: string): string {
  return limitError(limits, name, {what}).message
}

// Node does not say which of the two it was.
function tooSlow({headersTimeoutMs, requestTimeoutMs}: LakeLimits): string {
  return `The request did not arrive in time: its headers have ${headersTimeoutMs} ms (option headersTimeoutMs or --headers-timeout-ms), all of it has ${requestTimeoutMs} ms (option requestTimeoutMs or --request-timeout-ms).`
}

function refuse(
  socket: {end(text: string, then: () => void): unknown; destroy(): unknown},
  status: number,
  message: string,
): void {
  socket.end(rawAnswer(status, message), () => socket.destroy())
}
