import type {ReadOptions} from '../client/contentOptions.ts'
import type {ListResult} from '../client/reader.ts'

/** Which part of a list to read. */
export interface PageOptions extends ReadOptions {
  /** Most items a page, 1 to 1000. */
  readonly limit?: number | undefined
  /** `nextCursor` of the page before; without it, the first page. */
  readonly cursor?: string | null | undefined
}

/** One page of a list. */
export interface ContentPage<Items> extends ListResult<Items> {
  /** Cursor of the page after this one; null when this is the last. */
  readonly nextCursor: string | null
}

const MAX_LIMIT = 1000

/**
 * Checks a page size.
 *
 * @throws TypeError when it is no whole number from 1 to 1000
 */
export function checkLimit(limit: number): number {
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_LIMIT) return limit
  throw new TypeError(`\`limit\` is ${limit}. Use a whole number from 1 to ${MAX_LIMIT}.`)
}
