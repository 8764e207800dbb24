import type {JsonObject} from '../json/isJsonObject.ts'

/** An event, and the transaction that it is told of. */
export type PlacedEvent = {sequence: number; event: JsonObject}

/**
 * One page of events, newest first. The cursor names the last event given by its transaction, so that pages hold while
 * new events come.
 * @param cursor - what the page before gave as `nextCursor`, or nothing for the first
 */
export function pageOfEvents(
  placed: readonly PlacedEvent[],
  {cursor, limit}: {cursor: string | undefined; limit: number},
): {events: JsonObject[]; nextCursor: string} {
  const [, sequence = '', index = ''] = /^(\d+)-(\d+)$/.exec(cursor ?? '') ?? []
  const start = sequence === '' ? 0 : startAfter(placed, Number(sequence), Number(index))
  const page = placed.slice(start, start + limit)
  const last = page.at(-1)
  const isEnd = start + limit >= placed.length || !last
  return {
    events: page.map(({event}) => event),
    nextCursor: isEnd ? '' : `${last.sequence}-${indexInTransaction(placed, start + limit - 1)}`,
  }
}

function startAfter(placed: readonly PlacedEvent[], sequence: number, index: number): number {
  const first = placed.findIndex((one) => one.sequence <= sequence)
  if (first < 0) return placed.length
  return placed[first]?.sequence === sequence ? first + index + 1 : first
}

function indexInTransaction(placed: readonly PlacedEvent[], position: number): number {
  const first = placed.findIndex((one) => one.sequence === placed[position]?.sequence)
  return position - first
}
