import {isRecord, readError} from '../core.ts'
import {redact} from '../errors/redact.ts'
import type {LiveEvent} from './liveEvent.ts'

const MAX_REASON_LENGTH = 300

/**
 * Reads an event of Sanity's live endpoint, as a stream or `@sanity/client` gives it; null when it says nothing.
 *
 * @throws ContentError `network` when the source says that it will not serve this connection any more
 */
export function toLiveEvent(
  type: string,
  data: unknown,
  id: string | null,
  secrets: readonly string[],
): LiveEvent | null {
  switch (type) {
    // `restart` says that the server cannot tell what was missed: the same as a new connection.
    case 'welcome':
    case 'restart':
      return {type: 'connected', id}
    case 'message': {
      const tags = isRecord(data) && Array.isArray(data['tags']) ? data['tags'] : []
      return {type: 'changed', id, tags: tags.filter((tag) => typeof tag === 'string')}
    }
    // Too many connections, or one that was idle for too long (next-sanity's documentation of `onGoAway`).
    case 'goaway': {
      const reason = isRecord(data) && typeof data['reason'] === 'string' ? `: ${data['reason']}` : '.'
      const safeReason = redact(reason, secrets).slice(0, MAX_REASON_LENGTH)
      throw readError('network', 'live events', `was ended by the source${safeReason}`)
    }
    default:
      return null
  }
}
