import type {LiveSource} from './contentSource.ts'

/** A source that is loaded with the first read, so that a page does without what it does not read through. */
export function lazySource(open: () => Promise<LiveSource>): LiveSource {
  let source: LiveSource | null = null
  // What could not be loaded is tried again by the next read.
  const load = async () => (source ??= await open())
  return {
    async *events(includeDrafts, ends) {
      yield* (await load()).events(includeDrafts, ends)
    },
    fetch: async (request) => (await load()).fetch(request),
  }
}
