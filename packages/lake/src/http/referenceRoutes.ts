import {isReadable, readableDataset} from '../access/readableDataset.ts'
import {visibilityFor} from '../access/Viewer.ts'
import type {LakeCore} from '../LakeCore.ts'
import type {LakeApp} from './LakeApp.ts'

/** `GET /data/references/:dataset/documents/:id/to`: who refers to a document, from here and from other datasets. */
export function addReferenceRoutes(app: LakeApp, lake: LakeCore): void {
  app.get('/:version/data/references/:dataset/documents/:id/to', (c) => {
    const viewer = c.get('viewer')
    const isVisible = visibilityFor(viewer)
    const {name, store} = readableDataset(lake.datasets, c.req.param('dataset'), viewer)
    const id = c.req.param('id')
    const isReadableName = (other: string): boolean => {
      const dataset = lake.datasets.find(other)
      return dataset !== undefined && isReadable(dataset, viewer)
    }
    const internal = c.req.query('excludeInternalReferences') === 'true' ? [] : store.referrersOf(id)
    const foreign = store.foreign.referrersOf(id).filter(({dataset}) => isReadableName(dataset))
    // Who may not see a document is not told that it is there either.
    const isKnown = isVisible(id)
    const references = [...internal.map((referrer) => ({dataset: name, ...referrer})), ...foreign]
      .filter((referrer) => isKnown && isVisible(referrer.id))
      .map((referrer) => ({
        projectId: lake.projectId,
        datasetName: referrer.dataset,
        documentId: referrer.id,
      }))
    return Response.json({totalCount: references.length, references})
  })
}
