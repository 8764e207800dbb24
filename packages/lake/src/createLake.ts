import type {TokenRequest} from './access/TokenStore.ts'
import {assembleLake} from './assembleLake.ts'
import type {LakeOptions} from './LakeOptions.ts'

/** A running lake. */
export type Lake = {
  projectId: string
  dataset: string
  /** Answers one request of Sanity's HTTP API; `@sanity/client` takes it through `resolveFetch`. */
  fetch: (input: Request | string | URL, init?: RequestInit) => Promise<Response>
  /** Makes a token; its text is returned once and stored only as a hash. */
  createToken(options: TokenRequest): string
  /** Commits what waits, ends all streams and closes the database. */
  close(): void
}

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
  return assembleLake(options).lake
}
