import {readableDataset} from '../access/readableDataset.ts'
import {visibilityFor} from '../access/Viewer.ts'
import type {LakeCore} from '../LakeCore.ts'
import type {LakeApp} from './LakeApp.ts'

// As many documents go out in one piece as make writing them cheap; a slow reader holds up only its own stream.
const BATCH = 100

/** `GET /data/export/:dataset`: every document the reader may see, one JSON line each, ascending by id. */
export function addExportRoutes(app: LakeApp, lake: LakeCore): void {
  app.get('/:version/data/export/:dataset', (c) => {
    const viewer = c.get('viewer')
    const {store} = readableDataset(lake.datasets, c.req.param('dataset'), viewer)
    const isVisible = visibilityFor(viewer)
    const types = c.req.query('types')?.split(',')
    const ids = store.ids.values.filter(
      (id) => isVisible(id) && (types === undefined || types.includes(store.typeOf(id) ?? '')),
    )
    const encoder = new TextEncoder()
    let position = 0
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        const documents = ids.slice(position, position + BATCH).map((id) => store.get(id))
        position += BATCH
        const lines = documents
          .filter((document) => document !== undefined)
          .map((document) => `${JSON.stringify(document)}\n`)
        if (lines.length > 0) controller.enqueue(encoder.encode(lines.join('')))
        if (position >= ids.length) controller.close()
      },
    })
    return new Response(body, {headers: {'content-type': 'application/x-ndjson'}})
  })
}
