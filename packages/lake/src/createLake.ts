import {randomBytes} from 'node:crypto'
import {TokenStore} from './access/TokenStore.ts'
import {ANONYMOUS} from './access/Viewer.ts'
import type {Role, Viewer} from './access/Viewer.ts'
import {DatasetRegistry} from './DatasetRegistry.ts'
import {createHandler} from './http/createHandler.ts'
import type {OriginPolicy} from './http/originPolicy.ts'
import type {JsonObject} from './json/isJsonObject.ts'
import type {LakeCore} from './LakeCore.ts'
import {ListenHub} from './listen/ListenHub.ts'
import {TicketBox} from './listen/TicketBox.ts'
import {seedDocuments} from './seedDocuments.ts'
import {openDatabase} from './store/openDatabase.ts'

/** How a lake is made; everything has a default. */
export type LakeOptions = {
  /** Folder of `lake.sqlite` and the assets; without it everything is in memory and gone with the process. */
  dataDir?: string
  /** @defaultValue `spine` */
  projectId?: string
  /** The dataset that is there from the start. @defaultValue `production` */
  dataset?: string
  /** Whether anybody may read what is published. @defaultValue `public` */
  aclMode?: 'public' | 'private'
  /** Documents to begin with: put in when the dataset is empty, without checking references. */
  documents?: readonly JsonObject[]
  /** Origins of pages that may talk to this lake, besides those of this machine. */
  allowedOrigins?: readonly string[]
  /** Host names under which it answers, besides those of this machine. */
  allowedHosts?: readonly string[]
  /** Pages of this machine may talk to it on any port. @defaultValue `true` */
  allowLoopback?: boolean
  /** Bound for parsed documents kept in memory, in bytes of their JSON text. @defaultValue 128 MB */
  cacheBytes?: number
  /** The clock, for tests. */
  clock?: () => Date
  /** Hears of failures that are the lake's own fault. */
  onError?: (error: unknown) => void
}

/** A running lake. */
export type Lake = {
  projectId: string
  dataset: string
  /** Answers one request of Sanity's HTTP API; `@sanity/client` takes it through `resolveFetch`. */
  fetch(input: Request | string | URL, init?: RequestInit): Promise<Response>
  /** Makes a token; its text is returned once and stored only as a hash. */
  createToken(options: {role: Role; label: string}): string
  /** Commits what waits, ends all streams and closes the database. */
  close(): void
}

const DEFAULT_CACHE_BYTES = 128 * 1024 * 1024

/**
 * Makes an embedded Content Lake: Sanity's HTTP API over SQLite, answered in process.
 * @throws LakeError `databaseTooNew` when a newer lake wrote the file, `badRequest` for an invalid dataset name.
 * @example
 * ```ts
 * const lake = createLake({documents: [{_id: 'a', _type: 'article', title: 'Backs'}]})
 * const client = createClient({
 *   projectId: lake.projectId, dataset: lake.dataset, apiVersion: '2025-02-19', useCdn: false,
 *   apiHost: 'http://localhost', useProjectHostname: false, resolveFetch: () => lake.fetch,
 * })
 * await client.fetch('*[_type == "article"][0].title') // 'Backs'
 * ```
 */
export function createLake(options: LakeOptions = {}): Lake {
  const clock = options.clock ?? (() => new Date())
  const projectId = options.projectId ?? 'spine'
  const database = openDatabase(options.dataDir)
  const datasets = new DatasetRegistry(database, {
    cacheBytes: options.cacheBytes ?? DEFAULT_CACHE_BYTES,
    clock,
  })
  const dataset = datasets.ensure(options.dataset ?? 'production', {aclMode: options.aclMode ?? 'public'})
  if (options.documents) seedDocuments(dataset, options.documents)
  const tokens = new TokenStore(database, clock)
  const hub = new ListenHub({projectId, clock})
  datasets.onOpen((opened) => hub.attach(opened))
  const identify = (request: Request): Viewer => {
    const [, token] = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '') ?? []
    return (token !== undefined && tokens.identify(token)) || ANONYMOUS
  }
  const core: LakeCore = {
    projectId,
    database,
    datasets,
    hub,
    tickets: new TicketBox(),
    clock,
    createId: () => randomBytes(16).toString('base64url').replaceAll(/[-_]/g, 'x'),
    identify,
  }
  const policy: OriginPolicy = {
    allowedOrigins: options.allowedOrigins ?? [],
    allowedHosts: options.allowedHosts ?? [],
    allowLoopback: options.allowLoopback ?? true,
  }
  const handle = createHandler(core, policy, options.onError ?? (() => undefined))
  return {
    projectId,
    dataset: dataset.name,
    fetch: (input, init) => handle(input instanceof Request && !init ? input : new Request(input, init)),
    createToken: (token) => tokens.create(token),
    close: () => {
      hub.close()
      for (const open of datasets.list()) open.transactor.flush()
      database.close()
    },
  }
}
