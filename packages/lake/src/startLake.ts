import {createAdaptorServer} from '@hono/node-server'
import {assembleLake} from './assembleLake.ts'
import type {Lake} from './createLake.ts'
import type {LakeOptions} from './LakeOptions.ts'
import {LakeError} from './errors/LakeError.ts'

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
  const isLoopback = host === '127.0.0.1' || host === 'localhost' || host === '::1'
  const {lake} = assembleLake({allowLoopback: isLoopback, ...options})
  // A Request object of Node's own costs more than the whole answer; the adapter's own does for all routes.
  const server = createAdaptorServer({
    fetch: (request: Request) => lake.fetch(request),
    overrideGlobalObjects: false,
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      lake.close()
      reject(isPortInUse(error) ? portInUse(port, error) : error)
    })
    server.listen(port, host, resolve)
  })
  const address = server.address()
  const actualPort = typeof address === 'object' && address ? address.port : port
  return {
    projectId: lake.projectId,
    dataset: lake.dataset,
    createToken: (token) => lake.createToken(token),
    fetch: (input, init) => lake.fetch(input, init),
    url: `http://${isLoopback ? 'localhost' : host}:${actualPort}`,
    port: actualPort,
    close: () =>
      new Promise<void>((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        lake.close()
        if ('closeIdleConnections' in server) server.closeIdleConnections()
      }),
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
