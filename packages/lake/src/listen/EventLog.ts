import type {TransactionRecord} from '../transactions/TransactionRecord.ts'

const MAX_RECORDS = 2_000

/** The latest transactions of a dataset, so that a listener that was away can be told what it missed. */
export class EventLog {
  readonly #records: TransactionRecord[] = []
  /** The last sequence that is no longer kept: whoever was there or later can be caught up. */
  #forgotten: number

  constructor(startSequence: number) {
    this.#forgotten = startSequence
  }

  get last(): number {
    return this.#records.at(-1)?.sequence ?? this.#forgotten
  }

  add(record: TransactionRecord): void {
    this.#records.push(record)
    if (this.#records.length <= MAX_RECORDS) return
    this.#forgotten = this.#records.shift()?.sequence ?? this.#forgotten
  }

  /** Everything after a position, or undefined when some of it is no longer known. */
  since(sequence: number): TransactionRecord[] | undefined {
    if (sequence < this.#forgotten || sequence > this.last) return undefined
    return this.#records.filter((record) => record.sequence > sequence)
  }
}
