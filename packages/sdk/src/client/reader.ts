import type {ContentProblem} from '../errors/contentProblem.ts'
import type {ContentQuery, LightQuery} from '../validation/contentQuery.ts'
import type {ResultUnder, SchemaPicker, Strictness} from '../validation/strictness.ts'
import type {ReaderOptions, ReadOptions} from './contentOptions.ts'
import type {SourceResponse} from './contentSource.ts'

/** Parameters of any query. */
export type QueryParams = Readonly<Record<string, unknown>>

/** Fetches the rows of a list; it may look at what came and fetch again with other parameters. */
export type FetchRows = (
  fetch: (params: QueryParams) => Promise<SourceResponse>,
  params: QueryParams,
) => Promise<SourceResponse>

/** What is known of a read besides its result. */
export interface ReadAccount {
  /** What was wrong with the documents left out. */
  readonly problems: readonly ContentProblem[]
  /** Sanity's tags of everything that the result depends on; empty when the source gives none. */
  readonly syncTags: readonly string[]
}

/** Runs a query within its time, and reports the read; what comes back is not validated yet. */
export type Read = (
  query: ContentQuery | LightQuery,
  params: QueryParams,
  options?: ReadOptions,
  fetchRows?: FetchRows,
) => Promise<SourceResponse>

/** A validated list, and what is known of the read. */
export interface ListResult<Items> extends ReadAccount {
  /** The items that are as promised, in order. */
  readonly items: Items
}

/** A list cut to a limit, before what is not as promised was left out. */
export interface CutList<Items> extends ListResult<Items> {
  /** Whether the source had more rows than the limit. */
  readonly hasMore: boolean
  /** The last row kept, as the source gave it. */
  readonly lastRow: unknown
}

/** A validated object of lists, and what is known of the read. */
export interface PartsResult<Parts> extends ReadAccount {
  readonly parts: Parts
}

/** Runs queries and validates what comes back; lists are read by `readList` and `readParts`, which are loaded with them. */
export interface Reader<S extends Strictness> {
  /** Reads one result, whole or not at all; `prepare` may reorder what came before it is validated. */
  one<Published, Drafts>(
    query: ContentQuery<Published, Drafts> | LightQuery<Published, Drafts>,
    params: QueryParams,
    options?: ReadOptions,
    prepare?: (result: unknown) => unknown,
  ): Promise<ResultUnder<S, Published, Drafts>>
  readonly read: Read
  readonly pick: SchemaPicker<S>
  readonly options: ReaderOptions
}
