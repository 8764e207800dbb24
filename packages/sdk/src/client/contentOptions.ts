import type {ContentProblem} from '../errors/contentProblem.ts'
import type {ClientLike} from './clientLike.ts'
import type {FetchLike} from './createHttpSource.ts'
import type {Clock} from './clock.ts'
import type {QueryParams} from './reader.ts'
import type {Perspective} from './perspective.ts'
import type {ResponseCache} from './responseCache.ts'

/** What every content object can be told. */
export interface ReaderOptions {
  /** Which versions to read; `published` unless told otherwise. Anything else needs a token. */
  readonly perspective?: Perspective | undefined
  /** Milliseconds after which a read fails with `timeout`, repeats included. Default 15,000; `Infinity`: never. */
  readonly timeoutMs?: number | undefined
  /** Address of the Studio, so that problems can link to the field to mend. */
  readonly studioUrl?: string | undefined
  /** What a list does with a document that is not as promised: leave it out (default), or throw. */
  readonly onInvalid?: 'omit' | 'throw' | undefined
  /** Called for every problem found, whether it is thrown or left out. What it throws, the read throws. */
  readonly onProblem?: ((problem: ContentProblem) => void) | undefined
  /** Called after each read with its cache tags. What it throws, the read throws. */
  readonly onResponse?: ((response: ReadReport) => void) | undefined
  /** Says that handing the token to every visitor is meant. */
  readonly allowTokenInBrowser?: boolean | undefined
  /** Time, when it is not the machine's. */
  readonly clock?: Clock | undefined
  /** 0 to 1; spreads repeats. Default `Math.random`. */
  readonly random?: (() => number) | undefined
}

/** What is known of a read besides its result. */
export interface ReadReport {
  readonly queryName: string
  readonly params: QueryParams
  /** Sanity's tags of everything that the result depends on; empty when the source gives none. */
  readonly syncTags: readonly string[]
  /** The source's own tag of this answer (`ETag`); null when it gives none. */
  readonly etag: string | null
}

/** What the SDK's own transport can be told. */
export interface TransportOptions extends ReaderOptions {
  /** Sent as a bearer token. Only needed for private datasets and unpublished content. */
  readonly token?: string | undefined
  /** Replaces the global `fetch`. */
  readonly fetch?: FetchLike | undefined
  /** Repeats after a failure that waiting may mend (no connection, 429, 5xx). Default 3. */
  readonly retries?: number | undefined
  /** Largest answer, or live event, accepted, in bytes. Default 16 MiB. */
  readonly maxBytes?: number | undefined
  /** Milliseconds of silence after which a connection for live events counts as lost. Default 60,000. */
  readonly idleTimeoutMs?: number | undefined
  /**
   * Where answers that the source tags (`ETag`) are kept, to be asked for again only when they changed: a
   * `Map`, or anything with `get` and `set` that forgets. Default: none.
   */
  readonly cache?: ResponseCache | undefined
}

/** Content in Sanity's hosted Content Lake. */
export interface HostedOptions extends TransportOptions {
  readonly projectId: string
  readonly dataset: string
  /** Whether to read through the CDN. Default: when reading what is published, without a token. */
  readonly useCdn?: boolean | undefined
  readonly url?: undefined
  readonly client?: undefined
}

/** Content in an embedded lake, or any server with Sanity's API. */
export interface EmbeddedOptions extends TransportOptions {
  /** For instance `http://localhost:3900`. */
  readonly url: string
  readonly dataset: string
  readonly projectId?: string | undefined
  readonly client?: undefined
}

/** Content read by a client that you already have. */
export interface ClientOptions extends ReaderOptions {
  readonly client: ClientLike
  readonly url?: undefined
  readonly projectId?: undefined
  readonly dataset?: undefined
}

/** Where content comes from, and how to read it. */
export type ContentOptions = HostedOptions | EmbeddedOptions | ClientOptions

/** Options of `fetch`, and what frameworks add to them; what the SDK sets itself, headers included, comes first. */
export type FetchOptions = Readonly<Record<string, unknown>> & {readonly headers?: RequestInit['headers']}

/** What one read can be told. */
export interface ReadOptions {
  /** Ends the read with `aborted`. */
  readonly signal?: AbortSignal | undefined
  /** Replaces the content object's `timeoutMs`. */
  readonly timeoutMs?: number | undefined
  /** Id of the live event that asked for this read, so that no cache gives an answer from before it. */
  readonly lastLiveEventId?: string | undefined
  /** Called after this read with its cache tags, besides the content object's `onResponse`. */
  readonly onResponse?: ((response: ReadReport) => void) | undefined
  /** Passed on to `fetch`, for instance Next.js' `{next: {tags, revalidate}}` or `{cache: 'no-store'}`. */
  readonly fetchOptions?: FetchOptions | undefined
}
