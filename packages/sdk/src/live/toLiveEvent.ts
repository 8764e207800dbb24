import {isRecord} from '../core.ts'
import type {LiveEvent} from './liveEvent.ts'

/** Reads an event of Sanity's live endpoint, as a stream or `@sanity/client` gives it; null when it says nothing. */
export function toLiveEvent(type: string, data: unknown, id: string | null): LiveEvent | null {
  switch (type) {
    // `restart` says that the server cannot tell what was missed: the same as a new connection.
    case 'welcome':
    case 'restart':
      return {type: 'connected', id}
    case 'message': {
      const tags = isRecord(data) && Array.isArray(data['tags']) ? data['tags'] : []
      return {type: 'changed', id, tags: tags.filter((tag) => typeof tag === 'string')}
    }
    default:
      return null
  }
}
