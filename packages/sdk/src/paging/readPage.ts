import {readList} from '../client/readList.ts'
import type {QueryParams, FetchRows, Reader} from '../client/reader.ts'
import type {ContentQuery, LightQuery} from '../validation/contentQuery.ts'
import {isRecord} from '../core.ts'
import type {ResultUnder, Strictness} from '../validation/strictness.ts'
import {decodeCursor, encodeCursor, isSortKey, type SortKey} from './cursor.ts'
import {checkLimit, type ContentPage, type PageOptions} from './pageOptions.ts'

/** How a list is cut into pages. */
export interface PageKey {
  /** Where a row has what the list is sorted by. */
  readonly path: readonly string[]
  /** Items a page when the caller does not say. */
  readonly defaultLimit: number
  readonly fetchRows?: FetchRows
}

/**
 * Reads one page by key (keyset), so that it stays right while content changes: the page after a row is
 * what sorts after that row, however many were added or removed before it.
 *
 * What the filter says under a parameter's name is that parameter; what it leaves out means "any".
 *
 * @throws TypeError when `limit` is no whole number from 1 to 1000
 * @throws ContentError `invalid-cursor` and those of reading
 */
export async function readPage<
  S extends Strictness,
  Published extends readonly unknown[],
  Drafts extends readonly unknown[],
>(
  reader: Reader<S>,
  query: ContentQuery<Published, Drafts> | LightQuery<Published, Drafts>,
  {path, defaultLimit, fetchRows}: PageKey,
  filter: PageOptions = {},
): Promise<ContentPage<ResultUnder<S, Published, Drafts>>> {
  const {limit: asked = defaultLimit, cursor} = filter
  const limit = checkLimit(asked)
  const after = cursor ? decodeCursor(query.name, cursor) : null
  const given: QueryParams = {...filter}
  const pageParams = {
    // GROQ knows null, which our queries read as "any", and no undefined.
    ...Object.fromEntries(query.params.map((name) => [name, given[name] ?? null])),
    after: after?.key ?? null,
    afterRank: rankOf(after?.key ?? null),
    afterId: after?.id ?? null,
    // One more than asked for tells whether there is a next page without counting.
    limit: limit + 1,
  }
  const page = await readList(reader, query, pageParams, filter, {limit, fetchRows})
  return {
    items: page.items,
    problems: page.problems,
    syncTags: page.syncTags,
    nextCursor: page.hasMore ? cursorAfter(query.name, page.lastRow, path) : null,
  }
}

function cursorAfter(listName: string, row: unknown, path: readonly string[]): string | null {
  const value = path.reduce<unknown>((inner, name) => (isRecord(inner) ? inner[name] : undefined), row)
  const id = isRecord(row) ? row['_id'] : undefined
  const key = isSortKey(value) ? value : null
  return typeof id === 'string' ? encodeCursor(listName, {key, id}) : null
}

// GROQ's order of kinds (GROQ specification, TotalCompare), as the queries count them.
function rankOf(key: SortKey): number {
  const rank = ['number', 'string', 'boolean'].indexOf(typeof key)
  return rank < 0 ? 3 : rank
}
