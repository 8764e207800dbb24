import {assertMayDo} from './access/Permission.ts'
import {identityOf} from './access/Viewer.ts'
import {createAssets} from './assets/createAssets.ts'
import type {Assets} from './assets/createAssets.ts'
import {LakeError} from './errors/LakeError.ts'
import type {JsonObject} from './json/isJsonObject.ts'
import type {LakeCore} from './LakeCore.ts'
import {applyMutation} from './transactions/applyMutation.ts'
import {parseMutation} from './transactions/Mutation.ts'

/**
 * Joins the assets to the lake: their documents are documents like others, writing them needs the same rights, and their bytes
 * go when they are deleted.
 */
export function mountAssets(lake: LakeCore, dataDir: string | undefined): Assets {
  const assets = createAssets({
    projectId: lake.projectId,
    limits: lake.limits,
    ...(dataDir === undefined ? {} : {dataDir}),
    // Whoever has the address of a file may read it, as on Sanity's own asset hosts: an <img> cannot send a token.
    authorize: (request, dataset, access) => {
      if (access === 'read') return
      assertMayDo(lake.identify(request), 'upload')
      lake.datasets.get(dataset)
    },
    saveDocument: (dataset, document, request) => saveDocument(lake, dataset, document, request),
  })
  lake.datasets.onOpen(({name, store, transactor}) =>
    transactor.subscribe(({effects}) => {
      for (const {documentId, after} of effects) {
        // A file that cannot be removed costs space and nothing else: the document is gone either way.
        if (!after && !store.has(documentId)) assets.removeFileOf(name, documentId).catch(() => undefined)
      }
    }),
  )
  return assets
}

async function saveDocument(
  lake: LakeCore,
  dataset: string,
  document: JsonObject,
  request: Request,
): Promise<JsonObject> {
  const mutation = parseMutation({createIfNotExists: document})
  const [result] = await lake.datasets.get(dataset).transactor.commit({
    transactionId: lake.createId(),
    author: identityOf(lake.identify(request)),
    build: (copy) =>
      applyMutation(copy, mutation, {
        createId: lake.createId,
        autoGenerateArrayKeys: false,
        select: () => [],
      }),
  })
  if (!result?.document) throw new LakeError('badRequest', 'The asset has no document.')
  return result.document
}
