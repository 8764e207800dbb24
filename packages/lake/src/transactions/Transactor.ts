import type {DatabaseSync} from 'node:sqlite'
import type {LakeError} from '../errors/LakeError.ts'
import type {DocumentStore} from '../store/DocumentStore.ts'
import {GroupWriter} from './GroupWriter.ts'
import type {Pending, Staged} from './GroupWriter.ts'
import type {TransactionRequest} from './StagingArea.ts'
import type {TransactionRecord} from './TransactionRecord.ts'
import type {WorkingCopy} from './WorkingCopy.ts'

/** @param group - all transactions that share the write, in order: the store has them all when the first is heard of */
type Listener = (record: TransactionRecord, group: readonly TransactionRecord[]) => void

/**
 * Commits transactions one after the other. Those that wait at the same moment share one write to disk, and none is
 * acknowledged before it is there; a transaction that fails takes nothing along.
 */
export class Transactor {
  readonly #store: DocumentStore
  readonly #writer: GroupWriter
  readonly #listeners = new Set<Listener>()
  readonly #onWritten = new Set<(last: TransactionRecord) => void>()
  #queue: Pending[] = []
  #scheduled = false
  #closedBy: LakeError | undefined

  constructor(database: DatabaseSync, store: DocumentStore, clock: () => Date) {
    this.#store = store
    this.#writer = new GroupWriter(database, {store, clock}, (staged, records) =>
      this.#publish(staged, records),
    )
  }

  /** Calls back after each commit, in order, before the writer hears of it. Returns what ends it. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Calls back once for each write to disk with the last transaction in it, before anybody hears of any. */
  onWritten(listener: (last: TransactionRecord) => void): void {
    this.#onWritten.add(listener)
  }

  /**
   * Commits one transaction; resolves once it is on disk.
   * @throws LakeError what `build` throws, `conflict` for references and for a transaction id in use, `diskFull` or
   * `diskFailed` when it could not be written, or what the lake was closed with.
   */
  commit<Result>(request: TransactionRequest<Result>): Promise<Result> {
    if (this.#closedBy) return Promise.reject(this.#closedBy)
    return new Promise<Result>((resolve, reject) => {
      let result: {value: Result} | undefined
      const build = (copy: WorkingCopy): void => {
        result = {value: request.build(copy)}
      }
      const acknowledge = (): void => {
        if (result) resolve(result.value)
      }
      this.#queue.push({request: {...request, build}, resolve: acknowledge, reject})
      if (this.#scheduled) return
      this.#scheduled = true
      setImmediate(() => this.flush())
    })
  }

  /**
   * Commits one transaction at once and on its own; for what happens before the lake serves anybody.
   * @throws what `build` or the database throws.
   */
  commitNow(request: TransactionRequest<void>): void {
    this.flush()
    let failure: {error: unknown} | undefined
    const reject = (error: unknown): void => {
      failure = {error}
    }
    this.#queue.push({request, resolve: () => undefined, reject})
    this.flush()
    if (failure) throw failure.error
  }

  /** Commits what waits, and answers with this error from then on. */
  close(reason: LakeError): void {
    this.flush()
    this.#closedBy = reason
  }

  /** Commits what waits, now. */
  flush(): void {
    this.#scheduled = false
    const waiting = this.#queue
    this.#queue = []
    let group: Pending[] = []
    for (const pending of waiting) {
      if (pending.request.startsGroup) {
        this.#writer.commit(group)
        group = []
      }
      group.push(pending)
    }
    this.#writer.commit(group)
  }

  /** Memory follows the disk, listeners hear, writers are told; a listener that throws keeps none of this from happening. */
  #publish(staged: readonly Staged[], records: readonly TransactionRecord[]): void {
    const failures: unknown[] = []
    const last = records.at(-1)
    if (last) for (const hear of this.#onWritten) hear(last)
    // All of them first: the database has them all, and an index that a listener has made is of what is there.
    for (const {changes} of staged) this.#store.applied(changes)
    for (const [index, {pending}] of staged.entries()) {
      const record = records[index]
      for (const listener of record ? this.#listeners : []) {
        try {
          if (record) listener(record, records)
        } catch (error) {
          failures.push(error)
        }
      }
      pending.resolve()
    }
    if (failures.length > 0) throw new AggregateError(failures, 'A listener to transactions failed.')
  }
}
