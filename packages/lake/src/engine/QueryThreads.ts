import {fileURLToPath} from 'node:url'
import type {Piscina} from 'piscina'
import {LakeError} from '../errors/LakeError.ts'
import {limitError} from '../LakeLimits.ts'
import type {LakeLimits} from '../LakeLimits.ts'
import {timeoutError} from '../query/evaluatePlan.ts'
import {FairLine} from '../access/FairLine.ts'
import type {Asker, Refusal} from '../access/FairLine.ts'
import type {QueryJob, QueryOutcome} from './queryWorker.ts'

type ThreadLimits = Pick<
  LakeLimits,
  'queryThreads' | 'maxConcurrentQueries' | 'queryTimeoutMs' | 'maxQueryMemoryBytes'
>

// Threads that nobody needs are given back; until then they keep what they have read.
const IDLE_MS = 30_000

// A query stops by itself along its loops; one that does not is stopped with its thread this much later.
const GRACE_MS = 250

// A thread that has not begun by then never will.
const START_MS = 30_000

const MEGABYTE = 1024 * 1024

const REFUSALS: Readonly<Record<Refusal, string>> = {
  full: 'Too many queries are under way',
  share: 'Half of all queries under way are yours already',
  waited: 'The query has waited a minute for others to end',
}

/** Evaluates queries in threads that can be stopped, so many at a time; the others wait in line, up to a bound. */
export class QueryThreads {
  readonly #limits: ThreadLimits
  readonly #line: FairLine
  #pool: Promise<Piscina> | undefined
  #isClosed = false

  constructor(limits: ThreadLimits) {
    this.#limits = limits
    this.#line = new FairLine({running: limits.queryThreads, total: limits.maxConcurrentQueries})
  }

  /**
   * Answers a query.
   * @returns the body, as `renderAnswer` makes it.
   * @throws LakeError `queryTimeout`, `tooLarge`, `tooMany` when there is no place, `closed` when the lake stops,
   *   and whatever the query itself does.
   */
  async run(job: Omit<QueryJob, 'begun'>, asker: Asker): Promise<Uint8Array> {
    const endTurn = await this.#turn(asker)
    try {
      const outcome = await this.#evaluate(job)
      if ('body' in outcome) return outcome.body
      const {code, message, details} = outcome.failure
      throw new LakeError(code, message, details ? {details} : {})
    } finally {
      endTurn()
    }
  }

  /** Stops all threads; what they work on fails with `closed`. */
  close(): void {
    this.#isClosed = true
    void this.#pool?.then((pool) => pool.destroy())
  }

  async #turn(asker: Asker): Promise<() => void> {
    const turn = await this.#line.take(asker)
    if (typeof turn === 'function') return turn
    throw limitError(this.#limits, 'maxConcurrentQueries', {
      what: REFUSALS[turn],
      code: 'tooMany',
      type: 'rateLimitExceededError',
    })
  }

  async #evaluate(job: Omit<QueryJob, 'begun'>): Promise<QueryOutcome> {
    if (this.#isClosed) throw closed()
    const pool = await (this.#pool ??= createPool(this.#limits))
    // The thread writes down when it begins: starting it is not the query's doing.
    const begun = new Float64Array(new SharedArrayBuffer(8))
    const stop = new AbortController()
    const watch = this.#watch(begun, () => stop.abort())
    try {
      const outcome: QueryOutcome = await pool.run({...job, begun}, {signal: stop.signal})
      return outcome
    } catch (error) {
      if (stop.signal.aborted) throw timeoutError(this.#limits.queryTimeoutMs, error)
      if (this.#isClosed) throw closed()
      if (isOutOfMemory(error)) {
        throw limitError(this.#limits, 'maxQueryMemoryBytes', {
          what: 'The query needs more memory than it may take; ask for fewer documents or members',
          type: 'queryResultTooLargeError',
          cause: error,
        })
      }
      throw error
    } finally {
      watch.end()
    }
  }

  #watch(begun: Float64Array, stop: () => void): {end: () => void} {
    const limitMs = this.#limits.queryTimeoutMs + GRACE_MS
    const giveUp = Date.now() + limitMs + START_MS
    const look = (): void => {
      const end = begun[0] ? begun[0] + limitMs : giveUp
      const leftMs = end - Date.now()
      if (leftMs <= 0) stop()
      else timer = setTimeout(look, Math.min(leftMs, limitMs))
    }
    let timer = setTimeout(look, limitMs)
    return {end: () => clearTimeout(timer)}
  }
}

// Loaded when the first query needs it: most lakes in tests never do.
async function createPool({queryThreads, maxQueryMemoryBytes}: ThreadLimits): Promise<Piscina> {
  const {Piscina} = await import('piscina')
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  return new Piscina({
    filename: fileURLToPath(new URL(`./queryWorker.${extension}`, import.meta.url)),
    minThreads: 0,
    maxThreads: queryThreads,
    idleTimeout: IDLE_MS,
    atomics: 'disabled',
    resourceLimits: {maxOldGenerationSizeMb: maxQueryMemoryBytes / MEGABYTE},
  })
}

function closed(): LakeError {
  return new LakeError('closed', 'The lake is stopping.')
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
