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

type Ask = {
  method?: string
  query?: Record<string, string>
  body?: string | (() => ReadableStream<Uint8Array>)
  contentType?: string
  timeoutMs?: number
}

const API_VERSION = 'v2025-02-19'
const TIMEOUT_MS = 60_000
const TRANSFER_TIMEOUT_MS = 900_000

/**
 * A dataset reached over Sanity's HTTP API, hosted or of a lake. What may be repeated without harm is, with a growing
 * pause, when the network or the server fails; what is refused never is. The token goes to this host alone, and stands
 * in no message.
 */
export class RemoteDataset {
  readonly #options: RemoteOptions
  readonly #base: URL

  constructor(options: RemoteOptions) {
    this.#options = options
    this.#base = baseOf(options)
  }

  /** How people know it: project, dataset and host. */
  get name(): string {
    return `${this.#options.projectId}/${this.#options.dataset} at ${this.#base.host}`
  }

  get dataset(): string {
    return this.#options.dataset
  }

  /** Runs a query over all documents, drafts and versions included. */
  async query(query: string, params: JsonObject = {}): Promise<unknown> {
    const answer = await this.#json(`data/query/${this.#options.dataset}`, {
      method: 'POST',
      query: {perspective: 'raw', returnQuery: 'false'},
      body: JSON.stringify({query, params}),
    })
    return answer['result']
  }

  /**
   * Commits a transaction once, whatever happens on the way: before it is sent again the server is asked whether it has
   * it, by the revision that it gave to these documents.
   */
  async commit(
    transactionId: string,
    mutations: readonly JsonObject[],
    ids: readonly string[],
  ): Promise<void> {
    const path = `data/mutate/${this.#options.dataset}`
    const body = JSON.stringify({mutations, transactionId})
    const ask: Ask = {method: 'POST', query: {visibility: 'async'}, body}
    for (let attempt = 0; ; attempt += 1) {
      const failure = await this.#send(path, ask)
        .then((response) => this.#read(response))
        .then(
          () => undefined,
          (error: unknown) => error,
        )
      if (failure === undefined) return
      const isConflict = failure instanceof LakeError && failure.code === 'conflict'
      if (!isConflict && !this.#mayRetry(failure, attempt)) throw failure
      if (await this.isCommitted(transactionId, ids)) return
      if (isConflict) throw failure
      await this.#pause(failure, attempt)
    }
  }

  /** Whether a transaction has written any of these documents and is what they last heard of. */
  async isCommitted(transactionId: string, ids: readonly string[]): Promise<boolean> {
    const count = await this.query('count(*[_id in $ids && _rev == $transactionId])', {ids, transactionId})
    return typeof count === 'number' && count > 0
  }

  async act(action: JsonObject): Promise<void> {
    await this.#json(`data/actions/${this.#options.dataset}`, {
      method: 'POST',
      body: JSON.stringify({actions: [action]}),
    })
  }

  /** Uploads a file; the same content is the same asset, however often it is sent. Gives its document. */
  async upload(
    kind: 'images' | 'files',
    open: () => ReadableStream<Uint8Array>,
    {filename, contentType}: {filename?: string; contentType: string},
  ): Promise<JsonObject> {
    const answer = await this.#json(`assets/${kind}/${this.#options.dataset}`, {
      method: 'POST',
      query: filename === undefined ? {} : {filename},
      body: open,
      contentType,
      timeoutMs: TRANSFER_TIMEOUT_MS,
    })
    const {document} = answer
    if (isJsonObject(document) && typeof document['_id'] === 'string') return document
    throw new LakeError(
      'failed',
      `${this.name} took the asset "${filename ?? ''}" and gave no document for it.`,
    )
  }

  /** All documents, one JSON line each. */
  exportLines(): Promise<Response> {
    return this.#retrying(() =>
      this.#send(`data/export/${this.#options.dataset}`, {timeoutMs: TRANSFER_TIMEOUT_MS}),
    )
  }

  /** The bytes of an asset, as they are stored. @throws LakeError `notFound`. */
  download(path: string): Promise<Response> {
    const {hostname} = this.#base
    const host = hostname.endsWith('.api.sanity.io') ? new URL('https://cdn.sanity.io') : this.#base
    // Without it images of Sanity's own host come as it has them in its cache.
    const raw = host === this.#base ? {} : {dlRaw: 'true'}
    return this.#retrying(() =>
      this.#fetch(new URL(`/${path}`, host), {query: raw, timeoutMs: TRANSFER_TIMEOUT_MS}),
    )
  }

  #json(path: string, ask: Ask): Promise<JsonObject> {
    return this.#retrying(async () => this.#read(await this.#send(path, ask)))
  }

  // An answer that breaks off is none: it is asked for again.
  async #read(response: Response): Promise<JsonObject> {
    try {
      const answer: unknown = await response.json()
      if (isJsonObject(answer)) return answer
    } catch (cause) {
      throw new LakeError('unreachable', `An answer of ${this.name} broke off or is no JSON.`, {cause})
    }
    throw new LakeError('failed', `${this.name} answers with something else than Sanity's API does.`)
  }

  async #retrying<Result>(run: () => Promise<Result>): Promise<Result> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await run()
      } catch (error) {
        if (!this.#mayRetry(error, attempt)) throw error
        await this.#pause(error, attempt)
      }
    }
  }

  #mayRetry(error: unknown, attempt: number): boolean {
    return error instanceof LakeError && error.code === 'unreachable' && attempt < this.#options.retries
  }

  #pause(error: unknown, attempt: number): Promise<void> {
    return this.#options.sleep(retryDelayMs(error, attempt, this.#options.random))
  }

  #send(path: string, ask: Ask): Promise<Response> {
    return this.#fetch(new URL(`/${API_VERSION}/${path}`, this.#base), ask)
  }

  async #fetch(
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
