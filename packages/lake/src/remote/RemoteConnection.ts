import ipaddr from 'ipaddr.js'
import {LakeError} from '../errors/LakeError.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {explainRefusal} from './explainRefusal.ts'
import {retryDelayMs} from './retryDelayMs.ts'

/** Where a dataset of Sanity's HTTP API is, and how it is reached. */
export type RemoteOptions = {
  /** As `https://api.sanity.io`. */
  apiHost: string
  projectId: string
  dataset: string
  token: string
  fetch: typeof globalThis.fetch
  sleep: (ms: number) => Promise<void>
  /** A number from 0 to 1, by which those who wait do not all come back at once. */
  random: () => number
  /** How often a failure is tried again. */
  retries: number
  signal?: AbortSignal
}

/** One request to it. */
export type Ask = {
  method?: string
  query?: Record<string, string>
  body?: string | (() => ReadableStream<Uint8Array>)
  contentType?: string
  timeoutMs?: number
}

const API_VERSION = 'v2025-02-19'
const TIMEOUT_MS = 60_000

/**
 * Requests to one service, each with the token, which goes nowhere else and stands in no message. What may be repeated
 * without harm is, with a growing pause, when the network or the server fails; what is refused never is.
 */
export class RemoteConnection {
  readonly base: URL
  readonly #options: RemoteOptions

  constructor(options: RemoteOptions) {
    this.#options = options
    this.base = baseOf(options)
  }

  /** How people know the dataset: project, dataset and host. */
  get name(): string {
    return `${this.#options.projectId}/${this.#options.dataset} at ${this.base.host}`
  }

  /** Asks the API, again where that may help, for an object. */
  json(path: string, ask: Ask): Promise<JsonObject> {
    return this.retrying(async () => this.read(await this.send(path, ask)))
  }

  /** The object in an answer. One that breaks off is none, and may be asked for again. */
  async read(response: Response): Promise<JsonObject> {
    try {
      const answer: unknown = await response.json()
      if (isJsonObject(answer)) return answer
    } catch (cause) {
      throw new LakeError('unreachable', `An answer of ${this.name} broke off or is no JSON.`, {cause})
    }
    throw new LakeError('failed', `${this.name} answers with something else than Sanity's API does.`)
  }

  /** Runs something until it succeeds, is refused, or has failed too often. */
  async retrying<Result>(run: () => Promise<Result>): Promise<Result> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await run()
      } catch (error) {
        if (!this.mayRetry(error, attempt)) throw error
        await this.pause(error, attempt)
      }
    }
  }

  mayRetry(error: unknown, attempt: number): boolean {
    return error instanceof LakeError && error.code === 'unreachable' && attempt < this.#options.retries
  }

  pause(error: unknown, attempt: number): Promise<void> {
    return this.#options.sleep(retryDelayMs(error, attempt, this.#options.random))
  }

  /** Asks the API once. */
  send(path: string, ask: Ask): Promise<Response> {
    return this.fetch(new URL(`/${API_VERSION}/${path}`, this.base), ask)
  }

  /** Asks any address of the service once. */
  async fetch(
    url: URL,
    {method = 'GET', query = {}, body, contentType, timeoutMs = TIMEOUT_MS}: Ask,
  ): Promise<Response> {
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    const {signal, token} = this.#options
    const timeout = AbortSignal.timeout(timeoutMs)
    const stream = typeof body === 'function' ? {body: body(), duplex: 'half' as const} : {}
    let response: Response
    try {
      response = await this.#options.fetch(url, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : {'content-type': contentType ?? 'application/json'}),
        },
        ...(typeof body === 'string' ? {body} : stream),
        // A redirect could carry the token elsewhere.
        redirect: 'error',
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      })
    } catch (cause) {
      if (signal?.aborted === true) throw new LakeError('unfinished', 'Stopped.', {cause})
      throw new LakeError('unreachable', `${url.host} cannot be reached (${reasonOf(cause)}).`)
    }
    if (response.ok) return response
    throw await explainRefusal(response, {name: this.name, token})
  }
}

function baseOf({apiHost, projectId}: RemoteOptions): URL {
  if (!URL.canParse(apiHost) || !/^https?:$/.test(new URL(apiHost).protocol))
    throw new LakeError(
      'usage',
      `The API host is "${apiHost}": write an address such as https://api.sanity.io.`,
    )
  const url = new URL(apiHost)
  const isAddress = ipaddr.isValid(url.hostname.replaceAll(/^\[|\]$/g, ''))
  const isLocal =
    url.hostname === 'localhost' ||
    url.hostname.endsWith('.localhost') ||
    (isAddress && ipaddr.process(url.hostname.replaceAll(/^\[|\]$/g, '')).range() === 'loopback')
  if (url.protocol === 'http:' && !isLocal)
    throw new LakeError(
      'usage',
      `${apiHost} is not encrypted, and the token would be read on the way: use https.`,
    )
  // Names under localhost are not known to every system, and a lake answers on the bare one too.
  if (!isLocal && !isAddress) url.hostname = `${projectId}.${url.hostname}`
  return url
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  const inner = cause.cause
  return inner instanceof Error && inner.message !== '' ? inner.message : cause.message
}
