import type {DatabaseSync} from 'node:sqlite'
import type {Dataset} from '../Dataset.ts'
import {LakeError} from '../errors/LakeError.ts'
import {isCheap, isQuickToParse} from '../query/assessCost.ts'
import {prepareQuery} from '../query/prepareQuery.ts'
import type {PreparedQuery, QueryRequest} from '../query/prepareQuery.ts'
import {limitError} from '../LakeLimits.ts'
import type {LakeLimits} from '../LakeLimits.ts'
import {runPrepared} from '../query/runQuery.ts'
import {DatabaseFile} from './DatabaseFile.ts'
import {QueryThreads} from './QueryThreads.ts'
import {renderAnswer} from './renderAnswer.ts'
import {ResultCache} from './ResultCache.ts'

/** A query as it came over HTTP. */
export type EngineRequest = Omit<QueryRequest, 'timeoutMs' | 'maxDepth' | 'dataset'> & {
  /** Whether the answer repeats the query. */
  returnQuery: boolean
  /** Whether the answer says what was narrowed. */
  explain: boolean
}

// A query holds up the others on the thread that serves no longer than this.
const BRIEF_MS = 50
const BRIEF_BYTES = 4 * 1024 * 1024

// Threads besides the one that serves share this part of its cache.
const THREAD_CACHE_SHARE = 4

// `now()` is another one next time.
const READS_CLOCK = /\bnow\s*\(/

/**
 * Answers queries so that none holds up the others: what is known to be cheap is evaluated at once, everything else in
 * threads that are stopped at the time limit.
 */
export class QueryEngine {
  readonly #limits: LakeLimits
  readonly #file: DatabaseFile
  readonly #threads: QueryThreads
  readonly #cache: ResultCache
  readonly #publicUrl: () => string
  readonly #threadCacheBytes: number

  constructor(
    database: DatabaseSync,
    options: {limits: LakeLimits; cacheBytes: number; publicUrl: () => string},
  ) {
    const {limits} = options
    this.#limits = limits
    this.#file = new DatabaseFile(database)
    this.#cache = new ResultCache(limits.maxQueryCacheBytes)
    this.#publicUrl = options.publicUrl
    this.#threadCacheBytes = options.cacheBytes / THREAD_CACHE_SHARE
    this.#threads = new QueryThreads(limits)
  }

  /**
   * Answers a query; it sees every write that was acknowledged before.
   * @param address - that it comes from: who sends no token shares with others there
   * @returns the body of the answer, as of one that took no time.
   * @throws LakeError `badRequest`, `unsupported`, `tooLarge`, `queryTimeout`, `tooManyRequests`.
   */
  async answer(dataset: Dataset, asked: EngineRequest, address = ''): Promise<Uint8Array> {
    this.#assertLength(asked.query)
    const {returnQuery, explain, ...rest} = asked
    const {now: _, ...timeless} = asked
    const key = `${dataset.name} ${JSON.stringify(timeless)}`
    const scope = asked.perspective.kind === 'published' ? 'published' : 'all'
    const version = dataset.store.version(scope)
    const known = this.#cache.get(key, version)
    if (known) return known
    // What is read from another dataset changes without this one.
    const isOwn = !dataset.store.foreign.areReferredTo
    const request: QueryRequest = {
      ...rest,
      dataset: dataset.name,
      timeoutMs: this.#limits.queryTimeoutMs,
      maxDepth: this.#limits.maxQueryDepth,
    }
    const render = {
      returnedQuery: returnQuery ? asked.query : undefined,
      explain,
      maxBytes: this.#limits.maxResultBytes,
    }
    const body =
      (await this.#answerHere(dataset, request, render)) ??
      (await this.#answerElsewhere(dataset, request, render, address))
    // A write may have come between, and the answer may have seen it or not.
    const isCurrent = dataset.store.version(scope) === version
    if (isOwn && isCurrent && !READS_CLOCK.test(asked.query)) this.#cache.set(key, version, body)
    return body
  }

  close(): void {
    this.#threads.close()
    this.#file.close()
  }

  /** The answer, or nothing where it takes longer than this thread may be held up. */
  async #answerHere(
    {store}: Dataset,
    request: QueryRequest,
    render: Parameters<typeof renderAnswer>[1],
  ): Promise<Uint8Array | undefined> {
    // Tracing where a result comes from has no checkpoints.
    if (!isQuickToParse(request.query) || request.sourceMap) return undefined
    const prepared = prepareQuery(store, request, true)
    if (!isCheap(prepared.tree, prepared.plan, request.params)) return undefined
    return this.#answerBriefly(prepared, render)
  }

  async #answerBriefly(
    prepared: PreparedQuery,
    render: Parameters<typeof renderAnswer>[1],
  ): Promise<Uint8Array | undefined> {
    const timeoutMs = Math.min(BRIEF_MS, this.#limits.queryTimeoutMs)
    const maxBytes = Math.min(BRIEF_BYTES, render.maxBytes)
    try {
      const answer = await runPrepared({...prepared, context: {...prepared.context, timeoutMs}})
      return renderAnswer(answer, {...render, maxBytes})
    } catch (error) {
      const isOverdone =
        error instanceof LakeError && (error.code === 'queryTimeout' || error.code === 'tooLarge')
      if (isOverdone) return undefined
      throw error
    }
  }

  async #answerElsewhere(
    {store}: Dataset,
    request: QueryRequest,
    render: Parameters<typeof renderAnswer>[1],
    address: string,
  ): Promise<Uint8Array> {
    const {viewer} = request
    const isMember = viewer.kind === 'member'
    const client = isMember ? `member ${viewer.userId}` : `address ${address}`
    return this.#file.lend((file) => {
      const {generation} = store
      const cacheBytes = this.#threadCacheBytes
      const job = {file, generation, publicUrl: this.#publicUrl(), cacheBytes, request, render}
      return this.#threads.run(job, {client, isMember})
    })
  }

  #assertLength(query: string): void {
    const {maxQueryLength} = this.#limits
    if (query.length <= maxQueryLength) return
    throw limitError(this.#limits, 'maxQueryLength', {
      what: `The query is longer than ${maxQueryLength} characters; give long lists as parameters`,
      type: 'queryParseError',
    })
  }
}
