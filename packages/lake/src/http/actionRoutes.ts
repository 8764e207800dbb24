import {parseActions} from '../actions/applyActions.ts'
import {commitActions} from '../actions/commitActions.ts'
import {identityOf} from '../access/Viewer.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import type {LakeCore} from '../LakeCore.ts'
import type {LakeApp} from './LakeApp.ts'
import {readTransactionId} from './mutateRoutes.ts'
import {readJsonBody} from './readBody.ts'

/** `POST /data/actions/:dataset`. */
export function addActionRoutes(app: LakeApp, lake: LakeCore): void {
  app.post('/:version/data/actions/:dataset', async (c) => {
    const viewer = c.get('viewer')
    const dataset = lake.datasets.get(c.req.param('dataset'))
    const body = await readJsonBody(c.req.raw, lake.limits)
    const {actions} = body
    const transactionId = readTransactionId(body['transactionId'] ?? c.req.query('transactionId'), lake)
    await commitActions(dataset, parseActions(isJsonObject(actions) ? [actions] : actions, lake.limits), {
      transactionId,
      author: identityOf(viewer),
      dryRun: (body['dryRun'] ?? c.req.query('dryRun') === 'true') === true,
      skipForeignCheck: body['skipCrossDatasetReferenceValidation'] === true,
      createId: lake.createId,
      limits: lake.limits,
      clock: lake.clock,
    })
    return Response.json({transactionId})
  })
}
