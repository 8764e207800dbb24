import {createServer, request as ask} from 'node:http'
import type {IncomingMessage, OutgoingHttpHeaders, Server, ServerResponse} from 'node:http'
import type {Duplex} from 'node:stream'
import {createSecureContext, TLSSocket} from 'node:tls'
import {createAuthority} from './createAuthority.ts'

/** A proxy of this machine through which programs that want Sanity's hosts reach a lake. */
export type SanityProxy = {
  /** For `HTTPS_PROXY`. */
  url: string
  /** The certificate that programs must trust, PEM; for `NODE_EXTRA_CA_CERTS`. */
  authority: string
  close(): Promise<void>
}

const NAMES = ['api.sanity.io', '*.api.sanity.io', '*.apicdn.sanity.io', 'apicdn.sanity.io', 'cdn.sanity.io']
const API_HOST = /^(?:([a-z0-9-]+)\.)?(?:api|apicdn)\.sanity\.io$/

/**
 * Starts a proxy that answers for Sanity's API and asset hosts with what a lake says, and lets nothing else through:
 * what runs behind it reaches neither Sanity nor anybody else.
 *
 * It ends TLS with a certificate of an authority that lives as long as the proxy and whose key nobody has.
 * @example
 * ```ts
 * const proxy = await startSanityProxy({lakeUrl: 'http://localhost:3900', projectId: 'spine'})
 * await proxy.close()
 * ```
 */
export async function startSanityProxy(options: {lakeUrl: string; projectId: string}): Promise<SanityProxy> {
  const {authority, cert, key} = await createAuthority(NAMES)
  const secureContext = createSecureContext({cert, key})
  // Speaks HTTP inside the tunnels; it never listens itself.
  const inside = createServer((request, response) => forward(request, response, options))
  const proxy = createServer((_request, response) => {
    response.writeHead(403).end('Only Sanity’s own hosts are answered here, by CONNECT.\n')
  })
  const tunnels = new Set<Duplex>()
  proxy.on('connect', (request: IncomingMessage, socket: Duplex) => {
    socket.on('error', () => socket.destroy())
    const [hostname = ''] = (request.url ?? '').split(':')
    if (!API_HOST.test(hostname) && hostname !== 'cdn.sanity.io') {
      socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n')
      return
    }
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    const tunnel = new TLSSocket(socket, {isServer: true, secureContext, ALPNProtocols: ['http/1.1']})
    tunnel.on('error', () => tunnel.destroy())
    tunnels.add(tunnel)
    tunnel.once('close', () => tunnels.delete(tunnel))
    inside.emit('connection', tunnel)
  })
  await new Promise<void>((resolve, reject) => {
    proxy.once('error', reject)
    proxy.listen(0, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${portOf(proxy)}`,
    authority,
    close: () =>
      new Promise((resolve) => {
        for (const tunnel of tunnels) tunnel.destroy()
        proxy.close(() => resolve())
        proxy.closeAllConnections()
      }),
  }
}

function forward(
  request: IncomingMessage,
  response: ServerResponse,
  {lakeUrl, projectId}: {lakeUrl: string; projectId: string},
): void {
  const wanted = API_HOST.exec(hostnameOf(request))?.[1]
  if (wanted !== undefined && wanted !== projectId) {
    refuse(response, 404, `This lake holds the project "${projectId}", not "${wanted}".`)
    request.resume()
    return
  }
  const lake = new URL(request.url ?? '/', lakeUrl)
  const asked = ask(lake, {method: request.method, headers: headersFor(request, lake)}, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
    answer.on('error', () => response.destroy())
  })
  asked.on('error', (error) => {
    if (response.headersSent) response.destroy()
    else refuse(response, 502, `The lake at ${lakeUrl} does not answer: ${error.message}.`)
  })
  response.on('close', () => asked.destroy())
  request.pipe(asked)
}

function headersFor(request: IncomingMessage, lake: URL): OutgoingHttpHeaders {
  return {...request.headers, host: lake.host}
}

function hostnameOf(request: IncomingMessage): string {
  const address = `https://${request.headers.host ?? ''}`
  return URL.canParse(address) ? new URL(address).hostname : ''
}

function refuse(response: ServerResponse, statusCode: number, message: string): void {
  response.writeHead(statusCode, {'content-type': 'application/json'})
  response.end(JSON.stringify({statusCode, error: 'Lake', message}))
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.')
  return address.port
}
