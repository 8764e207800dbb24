import {ContentError} from '../errors/ContentError.ts'
import type {ContentProblem} from '../errors/contentProblem.ts'
import type {ContentQuery} from '../validation/contentQuery.ts'
import type {ResultUnder, SchemaPicker, Strictness} from '../validation/strictness.ts'
import {validateList} from '../validation/validateList.ts'
import {validateResult} from '../validation/validateResult.ts'
import {systemClock} from './clock.ts'
import type {ReaderOptions, ReadOptions} from './contentOptions.ts'
import type {ContentSource, SourceResponse} from './contentSource.ts'
import {withDeadline} from './withDeadline.ts'

/** Parameters of any query. */
export type QueryParams = Readonly<Record<string, unknown>>

/** A validated list, and what is known of the read. */
export interface ListResult<Items> {
  /** The items that are as promised, in order. */
  readonly items: Items
  /** What was wrong with the items left out. */
  readonly problems: readonly ContentProblem[]
  /** Sanity's tags of everything that the list depends on; empty when the source gives none. */
  readonly syncTags: readonly string[]
}

/** Runs queries and validates what comes back. */
export interface Reader<S extends Strictness> {
  /** Reads one result, whole or not at all. */
  one<Published, Drafts>(
    query: ContentQuery<Published, Drafts>,
    params: QueryParams,
    options?: ReadOptions,
  ): Promise<ResultUnder<S, Published, Drafts>>
  /** Reads a list, leaving out what is not as promised. */
  list<Published extends readonly unknown[], Drafts extends readonly unknown[]>(
    query: ContentQuery<Published, Drafts>,
    params: QueryParams,
    options?: ReadOptions,
  ): Promise<ListResult<ResultUnder<S, Published, Drafts>>>
}

const DEFAULT_TIMEOUT_MS = 15_000

/** Reads from a source with the given options; `pick` says how strict. */
export function createReader<S extends Strictness>(
  source: ContentSource,
  options: ReaderOptions,
  pick: SchemaPicker<S>,
): Reader<S> {
  const {studioUrl, onInvalid = 'omit'} = options
  return {
    async one(query, params, readOptions) {
      const {result} = await read(source, options, query, params, readOptions)
      const context = {queryName: query.name, studioUrl}
      return reporting(options, () => validateResult(result, pick(query.schemas), context))
    },
    async list(query, params, readOptions) {
      const {result, syncTags} = await read(source, options, query, params, readOptions)
      const context = {queryName: query.name, studioUrl, onInvalid}
      const {items, problems} = reporting(options, () => validateList(result, pick(query.schemas), context))
      for (const problem of problems) options.onProblem?.(problem)
      return {items, problems, syncTags}
    },
  }
}

async function read(
  source: ContentSource,
  options: ReaderOptions,
  {name: queryName, query, params: names}: ContentQuery,
  params: QueryParams,
  {signal, timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS, fetchOptions = {}}: ReadOptions = {},
): Promise<SourceResponse> {
  const missing = names.filter((name) => params[name] === undefined)
  if (missing.length > 0) {
    throw new TypeError(`Query ${queryName} needs ${missing.join(', ')}. Give null to say "any".`)
  }
  const {perspective = 'published', clock = systemClock} = options
  const deadline = clock.now() + timeoutMs
  const response = await withDeadline(
    (ends) => source.fetch({queryName, query, params, perspective, signal: ends, deadline, fetchOptions}),
    {timeoutMs, signal, clock, queryName},
  )
  options.onResponse?.({queryName, syncTags: response.syncTags})
  return response
}

function reporting<Result>({onProblem}: ReaderOptions, validate: () => Result): Result {
  try {
    return validate()
  } catch (error) {
    if (error instanceof ContentError) for (const problem of error.problems) onProblem?.(problem)
    throw error
  }
}
