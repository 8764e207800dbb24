import {identityOf, visibilityFor} from '../access/Viewer.ts'
import type {Viewer} from '../access/Viewer.ts'
import type {Dataset} from '../Dataset.ts'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import {encodeEvent} from '../http/eventStream.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {LakeError} from '../errors/LakeError.ts'
import {limitError} from '../LakeLimits.ts'
import type {LakeLimits} from '../LakeLimits.ts'
import {createView} from '../query/createView.ts'
import {OverlayView} from '../query/OverlayView.ts'
import type {Changes} from '../query/OverlayView.ts'
import type {ChannelSource} from './Channel.ts'
import {digestOf, formatPosition} from './EventPosition.ts'
import {createListenerFilter} from './ListenerFilter.ts'
import {mutationEvents} from './mutationEvents.ts'
import type {ListenOptions} from './mutationEvents.ts'

/** What a listener asks for. */
export type ListenQuery = {query: string; params: JsonObject; options: ListenOptions; viewer: Viewer}

/** What all listeners of a lake share. */
export type ChannelContext = {
  projectId: string
  clock: () => Date
  limits: Pick<LakeLimits, 'matchTimeoutMs'>
}

/** Equal for listeners that are told the same of every transaction; who asks matters where `identity()` may be used. */
export function channelKey({query, params, options, viewer}: ListenQuery): string {
  const isPersonal = viewer.kind === 'anonymous' || query.includes('identity')
  return JSON.stringify([query, params, options, isPersonal ? viewer : {...viewer, userId: ''}])
}

/**
 * Matches transactions against one listener query; a transaction that takes too long to match ends the stream.
 * @throws LakeError `badRequest` or `unsupported` for the query.
 */
export function createChannelSource(
  dataset: Dataset,
  {query, params, options, viewer}: ListenQuery,
  {projectId, clock, limits}: ChannelContext,
): ChannelSource {
  const filter = createListenerFilter(query, params, {
    identity: identityOf(viewer),
    projectId,
    dataset: dataset.name,
  })
  const isVisible = visibilityFor(viewer)
  const view = createView(dataset.store, {kind: 'raw'}, isVisible, true)
  return {
    keys: filter.keys,
    events(record, states) {
      const now = clock()
      const end = performance.now() + limits.matchTimeoutMs
      const matchesIn =
        (changes: Changes) =>
        (document: LakeDocument | undefined): boolean =>
          document !== undefined &&
          isVisible(document._id) &&
          filter.matches(document, () => new OverlayView(view, changes, isVisible), {
            now,
            timeoutMs: end - performance.now(),
          })
      // What a document refers to may change along with it.
      const matches = {before: matchesIn(states.before(record)), after: matchesIn(states.after(record))}
      // Who reads without a token learns what changed, not who changed it.
      const shown = viewer.kind === 'member' ? record : {...record, author: ''}
      const seen = withinTime(limits, () => mutationEvents(shown, options, matches))
      if (seen.length === 0) return []
      const {sequence} = record
      const digest = digestOf(record.id)
      return seen.map((data, index) =>
        encodeEvent({event: 'mutation', id: formatPosition({sequence, digest, events: index + 1}), data}),
      )
    },
  }
}

// Everybody waits while a change is matched: the limit of queries would be too long.
function withinTime<Result>(limits: ChannelContext['limits'], match: () => Result): Result {
  try {
    return match()
  } catch (error) {
    if (!(error instanceof LakeError) || error.code !== 'queryTimeout') throw error
    const what = 'It takes too long to see whether a change concerns this listener'
    throw limitError(limits, 'matchTimeoutMs', {what, code: 'queryTimeout', cause: error})
  }
}
