import type {Clock} from '../client/clock.ts'
import type {ContentError} from '../errors/ContentError.ts'

/**
 * What Sanity's live events say (Sanity docs, live content API): a connection stands and may have missed
 * something before, or documents changed that results with one of these tags depend on. What a source adds: the
 * connection is lost and will be made again, or never will.
 */
export type LiveEvent =
  | {readonly type: 'connected'; readonly id: string | null}
  | {readonly type: 'changed'; readonly id: string | null; readonly tags: readonly string[]}
  | {readonly type: 'lost'; readonly error: ContentError}
  | {readonly type: 'refused'; readonly error: unknown}

/** Begins to follow a source; resolves before it is connected, which is told. */
export type FollowEvents = (request: EventsRequest) => Promise<void>

/** How a source is asked for its events. */
export interface EventsRequest {
  readonly includeDrafts: boolean
  /** Milliseconds in which a connection must say its first event. */
  readonly timeoutMs: number
  readonly clock: Clock
  /** 0 to 1; spreads connections made again. */
  readonly random: () => number
  /** Ends everything, quietly. */
  readonly signal: AbortSignal
  readonly tell: (event: LiveEvent) => void
}
