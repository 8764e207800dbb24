import {isReadable} from '../access/readableDataset.ts'
import type {Viewer} from '../access/Viewer.ts'
import type {Dataset} from '../Dataset.ts'
import type {LakeCore} from '../LakeCore.ts'
import {limitError} from '../LakeLimits.ts'
import {eventStream} from './eventStream.ts'
import type {EventSink} from './eventStream.ts'
import type {LakeRequest} from './LakeApp.ts'

/**
 * An event stream of a dataset that counts among those its client may have, and ends when its reader's access does.
 * @throws LakeError `tooMany`.
 */
export function guardedStream(
  c: LakeRequest,
  lake: LakeCore,
  reader: {viewer: Viewer; dataset: Dataset},
  start: (sink: EventSink) => () => void,
): Response {
  // A HEAD request is answered without the stream, which nobody would ever end.
  if (c.req.raw.method === 'HEAD') return new Response(null, {headers: {'content-type': 'text/event-stream'}})
  const release = lake.listeners.take(c.env.client)
  if (release === 'total' || release === 'each') {
    throw limitError(lake.limits, release === 'total' ? 'maxListeners' : 'maxListenersPerClient', {
      what: 'There are too many event streams open',
      code: 'tooMany',
    })
  }
  const {viewer, dataset} = reader
  return eventStream(c.env.cut, lake.unread, (sink) => {
    const end = start(sink)
    const unwatch = lake.access.watch(
      viewer,
      () => lake.datasets.find(dataset.name) === dataset && isReadable(dataset, viewer),
      () => sink.close(),
    )
    return () => {
      unwatch()
      release()
      end()
    }
  })
}
