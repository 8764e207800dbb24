import type {ReadOptions} from '../client/contentOptions.ts'
import type {ContentError} from '../errors/ContentError.ts'

/** Whether a result that is followed can be trusted to be the newest. */
export interface LiveStatus {
  /** Whether changes are heard of at once. While not, the content is read again about twice a minute. */
  readonly isConnected: boolean
  /** Whether the newest read succeeded. While not, it is repeated, and the result given last may be old. */
  readonly isCurrent: boolean
  /** What failed last; null when nothing does. */
  readonly error: ContentError | null
}

/** What following a query can be told. */
export interface LiveOptions extends Omit<ReadOptions, 'lastLiveEventId'> {
  /** Ends following, quietly. */
  readonly signal?: AbortSignal | undefined
  /** Called when the status changes, and at each further failure. What it throws ends following. */
  readonly onStatus?: ((status: LiveStatus) => void) | undefined
}
