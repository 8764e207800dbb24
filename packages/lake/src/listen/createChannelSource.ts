import {identityOf, visibilityFor} from '../access/Viewer.ts'
import type {Viewer} from '../access/Viewer.ts'
import type {Dataset} from '../Dataset.ts'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import {encodeEvent} from '../http/eventStream.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {createView} from '../query/DocumentView.ts'
import type {ChannelSource} from './Channel.ts'
import {digestOf, formatPosition} from './EventPosition.ts'
import {createListenerFilter} from './ListenerFilter.ts'
import {mutationEvents} from './mutationEvents.ts'
import type {ListenOptions} from './mutationEvents.ts'

/** What a listener asks for. */
export type ListenQuery = {query: string; params: JsonObject; options: ListenOptions; viewer: Viewer}

/** Equal for listeners that are told the same of every transaction; who asks matters where `identity()` may be used. */
export function channelKey({query, params, options, viewer}: ListenQuery): string {
  const isPersonal = viewer.kind === 'anonymous' || query.includes('identity')
  return JSON.stringify([query, params, options, isPersonal ? viewer : {...viewer, userId: ''}])
}

/**
 * Matches transactions against one listener query.
 * @throws LakeError `badRequest` or `unsupported` for the query.
 */
export function createChannelSource(
  dataset: Dataset,
  {query, params, options, viewer}: ListenQuery,
  {projectId, clock}: {projectId: string; clock: () => Date},
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
    events(record) {
      const now = clock()
      const matches = (document: LakeDocument | undefined): boolean =>
        document !== undefined && isVisible(document._id) && filter.matches(document, view, now)
      // Who reads without a token learns what changed, not who changed it.
      const shown = viewer.kind === 'member' ? record : {...record, author: ''}
      const seen = mutationEvents(shown, options, matches)
      if (seen.length === 0) return []
      const {sequence} = record
      const digest = digestOf(record.id)
      return seen.map((data, index) =>
        encodeEvent({event: 'mutation', id: formatPosition({sequence, digest, events: index + 1}), data}),
      )
    },
  }
}
