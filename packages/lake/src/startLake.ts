import {createServer} from 'node:http'
import {getRequestListener} from '@hono/node-server'
import {assembleLake} from './assembleLake.ts'
import type {Lake} from './createLake.ts'
import {LakeError} from './errors/LakeError.ts'
import {isHostAllowed, isOriginAllowed} from './http/originPolicy.ts'
import type {LakeOptions} from './LakeOptions.ts'
import {attachPresence} from './presence/attachPresence.ts'

/** Where a lake listens. */
export type StartLakeOptions = LakeOptions & {
  /** @defaultValue `127.0.0.1`: this machine alone */
  host?: string
  /** 0 takes any free port. @defaultValue 3900 */
  port?: number
}

/** A lake that listens on a port. */
export type RunningLake = Pick<Lake, 'projectId' | 'dataset' | 'createToken' | 'fetch'> & {
  /** As `http://localhost:3900`. */
  url: string
  port: number
  /** Takes no more requests, lets those under way finish, ends all streams, and closes the database. */
  close(): Promise<void>
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1'])

// A client that sends its headers or body drop by drop holds a connection no longer than this.
const HEADERS_TIMEOUT_MS = 10_000
const REQUEST_TIMEOUT_MS = 300_000
const MAX_HEADER_BYTES = 32 * 1024

// What is still under way after this is cut off when the lake stops.
const CLOSE_TIMEOUT_MS = 5_000

/**
 * Starts a lake that answers over HTTP.
 * @throws LakeError `portInUse` naming the port and how to choose another.
 * @example
 * ```ts
 * const lake = await startLake({dataDir: './data', port: 3900})
 * const token = lake.createToken({role: 'editor', label: 'import'})
 * await lake.close()
 * ```
 */
export async function startLake(options: StartLakeOptions = {}): Promise<RunningLake> {
  const host = options.host ?? '127.0.0.1'
  const port = options.port ?? 3900
  const isLoopback = LOOPBACK.has(host)
  const {lake, core, policy, address: reached} = assembleLake({allowLoopback: isLoopback, ...options})
  const limits = {
    headersTimeout: HEADERS_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    maxHeaderSize: MAX_HEADER_BYTES,
  }
  // The adapter's own light Request and Response are meant for handlers inside; the globals stay as they are.
  const listener = getRequestListener((request) => lake.fetch(request), {overrideGlobalObjects: false})
  const server = createServer(limits, (request, response) => void listener(request, response))
  const presence = attachPresence({
    server,
    identify: (token) => core.identifyToken(token),
    isHostAllowed: (hostname) => isHostAllowed(hostname, policy),
    isOriginAllowed: (origin) => isOriginAllowed(origin, policy),
    hasDataset: (dataset) => core.datasets.find(dataset) !== undefined,
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      presence.close()
      lake.close()
      reject(isPortInUse(error) ? portInUse(port, error) : error)
    })
    server.listen(port, host, resolve)
  })
  const address = server.address()
  const actualPort = typeof address === 'object' && address ? address.port : port
  const url = `http://${isLoopback ? 'localhost' : host}:${actualPort}`
  reached.publicUrl = options.publicUrl ?? url
  return {
    projectId: lake.projectId,
    dataset: lake.dataset,
    createToken: (token) => lake.createToken(token),
    fetch: (input, init) => lake.fetch(input, init),
    url,
    port: actualPort,
    close: async () => {
      presence.close()
      core.hub.close()
      await new Promise<void>((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), CLOSE_TIMEOUT_MS)
        server.close(() => {
          clearTimeout(cut)
          resolve()
        })
        server.closeIdleConnections()
      })
      lake.close()
    },
  }
}

function isPortInUse(error: Error): boolean {
  return 'code' in error && error.code === 'EADDRINUSE'
}

function portInUse(port: number, cause: Error): LakeError {
  return new LakeError(
    'portInUse',
    `Port ${port} is in use: stop what listens there, or choose another with --port or LAKE_PORT.`,
    {cause},
  )
}
