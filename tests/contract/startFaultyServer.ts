import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import type {AddressInfo, Socket} from 'node:net'

/** Answers one request in whatever broken way a test wants. */
export type Behaviour = (request: IncomingMessage, response: ServerResponse, attempt: number) => void

/** A real server on loopback that misbehaves; `requests` counts what reached it. */
export interface FaultyServer extends AsyncDisposable {
  readonly url: string
  requests(): number
  openSockets(): number
}

/** Starts a server that treats every request with the given behaviour. */
export async function startFaultyServer(behave: Behaviour): Promise<FaultyServer> {
  const sockets = new Set<Socket>()
  let count = 0
  const server = createServer((request, response) => {
    count += 1
    behave(request, response, count)
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    requests: () => count,
    openSockets: () => sockets.size,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return address.port
}
