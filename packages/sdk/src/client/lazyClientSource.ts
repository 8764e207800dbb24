import type {ClientLike} from './clientLike.ts'
import type {ContentSource} from './contentSource.ts'

/** A source over a caller's client; what it takes is loaded with the first read, so that others do without it. */
export function lazyClientSource(client: ClientLike): ContentSource {
  let source: ContentSource | null = null
  // What could not be loaded is tried again by the next read.
  const load = async () => {
    const {createClientSource} = await import('./createClientSource.ts')
    return (source ??= createClientSource(client))
  }
  return {
    async *events(includeDrafts, ends) {
      const loaded = await load()
      if (loaded.events) yield* loaded.events(includeDrafts, ends)
    },
    async fetch(request) {
      const loaded = await load()
      return loaded.fetch(request)
    },
  }
}
