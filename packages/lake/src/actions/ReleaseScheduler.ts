import type {Dataset} from '../Dataset.ts'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import {commitActions} from './commitActions.ts'
import {stateOf} from './releaseState.ts'

/** What the scheduler tells of: a release that went out after its time, or one that could not. */
export type ScheduleReport =
  | {kind: 'late'; dataset: string; releaseId: string; lateMs: number}
  | {kind: 'failed'; dataset: string; releaseId: string; message: string}

type Options = {createId: () => string; clock: () => Date; report: (event: ScheduleReport) => void}

const AUTHOR = '<scheduler>'

// Timers hold at most 2^31 ms; the clock may also be set meanwhile. So it looks again once an hour at the latest.
const MAX_WAIT_MS = 3_600_000
// A process that was busy is not late.
const LATE_MS = 60_000
// What the disk refuses is not asked of it again at once.
const RETRY_MS = 10_000

/**
 * Publishes scheduled releases at their time. The schedule is in the release documents themselves, so that a lake that
 * was down at the time catches up when it starts, and says that it was late.
 */
export class ReleaseScheduler {
  readonly #dataset: Dataset
  readonly #options: Options
  readonly #unsubscribe: () => void
  #timer: NodeJS.Timeout | undefined
  #isClosed = false

  constructor(dataset: Dataset, options: Options) {
    this.#dataset = dataset
    this.#options = options
    this.#unsubscribe = dataset.transactor.subscribe(({effects}) => {
      if (effects.some(({documentId}) => documentId.startsWith('_.releases.'))) this.#plan()
    })
    this.#plan()
  }

  close(): void {
    this.#isClosed = true
    clearTimeout(this.#timer)
    this.#unsubscribe()
  }

  #scheduled(): {release: LakeDocument; dueMs: number}[] {
    return this.#dataset.store
      .idsOfType('system.release')
      .values.map((id) => this.#dataset.store.get(id))
      .filter((release) => release !== undefined)
      .filter((release) => stateOf(release) === 'scheduled')
      .map((release) => ({release, dueMs: Date.parse(String(release['publishAt']))}))
      .filter(({dueMs}) => !Number.isNaN(dueMs))
  }

  #plan(leastWaitMs = 0): void {
    clearTimeout(this.#timer)
    if (this.#isClosed) return
    const due = this.#scheduled().map(({dueMs}) => dueMs)
    if (due.length === 0) return
    const wait = Math.min(...due) - this.#options.clock().getTime()
    this.#timer = setTimeout(
      () => void this.#publishDue(),
      Math.min(Math.max(wait, leastWaitMs), MAX_WAIT_MS),
    )
    this.#timer.unref()
  }

  async #publishDue(): Promise<void> {
    const now = this.#options.clock().getTime()
    let leastWaitMs = 0
    for (const {release, dueMs} of this.#scheduled()) {
      if (dueMs > now || this.#isClosed) continue
      // The releases of one moment go out in the order of their ids, each whole.
      const isSettled = await this.#publish(String(release['name']), now - dueMs)
      if (!isSettled) leastWaitMs = RETRY_MS
    }
    this.#plan(leastWaitMs)
  }

  /** Publishes a release, or says in it why that cannot be; false when neither could be written. */
  async #publish(releaseId: string, lateMs: number): Promise<boolean> {
    const {report} = this.#options
    const dataset = this.#dataset.name
    const isLate = lateMs > LATE_MS
    if (isLate) report({kind: 'late', dataset, releaseId, lateMs})
    const late = isLate ? {lateBySeconds: Math.round(lateMs / 1000)} : {}
    try {
      await this.#commit([{actionType: 'sanity.action.release.publish', releaseId, scheduled: true, ...late}])
      return true
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      report({kind: 'failed', dataset, releaseId, message})
      // It is active again and says why, so that an editor can mend it.
      return this.#commit([
        {actionType: 'sanity.action.release.unschedule', releaseId, error: {message}},
      ]).then(
        () => true,
        () => false,
      )
    }
  }

  async #commit(actions: Parameters<typeof commitActions>[1]): Promise<void> {
    const {createId, clock} = this.#options
    await commitActions(this.#dataset, actions, {
      transactionId: createId(),
      author: AUTHOR,
      dryRun: false,
      createId,
      clock,
    })
  }
}
