import type {ContentSource} from './contentSource.ts'

/** A source that is loaded with the first read, so that a page does without what it does not read through. */
export function lazySource(open: () => Promise<ContentSource>): ContentSource {
  let source: ContentSource | null = null
  // What could not be loaded is tried again by the next read; of two that load at once the first stays.
  const load = async () => {
    const opened = source ?? (await open())
    return (source ??= opened)
  }
  return {
    events: async (request) => (await load()).events(request),
    fetch: async (request) => (await load()).fetch(request),
  }
}
