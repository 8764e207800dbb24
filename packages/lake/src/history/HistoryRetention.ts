import type {DatabaseSync} from 'node:sqlite'
import type {DatasetRegistry} from '../DatasetRegistry.ts'
import {lastSequenceBefore, squashHistory} from './squashHistory.ts'

const DAY_MS = 86_400_000
const INTERVAL_MS = 6 * 3_600_000
// Writers are let through between the parts.
const PAUSE_MS = 5

type Options = {days: number; clock: () => Date; report: (error: unknown) => void}

/** Keeps the history of all datasets to so many days: when the lake starts and four times a day. */
export class HistoryRetention {
  readonly #database: DatabaseSync
  readonly #datasets: DatasetRegistry
  readonly #options: Options
  #timer: NodeJS.Timeout | undefined
  #isClosed = false

  constructor(database: DatabaseSync, datasets: DatasetRegistry, options: Options) {
    this.#database = database
    this.#datasets = datasets
    this.#options = options
    this.#wait(0)
  }

  close(): void {
    this.#isClosed = true
    clearTimeout(this.#timer)
  }

  #wait(ms: number): void {
    this.#timer = setTimeout(() => void this.#run(), ms)
    this.#timer.unref()
  }

  async #run(): Promise<void> {
    const {days, clock, report} = this.#options
    try {
      const boundary = lastSequenceBefore(this.#database, new Date(clock().getTime() - days * DAY_MS))
      for (const dataset of this.#datasets.list()) {
        let after: string | undefined
        do {
          if (this.#isClosed) return
          after = squashHistory(this.#database, dataset, {boundary, after})
          await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
        } while (after !== undefined)
      }
    } catch (error) {
      report(error)
    }
    if (!this.#isClosed) this.#wait(INTERVAL_MS)
  }
}
