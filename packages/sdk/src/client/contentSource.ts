import type {FollowEvents} from '../live/liveEvent.ts'
import type {FetchOptions} from './contentOptions.ts'
import type {Perspective} from './perspective.ts'

/** One read, as a source is asked for it. */
export interface SourceRequest {
  readonly queryName: string
  /** GROQ. */
  readonly query: string
  readonly params: Readonly<Record<string, unknown>>
  readonly perspective: Perspective
  /** Fires when the caller gave up or time ran out. */
  readonly signal: AbortSignal
  /** Milliseconds since 1970 after which an answer is of no use. */
  readonly deadline: number
  /** The live event that asked for this read: an answer from before it is of no use. */
  readonly lastLiveEventId: string | null
  /** Passed on to `fetch`, for instance Next.js' `{next: {tags, revalidate}}`. */
  readonly fetchOptions: FetchOptions
}

/** What a source gives back, not yet validated. */
export interface SourceResponse {
  readonly result: unknown
  /** Tags of everything that the result depends on; empty when the source has none. */
  readonly syncTags: readonly string[]
  /** The source's own tag of this answer; null when it gives none. */
  readonly etag: string | null
}

/** The one seam between the SDK and wherever content comes from. */
export interface ContentSource {
  fetch(request: SourceRequest): Promise<SourceResponse>
  /** Tells of changes until the request's signal fires. */
  readonly events: FollowEvents
}
