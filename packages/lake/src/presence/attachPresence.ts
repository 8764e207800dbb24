import type {IncomingMessage} from 'node:http'
import type {Duplex} from 'node:stream'
import {WebSocketServer, type WebSocket} from 'ws'
import type {Viewer} from '../access/Viewer.ts'
import {rawAnswer} from '../http/rawAnswer.ts'
import {readHost} from '../http/readHost.ts'
import {limitError} from '../LakeLimits.ts'
import type {LakeLimits} from '../LakeLimits.ts'
import {PresenceConnection} from './PresenceConnection.ts'
import {PresenceRoom} from './PresenceRoom.ts'

/** A server that hands over connections which ask for another protocol; Node's HTTP servers do. */
export type UpgradingServer = {
  on(event: 'upgrade', listener: (request: IncomingMessage, socket: Duplex, head: Buffer) => void): unknown
  off(event: 'upgrade', listener: (request: IncomingMessage, socket: Duplex, head: Buffer) => void): unknown
}

export type PresenceOptions = {
  server: UpgradingServer
  identify: (token: string) => Viewer | undefined
  isHostAllowed: (hostname: string) => boolean
  isOriginAllowed: (origin: string) => boolean
  hasDataset: (dataset: string) => boolean
  /** @defaultValue 10 s: the Studio calls a connection lost that is silent for long */
  heartbeatMs?: number
  limits: Pick<LakeLimits, 'maxPresenceConnections' | 'maxPresenceMessageBytes' | 'maxPresenceMessages'>
  /** How often tokens are looked at again. @defaultValue 1 s */
  checkMs?: number
}

const HEARTBEAT = '♥'
// Beyond it a reader is cut off: it comes back and asks by roll call, and the lake's memory stays bounded.
const MAX_BUFFERED_BYTES = 1024 * 1024
const CLOSE_UNAUTHORIZED = 4001
const CLOSE_TOO_BUSY = 1008
// Whole, so that an absolute address in the request line leads nowhere.
const pathPattern = /^\/v[^/]+\/socket\/([~\w-]{1,64})(?:\?.*)?$/

function refuseUpgrade(socket: Duplex, status: number, message: string): void {
  socket.end(rawAnswer(status, message))
}

type Guest = {connection: PresenceConnection; isAlive: boolean; messages: number; beats: number}

/**
 * Serves presence on `/v…/socket/:dataset` of a running server: who looks at which document, and "♥" in between.
 *
 * Pages of foreign origins and names are refused before the handshake; nothing is told to those without a token.
 * @returns what ends all connections and leaves the server.
 * @example
 * ```ts
 * const presence = attachPresence({server, identify, isHostAllowed, isOriginAllowed, hasDataset})
 * presence.close()
 * ```
 */
export function attachPresence(options: PresenceOptions): {close(): void; readonly connections: number} {
  const {server, identify, limits, heartbeatMs = 10_000, checkMs = 1000} = options
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.maxPresenceMessageBytes,
    clientTracking: false,
  })
  // As many as there are datasets; none is ever dropped, so that a guest cannot be left in one that others do not find.
  const rooms = new Map<string, PresenceRoom>()
  const guests = new Map<WebSocket, Guest>()

  const welcome = (socket: WebSocket, dataset: string, token: string | undefined) => {
    const isThere = options.hasDataset(dataset)
    const room = rooms.get(dataset) ?? new PresenceRoom()
    if (isThere) rooms.set(dataset, room)
    const write = (text: string) => {
      if (socket.bufferedAmount > MAX_BUFFERED_BYTES) socket.terminate()
      else if (socket.readyState === socket.OPEN) socket.send(text)
    }
    const guest: Guest = {
      connection: new PresenceConnection({
        room,
        identify: (given) => (isThere ? identify(given) : undefined),
        write,
        token,
      }),
      isAlive: true,
      messages: 0,
      beats: 0,
    }
    guests.set(socket, guest)
    socket.on('message', (data) => {
      guest.messages += 1
      if (guest.messages > limits.maxPresenceMessages) socket.close(CLOSE_TOO_BUSY, 'Too many messages.')
      else guest.connection.receive(Buffer.isBuffer(data) ? data.toString('utf8') : '')
    })
    socket.on('pong', () => {
      guest.isAlive = true
    })
    // A broken frame or a lost network ends in "close" as well.
    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      guests.delete(socket)
      guest.connection.close()
    })
  }

  const beat = () => {
    for (const [socket, guest] of guests) {
      guest.beats += 1
      // The first beat is a time of grace: browsers send the token as their first message.
      const isUnauthorized = guest.beats > 1 && !guest.connection.isAuthorized
      if (!guest.isAlive) socket.terminate()
      else if (isUnauthorized) socket.close(CLOSE_UNAUTHORIZED, 'The token stands for nobody.')
      else {
        guest.isAlive = false
        guest.messages = 0
        socket.ping()
        socket.send(HEARTBEAT)
      }
    }
  }

  // Nobody tells when a token was revoked: another process does it.
  const check = () => {
    for (const [socket, {connection}] of guests) {
      if (connection.userId !== '' && !connection.isAuthorized)
        socket.close(CLOSE_UNAUTHORIZED, 'The token stands for nobody any more.')
    }
  }

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    const host = readHost(request)
    if (host === undefined || !options.isHostAllowed(host)) {
      return refuseUpgrade(socket, 403, `The host name "${host ?? ''}" is not served here.`)
    }
    const {origin, authorization} = request.headers
    if (origin !== undefined && !options.isOriginAllowed(origin)) {
      return refuseUpgrade(socket, 403, `Pages of ${origin} may not talk to this lake.`)
    }
    // Any name is taken: whether a dataset exists is the business of those with a token.
    const dataset = pathPattern.exec(request.url ?? '')?.[1]
    if (dataset === undefined) return refuseUpgrade(socket, 404, 'There is no socket at this address.')
    if (guests.size >= limits.maxPresenceConnections) {
      return refuseUpgrade(
        socket,
        429,
        limitError(limits, 'maxPresenceConnections', {what: 'Too many presence sockets are open'}).message,
      )
    }
    const [, token] = /^Bearer (.+)$/.exec(authorization ?? '') ?? []
    return sockets.handleUpgrade(request, socket, head, (opened) => welcome(opened, dataset, token))
  }

  server.on('upgrade', upgrade)
  const timers = [setInterval(beat, heartbeatMs), setInterval(check, checkMs)]
  for (const timer of timers) timer.unref()
  return {
    get connections() {
      return guests.size
    },
    close() {
      for (const timer of timers) clearInterval(timer)
      server.off('upgrade', upgrade)
      for (const socket of guests.keys()) socket.terminate()
      sockets.close()
    },
  }
}
