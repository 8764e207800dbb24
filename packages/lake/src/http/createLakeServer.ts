import type {EventEmitter} from 'node:events'
import {createServer} from 'node:http'
import type {IncomingMessage, ServerResponse} from 'node:http'
import {constants, createSecureServer} from 'node:http2'
import type {Http2ServerRequest, Http2ServerResponse, ServerHttp2Stream} from 'node:http2'
import type {Server, Socket} from 'node:net'
import type {LakeLimits} from '../LakeLimits.ts'

/** A certificate and its key, both PEM. */
export type TlsOptions = {cert: string; key: string}

/** One request, in HTTP/1.1 or HTTP/2. */
export type LakeExchange =
  | [request: IncomingMessage, response: ServerResponse]
  | [request: Http2ServerRequest, response: Http2ServerResponse]

/** A server that is not listening yet. */
export type LakeServer = {
  server: Server & EventEmitter
  /** Takes no more connections, lets those under way finish for a while, and then cuts them off. */
  stop: (timeoutMs: number) => Promise<void>
}

// All tabs of a browser share one HTTP/2 connection, and each open document holds half a dozen event streams.
const MAX_STREAMS = 1000

const CLOSE_IDLE_EVERY_MS = 25

/**
 * Makes the server: HTTP/1.1, or with a certificate TLS with HTTP/2, over which a browser opens as many event streams as
 * it likes; WebSockets and clients without HTTP/2 get HTTP/1.1 there.
 */
export function createLakeServer(limits: LakeLimits, tls: TlsOptions | undefined): LakeServer {
  const http1 = {
    headersTimeout: Math.min(limits.headersTimeoutMs, limits.requestTimeoutMs),
    requestTimeout: limits.requestTimeoutMs,
    maxHeaderSize: limits.maxHeaderBytes,
    // Without one it is answered by the lake, in JSON as all others.
    requireHostHeader: false,
    // Node looks for what is late only now and then.
    connectionsCheckingInterval: Math.min(limits.headersTimeoutMs, limits.requestTimeoutMs, 1000),
  }
  if (!tls) {
    const server = createServer(http1).setTimeout(limits.idleTimeoutMs)
    const stop = (timeoutMs: number): Promise<void> => {
      // A connection whose answer has been sent would otherwise wait for the next request.
      const idle = setInterval(() => server.closeIdleConnections(), CLOSE_IDLE_EVERY_MS)
      const stopped = close(server, timeoutMs, () => server.closeAllConnections())
      server.closeIdleConnections()
      return stopped.finally(() => clearInterval(idle))
    }
    return {server, stop}
  }
  const settings = {maxConcurrentStreams: MAX_STREAMS, maxHeaderListSize: limits.maxHeaderBytes}
  const handshakeTimeout = limits.headersTimeoutMs
  const server = createSecureServer({...http1, ...tls, allowHTTP1: true, settings, handshakeTimeout})
  server.setTimeout(limits.idleTimeoutMs)
  server.on('stream', (stream) => endLate(stream, limits.requestTimeoutMs))
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  return {
    server,
    stop: (timeoutMs) =>
      close(server, timeoutMs, () => {
        for (const socket of sockets) socket.destroy()
      }),
  }
}

// HTTP/1.1 has a time-out for this of its own.
function endLate(stream: ServerHttp2Stream, requestTimeoutMs: number): void {
  if (stream.endAfterHeaders) return
  const timer = setTimeout(() => {
    if (!stream.headersSent) stream.respond({':status': 408})
    stream.close(constants.NGHTTP2_CANCEL)
  }, requestTimeoutMs)
  for (const event of ['end', 'close']) stream.once(event, () => clearTimeout(timer))
}

function close(server: Server, timeoutMs: number, cutOff: () => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(cutOff, timeoutMs)
    server.close(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}
