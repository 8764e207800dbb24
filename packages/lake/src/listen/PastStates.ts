import type {LakeDocument} from '../documents/LakeDocument.ts'
import type {Changes} from '../query/OverlayView.ts'
import type {TransactionRecord} from '../transactions/TransactionRecord.ts'

type Step = {sequence: number; before: LakeDocument | undefined}

/**
 * What was in a dataset around each of its latest transactions. Those that share a write are heard of when all of them are
 * stored, those that a listener missed long after: what a reference led to then is known from the records since.
 */
export class PastStates {
  readonly records: readonly TransactionRecord[]
  /** Of each document its states that are past, in order. */
  #steps: Map<string, Step[]> | undefined

  /** @param records - the latest transactions of the dataset, none left out, in order */
  constructor(records: readonly TransactionRecord[]) {
    this.records = records
  }

  /** What differs from what is stored in the state that a transaction found. */
  before({sequence}: TransactionRecord): Changes {
    this.#steps ??= stepsOf(this.records)
    const steps = this.#steps
    const find = (id: string): Step | undefined => steps.get(id)?.find((step) => step.sequence >= sequence)
    return {
      has: (id) => find(id) !== undefined,
      get: (id) => find(id)?.before,
      keys: () => [...steps.keys()].filter((id) => find(id) !== undefined),
    }
  }

  /** What differs from what is stored in the state that a transaction left. */
  after(record: TransactionRecord): Changes {
    return this.before({...record, sequence: record.sequence + 1})
  }
}

function stepsOf(records: readonly TransactionRecord[]): Map<string, Step[]> {
  const steps = new Map<string, Step[]>()
  for (const {sequence, effects} of records) {
    for (const {documentId, before} of effects) {
      const known = steps.get(documentId)
      if (known) known.push({sequence, before})
      else steps.set(documentId, [{sequence, before}])
    }
  }
  return steps
}
