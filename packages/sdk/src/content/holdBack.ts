import type {FetchRows} from '../client/reader.ts'
import {isOut, isRecord} from '../core.ts'

const DAY_MS = 86_400_000

/**
 * Keeps articles out of a list until they are out. A query compares texts, and an answer that is asked for with the
 * time of day is of no use to a cache; so it names a day on which nothing is out yet, wherever the date was written.
 * That leaves what comes out today and tomorrow: where a page has such, it is read again without them.
 */
export function holdBack(now: number): {readonly before: string | null; readonly fetchRows: FetchRows} {
  const before = now === Infinity ? null : new Date(now + 2 * DAY_MS).toISOString().slice(0, 10)
  const fetchRows: FetchRows = async (fetch, params) => {
    const response = await fetch(params)
    const earliest = earliestNotOut(response.result, now)
    // A source that gives what was not asked for is not asked again.
    const isNew = earliest !== undefined && earliest < String(params['before'])
    return isNew ? fetchRows(fetch, {...params, before: earliest}) : response
  }
  return {before, fetchRows}
}

function earliestNotOut(rows: unknown, now: number): string | undefined {
  const early = (Array.isArray(rows) ? rows : []).filter((row: unknown) => !isOut(row, now))
  return early.map((row: unknown) => (isRecord(row) ? String(row['publishedAt']) : '')).toSorted()[0]
}
