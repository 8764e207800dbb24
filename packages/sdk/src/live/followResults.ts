import type {LiveEvent} from './liveEvent.ts'

/** A result with the tags of everything that it depends on. */
export interface TaggedResult<Result> {
  readonly result: Result
  readonly syncTags: readonly string[]
}

/**
 * Gives a result, and again whenever something that it depends on changed: on each (re)connection, because
 * something may have been missed, and on each event that shares a tag with the result.
 */
export async function* followResults<Result>(
  events: AsyncIterable<LiveEvent>,
  read: (lastEventId: string | null) => Promise<TaggedResult<Result>>,
): AsyncGenerator<Result> {
  let tags: ReadonlySet<string> = new Set()
  let shown: string | null = null
  for await (const event of events) {
    if (event.type === 'changed' && !event.tags.some((tag) => tags.has(tag))) continue
    const {result, syncTags} = await read(event.id)
    tags = new Set(syncTags)
    // A connection that was lost and found again has usually missed nothing.
    const text = JSON.stringify(result)
    if (text === shown) continue
    shown = text
    yield result
  }
}
