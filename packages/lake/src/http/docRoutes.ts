import {readableDataset} from '../access/readableDataset.ts'
import {visibilityFor} from '../access/Viewer.ts'
import {createView} from '../query/createView.ts'
import type {LakeCore} from '../LakeCore.ts'
import {parsePerspective} from '../query/Perspective.ts'
import type {LakeApp} from './LakeApp.ts'
import {jsonAnswer, renderDocuments} from './renderDocuments.ts'

/** `GET /data/doc/:dataset/:ids`, ids separated by commas: documents as stored, in the order asked for,
 * each once. */
export function addDocRoutes(app: LakeApp, lake: LakeCore): void {
  app.get('/:version/data/doc/:dataset/:ids', (c) => {
    const viewer = c.get('viewer')
    const {store} = readableDataset(lake.datasets, c.req.param('dataset'), viewer)
    const isVisible = visibilityFor(viewer)
    const perspective = parsePerspective(c.req.query('perspective') ?? 'raw', c.get('apiVersion'))
    const view = createView(store, perspective, isVisible)
    const documents: object[] = []
    const omitted: {id: string; reason: 'existence' | 'permission'}[] = []
    for (const id of new Set(c.req.param('ids').split(','))) {
      const document = view.resolve(id)
      // Who may not see a document is not told whether it exists.
      if (!document) omitted.push({id, reason: isVisible(id) ? 'existence' : 'permission'})
      else if (c.req.query('excludeContent') === 'true') {
        const {_id, _type, _rev, _createdAt, _updatedAt} = document
        documents.push({_id, _type, _rev, _createdAt, _updatedAt})
      } else documents.push(document)
    }
    const text = renderDocuments(documents, lake.limits)
    return jsonAnswer(c.req.raw, `{"documents":${text},"omitted":${JSON.stringify(omitted)}}`)
  })
}
