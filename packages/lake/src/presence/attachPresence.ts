import type {IncomingMessage} from 'node:http'
import type {Duplex} from 'node:stream'
import {WebSocketServer, type WebSocket} from 'ws'
import type {Viewer} from '../access/Viewer.ts'
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
  /** @defaultValue 1,000 connections */
  maxConnections?: number
}

const HEARTBEAT = '♥'
const MAX_MESSAGE_BYTES = 64 * 1024
// Beyond it a reader is cut off: it comes back and asks by roll call, and the lake's memory stays bounded.
const MAX_BUFFERED_BYTES = 1024 * 1024
const MAX_MESSAGES_PER_BEAT = 1000
const CLOSE_UNAUTHORIZED = 4001
const CLOSE_TOO_BUSY = 1008
const pathPattern = /^\/v[^/]+\/socket\/([^/]+)$/

function refuseUpgrade(socket: Duplex, status: string, message: string): void {
  const [code = '400', ...reason] = status.split(' ')
  const body = JSON.stringify({statusCode: Number(code), error: reason.join(' '), message})
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  )
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
  const {server, identify, heartbeatMs = 10_000, maxConnections = 1000} = options
  const sockets = new WebSocketServer({noServer: true, maxPayload: MAX_MESSAGE_BYTES, clientTracking: false})
  // As many as there are datasets; none is ever dropped, so that a guest cannot be left in one that others do not find.
  const rooms = new Map<string, PresenceRoom>()
  const guests = new Map<WebSocket, Guest>()

  const welcome = (socket: WebSocket, dataset: string, token: string | undefined) => {
    const room = rooms.get(dataset) ?? new PresenceRoom()
    rooms.set(dataset, room)
    const write = (text: string) => {
      if (socket.bufferedAmount > MAX_BUFFERED_BYTES) socket.terminate()
      else if (socket.readyState === socket.OPEN) socket.send(text)
    }
    const guest: Guest = {
      connection: new PresenceConnection({room, identify, write, token}),
      isAlive: true,
      messages: 0,
      beats: 0,
    }
    guests.set(socket, guest)
    socket.on('message', (data) => {
      guest.messages += 1
      if (guest.messages > MAX_MESSAGES_PER_BEAT) socket.close(CLOSE_TOO_BUSY, 'Too many messages.')
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

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    const host = request.headers.host ?? ''
    const address = `http://${host}${request.url ?? ''}`
    const url = URL.canParse(address) ? new URL(address) : null
    if (!url || !options.isHostAllowed(url.hostname)) {
      return refuseUpgrade(socket, '403 Forbidden', `The host name "${host}" is not served here.`)
    }
    const {origin, authorization} = request.headers
    if (origin !== undefined && !options.isOriginAllowed(origin)) {
      return refuseUpgrade(socket, '403 Forbidden', `Pages of ${origin} may not talk to this lake.`)
    }
    const dataset = pathPattern.exec(url.pathname)?.[1]
    if (dataset === undefined || !options.hasDataset(dataset)) {
      return refuseUpgrade(socket, '404 Not Found', `There is no socket at ${url.pathname}.`)
    }
    if (guests.size >= maxConnections) {
      return refuseUpgrade(
        socket,
        '503 Service Unavailable',
        `The lake has ${maxConnections} sockets open already.`,
      )
    }
    const [, token] = /^Bearer (.+)$/.exec(authorization ?? '') ?? []
    return sockets.handleUpgrade(request, socket, head, (opened) => welcome(opened, dataset, token))
  }

  server.on('upgrade', upgrade)
  const timer = setInterval(beat, heartbeatMs)
  timer.unref()
  return {
    get connections() {
      return guests.size
    },
    close() {
      clearInterval(timer)
      server.off('upgrade', upgrade)
      for (const socket of guests.keys()) socket.terminate()
      sockets.close()
    },
  }
}
