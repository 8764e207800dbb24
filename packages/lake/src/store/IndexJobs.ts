import type {DatabaseSync} from 'node:sqlite'

/** Does a bit of its work; true once all of it is done. */
export type Step = () => boolean

type Job = {step: Step; ended: PromiseWithResolvers<void>}

const PAUSE_MS = 1

/** Work on indexes beside the serving of requests: bit by bit, a bit of one job after a bit of the other. */
export class IndexJobs {
  readonly #database: DatabaseSync
  readonly #jobs = new Map<string, Job>()

  constructor(database: DatabaseSync) {
    this.#database = database
  }

  get areIdle(): boolean {
    return this.#jobs.size === 0
  }

  /** Begins a job, unless there is one of this name; resolves when it has ended, be it that it failed. */
  run(name: string, step: Step): Promise<void> {
    const known = this.#jobs.get(name)
    if (known) return known.ended.promise
    const ended = Promise.withResolvers<void>()
    this.#jobs.set(name, {step, ended})
    if (this.#jobs.size === 1) this.#goOnSoon()
    return ended.promise
  }

  #goOnSoon(): void {
    setTimeout(() => this.#goOn(), PAUSE_MS).unref()
  }

  #goOn(): void {
    const [next] = this.#jobs
    if (!next) return
    // What a transaction has written can still be taken back.
    if (this.#database.isOpen && this.#database.isTransaction) return this.#goOnSoon()
    const [name, job] = next
    this.#jobs.delete(name)
    if (this.#isDone(job)) job.ended.resolve()
    else this.#jobs.set(name, job)
    if (!this.areIdle) this.#goOnSoon()
  }

  #isDone({step}: Job): boolean {
    if (!this.#database.isOpen) return true
    try {
      return step()
    } catch {
      // The next query that needs the index begins anew.
      return true
    }
  }
}
