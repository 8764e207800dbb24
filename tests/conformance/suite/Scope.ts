import {createClient} from '@sanity/client'
import type {ClientConfig, SanityClient} from '@sanity/client'
import {readEvents} from '../readEvents.ts'
import type {EventReader} from '../readEvents.ts'
import type {Target} from './Target.ts'

/** An answer with its body parsed, where it is JSON. */
export type Answer = {status: number; headers: Headers; body: unknown}

/** How to send a request, where it is not as usual. */
export type Asking = {
  method?: string
  /** Sent as JSON, unless it is bytes or a text. */
  body?: unknown
  headers?: Record<string, string>
  /** @defaultValue `v2025-02-19` */
  version?: string
  /** `null` asks without one. @defaultValue the token of the target */
  token?: string | null
}

export type Params = Record<string, string | number | boolean>

export const VERSION = 'v2025-02-19'

/**
 * What a case talks to. Every case has names of its own: `~` in ids, types and texts stands for them, on the way there
 * and back. `:dataset` and `:project` in a path stand for the target's.
 */
export class Scope {
  readonly target: Target
  readonly prefix: string
  readonly #closers: (() => void)[] = []

  constructor(target: Target, prefix: string) {
    this.target = target
    this.prefix = prefix
  }

  /** Does something when the case ends. */
  onClose(closer: () => void): void {
    this.#closers.push(closer)
  }

  /** Ends the streams that the case has opened. */
  close(): void {
    for (const closer of this.#closers) closer()
  }

  encode(text: string): string {
    return text.replaceAll('~', this.prefix)
  }

  decode(text: string): string {
    return text.replaceAll(this.prefix, '~')
  }

  /** The search of an address; values of `$`-parameters are JSON already. */
  search(params: Params): string {
    const pairs = Object.entries(params).map(([name, value]): [string, string] => [
      name,
      this.encode(String(value)),
    ])
    return new URLSearchParams(pairs).toString()
  }

  /** Sends a request as it is. */
  send(path: string, asking: Asking = {}): Promise<Response> {
    const {method, body, headers = {}, version = VERSION, token = this.target.token} = asking
    const place = this.encode(path)
      .replace(':dataset', this.target.dataset)
      .replace(':project', this.target.projectId)
    const json = body !== undefined && typeof body !== 'string' && !(body instanceof Uint8Array)
    const content = json ? this.encode(JSON.stringify(body)) : body
    return this.target.fetch(version === '' ? place : `/${version}${place}`, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        ...(json ? {'content-type': 'application/json'} : {}),
        ...(token === null ? {} : {authorization: `Bearer ${token}`}),
        ...headers,
      },
      ...(typeof content === 'string' || content instanceof Uint8Array
        ? {body: new Uint8Array(Buffer.from(content))}
        : {}),
    })
  }

  /** Sends a request and reads the answer. */
  async ask(path: string, asking: Asking = {}): Promise<Answer> {
    const response = await this.send(path, asking)
    const text = this.decode(await response.text())
    const isJson = response.headers.get('content-type')?.includes('application/json') === true
    return {status: response.status, headers: response.headers, body: isJson ? parse(text) : text}
  }

  /** `POST /data/mutate`; the answer names ids and holds documents unless asked otherwise. */
  mutate(mutations: unknown, params: Params = {}, more: object = {}): Promise<Answer> {
    const search = this.search({returnIds: true, returnDocuments: true, ...params})
    return this.ask(`/data/mutate/:dataset?${search}`, {body: {mutations, ...more}})
  }

  /** Writes documents, in the order given. @throws when they are refused. */
  async given(...documents: object[]): Promise<void> {
    const {status, body} = await this.mutate(documents.map((document) => ({createOrReplace: document})))
    if (status !== 200) throw new Error(`The case cannot begin: ${JSON.stringify(body)}`)
  }

  /** `POST /data/actions`; the names of actions go without `sanity.action.`. */
  act(actions: object | object[], more: object = {}): Promise<Answer> {
    const list = (Array.isArray(actions) ? actions : [actions]).map((action: object) =>
      'actionType' in action ? {...action, actionType: `sanity.action.${String(action.actionType)}`} : action,
    )
    return this.ask('/data/actions/:dataset', {body: {actions: list, ...more}})
  }

  /** `GET /data/query`. */
  query(query: string, params: Params = {}, asking: Asking = {}): Promise<Answer> {
    return this.ask(`/data/query/:dataset?${this.search({query, ...params})}`, asking)
  }

  /** The result of a query, seen raw unless another perspective is given. @throws when it is refused. */
  async result(query: string, params: Params = {}, asking: Asking = {}): Promise<unknown> {
    const {status, body} = await this.query(query, {perspective: 'raw', ...params}, asking)
    if (status === 200 && isRecord(body)) return body['result']
    throw new Error(`The query was refused: ${JSON.stringify(body)}`)
  }

  /** The stored document, or undefined. */
  async get(id: string): Promise<Record<string, unknown> | undefined> {
    const {body} = await this.ask(`/data/doc/:dataset/${id}`)
    const documents: unknown = isRecord(body) ? body['documents'] : undefined
    const document: unknown = Array.isArray(documents) ? documents[0] : undefined
    return isRecord(document) ? document : undefined
  }

  /** The content of a stored document, without the members that the lake keeps. */
  async content(id: string): Promise<Record<string, unknown> | undefined> {
    const document = await this.get(id)
    return document && contentOf(document)
  }

  /** Opens a stream of events; it is closed when the case ends. */
  async stream(path: string, asking: Asking = {}): Promise<EventReader> {
    const reader = readEvents(await this.send(path, asking), (text) => this.decode(text))
    this.onClose(() => reader.close())
    return reader
  }

  /** `GET /data/listen`, past its welcome. */
  async listen(query: string, params: Params = {}, asking: Asking = {}): Promise<EventReader> {
    const search = this.search({query, ...params})
    const reader = await this.stream(`/data/listen/:dataset?${search}`, asking)
    const {event} = await reader.next()
    if (event !== 'welcome') throw new Error(`The listener was told ${event} instead of welcome.`)
    return reader
  }

  /** The real client; its ids are written with `scope.encode`. */
  client(config: ClientConfig = {}): SanityClient {
    const {projectId, dataset, token, clientConfig} = this.target
    const base = {...clientConfig, projectId, dataset, token, apiVersion: '2025-02-19', useCdn: false}
    return createClient({...base, perspective: 'raw', ...config})
  }
}

/** True for what has members. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A document without `_id`, `_type`, `_rev` and its times. */
export function contentOf(document: Record<string, unknown>): Record<string, unknown> {
  const {_id: _1, _type: _2, _rev: _3, _createdAt: _4, _updatedAt: _5, ...content} = document
  return content
}

function parse(text: string): unknown {
  return JSON.parse(text)
}
