import {LakeError} from '../errors/LakeError.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {RemoteConnection} from './RemoteConnection.ts'
import type {Ask, RemoteOptions} from './RemoteConnection.ts'

const TRANSFER_TIMEOUT_MS = 900_000

/** A dataset reached over Sanity's HTTP API, hosted or of a lake. */
export class RemoteDataset {
  readonly dataset: string
  readonly #connection: RemoteConnection

  constructor(options: RemoteOptions) {
    this.dataset = options.dataset
    this.#connection = new RemoteConnection(options)
  }

  /** How people know it: project, dataset and host. */
  get name(): string {
    return this.#connection.name
  }

  /** Runs a query over all documents, drafts and versions included. */
  async query(query: string, params: JsonObject = {}): Promise<unknown> {
    const answer = await this.#connection.json(`data/query/${this.dataset}`, {
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
    const path = `data/mutate/${this.dataset}`
    const body = JSON.stringify({mutations, transactionId})
    const ask: Ask = {method: 'POST', query: {visibility: 'async'}, body}
    for (let attempt = 0; ; attempt += 1) {
      const failure = await this.#connection
        .send(path, ask)
        .then((response) => this.#connection.read(response))
        .then(
          () => undefined,
          (error: unknown) => error,
        )
      if (failure === undefined) return
      const isConflict = failure instanceof LakeError && failure.code === 'conflict'
      if (!isConflict && !this.#connection.mayRetry(failure, attempt)) throw failure
      if (await this.isCommitted(transactionId, ids)) return
      if (isConflict) throw failure
      await this.#connection.pause(failure, attempt)
    }
  }

  /** Whether a transaction has written any of these documents and is what they last heard of. */
  async isCommitted(transactionId: string, ids: readonly string[]): Promise<boolean> {
    const count = await this.query('count(*[_id in $ids && _rev == $transactionId])', {ids, transactionId})
    return typeof count === 'number' && count > 0
  }

  async act(action: JsonObject): Promise<void> {
    await this.#connection.json(`data/actions/${this.dataset}`, {
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
    const answer = await this.#connection.json(`assets/${kind}/${this.dataset}`, {
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
    return this.#connection.retrying(() =>
      this.#connection.send(`data/export/${this.dataset}`, {timeoutMs: TRANSFER_TIMEOUT_MS}),
    )
  }

  /** The bytes of an asset, as they are stored. @throws LakeError `notFound`. */
  download(path: string): Promise<Response> {
    const {hostname} = this.#connection.base
    const host = hostname.endsWith('.api.sanity.io')
      ? new URL('https://cdn.sanity.io')
      : this.#connection.base
    // Without it images of Sanity's own host come as it has them in its cache.
    const raw = host === this.#connection.base ? {} : {dlRaw: 'true'}
    return this.#connection.retrying(() =>
      this.#connection.fetch(new URL(`/${path}`, host), {query: raw, timeoutMs: TRANSFER_TIMEOUT_MS}),
    )
  }
}
