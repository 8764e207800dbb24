import type {AssetStore} from '../assets/AssetStore.ts'
import type {AclMode, Dataset} from '../Dataset.ts'
import {copyDataset} from '../datasets/copyDataset.ts'
import {LakeError} from '../errors/LakeError.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import type {LakeCore} from '../LakeCore.ts'
import {eventStream} from './eventStream.ts'
import type {LakeApp, LakeRequest} from './LakeApp.ts'
import {readJsonBody} from './readBody.ts'

// The command and `client.datasets` ask on the project's host, clients without one name the project in the path.
const PLACES = ['/:version/datasets', '/:version/projects/:project/datasets'] as const

/** Makes, changes, copies and deletes datasets: `PUT`, `PATCH`, `DELETE /datasets/:dataset`, `PUT …/:dataset/copy`. */
export function addDatasetRoutes(app: LakeApp, lake: LakeCore, assets: AssetStore): void {
  for (const place of PLACES) {
    app.put(`${place}/:dataset`, async (c) => {
      const aclMode = readAclMode(await readOptions(c, lake))
      return Response.json(describe(lake.datasets.create(nameOf(c), aclMode === undefined ? {} : {aclMode})))
    })
    app.patch(`${place}/:dataset`, async (c) => {
      const aclMode = readAclMode(await readOptions(c, lake))
      const dataset = lake.datasets.get(nameOf(c))
      if (aclMode === undefined) return Response.json(describe(dataset))
      const changed = lake.datasets.setAclMode(dataset.name, aclMode)
      if (aclMode === 'private') lake.hub.endStreams(dataset.name)
      return Response.json(describe(changed))
    })
    app.delete(`${place}/:dataset`, async (c) => {
      lake.datasets.remove(nameOf(c))
      await assets.removeDataset(nameOf(c))
      return Response.json({deleted: true})
    })
    app.put(`${place}/:dataset/copy`, async (c) => {
      const {targetDataset, skipHistory, skipContentReleases} = await readOptions(c, lake)
      if (typeof targetDataset !== 'string')
        throw new LakeError('badRequest', 'Name the new dataset in "targetDataset".')
      const copy = await copyDataset({...lake, assets}, nameOf(c), targetDataset, {
        skipHistory: skipHistory === true,
        skipContentReleases: skipContentReleases === true,
      })
      // The copy is whole when it is answered; the job is there for the command, which listens to one.
      const jobId = `copy-${lake.createId()}`
      return Response.json({
        jobId,
        datasetName: copy.name,
        aclMode: copy.aclMode,
        message: 'The dataset is copied.',
      })
    })
  }
  app.get('/:version/jobs/:job/listen', (c) => {
    const id = c.req.param('job')
    return eventStream(c.env.cut, lake.unread, (sink) => {
      sink.send({event: 'job', data: {id, state: 'completed', progress: 100}})
      sink.send({event: 'done', data: {id, state: 'completed'}})
      sink.close()
      return () => undefined
    })
  })
}

function nameOf(c: LakeRequest): string {
  return c.req.param('dataset') ?? ''
}

async function readOptions(c: LakeRequest, lake: LakeCore): Promise<JsonObject> {
  const hasBody = c.req.header('content-type')?.includes('json') === true
  return hasBody ? readJsonBody(c.req.raw, lake.limits) : {}
}

function readAclMode({aclMode, embeddings, description}: JsonObject): AclMode | undefined {
  for (const [name, value] of Object.entries({embeddings, description}))
    if (value !== undefined && value !== null)
      throw new LakeError('unsupported', `This lake has no ${name} of datasets: leave "${name}" out.`)
  if (aclMode === undefined || aclMode === 'public' || aclMode === 'private') return aclMode
  throw new LakeError('unsupported', `"aclMode" is ${JSON.stringify(aclMode)}: use "public" or "private".`)
}

function describe({name, aclMode}: Dataset): JsonObject {
  return {datasetName: name, aclMode, description: null}
}
