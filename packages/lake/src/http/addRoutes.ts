import type {LakeCore} from '../LakeCore.ts'
import {addActionRoutes} from './actionRoutes.ts'
import {addDocRoutes} from './docRoutes.ts'
import {addExportRoutes} from './exportRoutes.ts'
import {addFactRoutes} from './factRoutes.ts'
import {addHistoryRoutes} from './historyRoutes.ts'
import {addListenRoutes} from './listenRoutes.ts'
import {addMutateRoutes} from './mutateRoutes.ts'
import {addReferenceRoutes} from './referenceRoutes.ts'
import {addQueryRoutes} from './queryRoutes.ts'
import type {LakeApp} from './LakeApp.ts'

/** Every route of the lake. */
export function addRoutes(app: LakeApp, lake: LakeCore): void {
  addQueryRoutes(app, lake)
  addDocRoutes(app, lake)
  addListenRoutes(app, lake)
  addMutateRoutes(app, lake)
  addActionRoutes(app, lake)
  addHistoryRoutes(app, lake)
  addExportRoutes(app, lake)
  addReferenceRoutes(app, lake)
  addFactRoutes(app, lake)
}
