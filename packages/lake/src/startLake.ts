import {getRequestListener, RequestError} from '@hono/node-server'
import {RESPONSE_ALREADY_SENT} from '@hono/node-server/utils/response'
import {mayDo} from './access/Permission.ts'
import {assembleLake} from './assembleLake.ts'
import type {AssembledLake} from './assembleLake.ts'
import type {Lake} from './createLake.ts'
import {errorResponse} from './errors/errorResponse.ts'
import {LakeError} from './errors/LakeError.ts'
import {createLakeServer} from './http/createLakeServer.ts'
import type {LakeExchange, TlsOptions} from './http/createLakeServer.ts'
import {PROTECTION} from './http/createHandler.ts'
import {guardServer} from './http/guardServer.ts'
import {isLoopbackAddress} from './http/isLoopbackAddress.ts'
import {observeRequests} from './http/observeRequests.ts'
import type {RequestRecord} from './http/observeRequests.ts'
import {listenError} from './http/listenError.ts'
import {isHostAllowed, isOriginAllowed} from './http/originPolicy.ts'
import {readHost} from './http/readHost.ts'
import {refuseRequest} from './http/refuseRequest.ts'
import {WholeAnswer} from './http/WholeAnswer.ts'
import type {UnreadBytes} from './http/UnreadBytes.ts'
import {limitError} from './LakeLimits.ts'
import type {LakeOptions} from './LakeOptions.ts'
import {answerMetrics, isMetricsRequest} from './metrics/answerMetrics.ts'
import type {Metrics} from './metrics/createMetrics.ts'
import {attachPresence} from './presence/attachPresence.ts'

/** Where a lake listens. */
export type StartLakeOptions = LakeOptions & {
  /** @defaultValue `127.0.0.1`: this machine alone */
  host?: string
  /** 0 takes any free port. @defaultValue 3900 */
  port?: number
  /** Serves HTTPS, with HTTP/2, instead of HTTP. */
  tls?: TlsOptions
  /** Answers `GET /metrics` to this machine and to administrators, in Prometheus' text format. @defaultValue `false` */
  metrics?: boolean
  /** Hears of every request once it has ended. */
  onRequest?: (record: RequestRecord) => void
  /** How long requests under way may take when the lake stops, in milliseconds; then they are cut off. @defaultValue 5,000 */
  stopTimeoutMs?: number
}

/** A lake that listens on a port. */
export type RunningLake = Pick<Lake, 'projectId' | 'dataset' | 'createToken' | 'fetch'> & {
  /** As `http://localhost:3900`. */
  url: string
  port: number
  /** Whether other machines can reach it: then there is no development login. */
  isOnNetwork: boolean
  /** Takes no more requests, lets those under way finish, ends all streams, and closes the database. */
  close(): Promise<void>
}

const STOP_TIMEOUT_MS = 5_000

// Smaller answers are taken at once, or wait in the buffers of the system.
const LARGE_BYTES = 64 * 1024

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
  const isLoopback = isLoopbackAddress(host)
  const assembled = assembleLake(options, {isLocal: isLoopback})
  const {lake, core, handle, address: reached} = assembled
  const metrics = options.metrics === true ? await openMetrics(assembled, options.dataDir) : undefined
  const {limits, policy} = core
  const {server, stop} = createLakeServer(limits, options.tls)
  const guard = guardServer(server, limits)
  // The adapter's own light Request and Response are meant for handlers inside; the globals stay as they are.
  const listener = getRequestListener(
    async (request, {incoming, outgoing}) => {
      const client = incoming.socket?.remoteAddress ?? ''
      const answer = await handle(request, {client, cut: () => outgoing.destroy()})
      if (!(answer instanceof WholeAnswer)) return answer
      return write(answer, outgoing, core.unread)
    },
    {overrideGlobalObjects: false, errorHandler: answerUnreadable},
  )
  server.on('request', (...[request, response]: LakeExchange) => {
    // What waits on one connection of HTTP/2 is bounded by its streams.
    if (request.httpVersionMajor === 1 && guard.refuses(request.socket, response)) return
    const hostname = readHost(request)
    if (hostname === undefined || !isHostAllowed(hostname, policy))
      refuseRequest(response, hostname === undefined ? 400 : 403, describeHost(hostname))
    else if (metrics && isMetricsRequest(request))
      void answerMetrics(request, response, {metrics, identify: (token) => core.access.identify(token)})
    else void listener(request, response)
  })
  if (metrics || options.onRequest) {
    const isDataset = (name: string): boolean => core.datasets.find(name) !== undefined
    observeRequests(server, isDataset, (record) => {
      metrics?.request(record)
      options.onRequest?.(record)
    })
  }
  const presence = attachPresence({
    server,
    limits,
    identify: (token) => {
      const viewer = core.access.identify(token)
      return mayDo(viewer, 'presence') ? viewer : undefined
    },
    isHostAllowed: (hostname) => isHostAllowed(hostname, policy),
    isOriginAllowed: (origin) => isOriginAllowed(origin, policy),
    hasDataset: (dataset) => core.datasets.find(dataset) !== undefined,
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      presence.close()
      lake.close()
      reject(listenError(error, {host, port}))
    })
    server.listen(port, host, resolve)
  })
  const address = server.address()
  const actualPort = typeof address === 'object' && address ? address.port : port
  const url = `${options.tls ? 'https' : 'http'}://${isLoopback ? 'localhost' : host}:${actualPort}`
  reached.publicUrl = options.publicUrl ?? url
  return {
    projectId: lake.projectId,
    dataset: lake.dataset,
    createToken: (token) => lake.createToken(token),
    fetch: (input, init) => lake.fetch(input, init),
    url,
    port: actualPort,
    isOnNetwork: !isLoopback,
    close: async () => {
      presence.close()
      core.hub.close()
      await stop(options.stopTimeoutMs ?? STOP_TIMEOUT_MS)
      lake.close()
    },
  }
}

// A large answer waits until its client takes it; when too much waits already, it is not begun.
function write(answer: WholeAnswer, outgoing: LakeExchange[1], unread: UnreadBytes): Response {
  if (answer.byteLength > LARGE_BYTES) {
    if (!unread.note(outgoing, answer.byteLength)) {
      unread.forget(outgoing)
      const what = 'Too much waits for clients to take it'
      return errorResponse(
        limitError({maxUnreadBytes: unread.limit}, 'maxUnreadBytes', {what, code: 'tooMany'}),
      )
    }
    outgoing.once('close', () => unread.forget(outgoing))
  }
  answer.writeTo(outgoing)
  return RESPONSE_ALREADY_SENT
}

function describeHost(hostname: string | undefined): string {
  return hostname === undefined
    ? 'A request names one host, in one Host header.'
    : `The host name "${hostname}" is not served here: allow it with --allow-host.`
}

// Loaded when asked for: most lakes are not watched.
async function openMetrics(
  {core, imageCacheBytes}: AssembledLake,
  dataDir: string | undefined,
): Promise<Metrics> {
  const {createMetrics} = await import('./metrics/createMetrics.ts')
  return createMetrics(core, {dataDir, imageCacheBytes})
}

// What the adapter cannot make a request of, such as a target that is no address.
function answerUnreadable(cause: unknown): Response {
  const isBroken = cause instanceof RequestError
  const response = errorResponse(
    isBroken ? new LakeError('badRequest', `The request cannot be read: ${cause.message}.`) : cause,
  )
  for (const [name, value] of Object.entries(PROTECTION)) response.headers.set(name, value)
  return response
}
