import {assertIsImport} from '../access/assertIsImport.ts'
import {identityOf} from '../access/Viewer.ts'
import {assertVersionsUnlocked} from '../actions/assertVersionsUnlocked.ts'
import {LakeError} from '../errors/LakeError.ts'
import type {LakeCore} from '../LakeCore.ts'
import {limitError} from '../LakeLimits.ts'
import type {LakeLimits} from '../LakeLimits.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {prepareSelection} from '../query/prepareSelection.ts'
import {selectIds} from '../query/selectIds.ts'
import type {Selection} from '../query/selectIds.ts'
import {applyMutation} from '../transactions/applyMutation.ts'
import type {MutationResult} from '../transactions/applyMutation.ts'
import {atIndex} from '../transactions/mutationError.ts'
import {assertDocumentsFit} from '../transactions/assertDocumentsFit.ts'
import {parseMutations} from '../transactions/Mutation.ts'
import type {Mutation} from '../transactions/Mutation.ts'
import type {WorkingCopy} from '../transactions/WorkingCopy.ts'
import type {LakeApp} from './LakeApp.ts'
import {readJsonBody} from './readBody.ts'

const TRANSACTION_ID = /^[a-zA-Z0-9._-]{1,128}$/

/** `POST /data/mutate/:dataset`. */
export function addMutateRoutes(app: LakeApp, lake: LakeCore): void {
  app.post('/:version/data/mutate/:dataset', async (c) => {
    const viewer = c.get('viewer')
    const dataset = lake.datasets.get(c.req.param('dataset'))
    const body = await readJsonBody(c.req.raw, lake.limits)
    const search = c.env.url.searchParams
    const flag = (name: string): boolean => search.get(name) === 'true'
    assertVisibility(search.get('visibility'))
    const mutations = parseMutations(body['mutations'], lake.limits)
    assertIsImport(viewer, mutations)
    const transactionId = readTransactionId(
      body['transactionId'] ?? search.get('transactionId') ?? undefined,
      lake,
    )
    const reader = {store: dataset.store, viewer, projectId: lake.projectId}
    await prepareSelections({...reader, now: lake.clock()}, mutations)
    const results = await dataset.transactor.commit({
      transactionId,
      author: identityOf(viewer),
      dryRun: flag('dryRun'),
      startsGroup: mutations.some((mutation) => queryOf(mutation) !== undefined),
      skipForeignCheck: flag('skipCrossDatasetReferenceValidation'),
      build: (copy) => {
        const select = createSelector({...reader, now: lake.clock()}, copy, lake.limits)
        const applied = mutations.flatMap((mutation, index) =>
          atIndex(index, () =>
            applyMutation(copy, mutation, {
              createId: lake.createId,
              autoGenerateArrayKeys: flag('autoGenerateArrayKeys'),
              select,
            }),
          ),
        )
        assertDocumentsFit(copy, lake.limits)
        assertVersionsUnlocked(copy)
        return applied
      },
    })
    return Response.json({
      transactionId,
      results: present(results, flag('returnIds'), flag('returnDocuments')),
    })
  })
}

async function prepareSelections(reader: Selection, mutations: readonly Mutation[]): Promise<void> {
  for (const mutation of mutations) {
    const selection = queryOf(mutation)
    if (selection) await prepareSelection(reader, selection.query, selection.params)
  }
}

function queryOf(mutation: Mutation): {query: string; params: JsonObject} | undefined {
  if (mutation.kind !== 'patch' && mutation.kind !== 'delete') return undefined
  return 'query' in mutation.selection ? mutation.selection : undefined
}

// What is acknowledged is seen by every query after it, which is all that any of the three asks for.
function assertVisibility(visibility: string | null): void {
  if (visibility === null || ['sync', 'async', 'deferred'].includes(visibility)) return
  throw new LakeError('badRequest', `"visibility" is sync, async or deferred, not "${visibility}".`, {
    details: {type: 'validationError'},
  })
}

// All queries of a transaction share one time: everybody waits for them.
function createSelector(selection: Selection, copy: WorkingCopy, limits: LakeLimits) {
  let leftMs = limits.mutationQueryTimeoutMs
  return (query: string, params: JsonObject): string[] => {
    const started = performance.now()
    const ids = selectIds(selection, copy, {query, params, timeoutMs: leftMs})
    leftMs -= performance.now() - started
    return assertFewEnough(ids, limits)
  }
}

function assertFewEnough(ids: string[], limits: LakeLimits): string[] {
  if (ids.length <= limits.maxDocumentsByQuery) return ids
  throw limitError(limits, 'maxDocumentsByQuery', {what: `The query selects ${ids.length} documents`})
}

function present(results: MutationResult[], returnIds: boolean, returnDocuments: boolean): object[] {
  if (!returnIds && !returnDocuments) return []
  return results.map(({id, operation, document}) => ({
    id,
    operation,
    ...(returnDocuments && document ? {document} : {}),
  }))
}

/**
 * The transaction id of a request, or a new one.
 * @throws LakeError `badRequest` when it could not be a revision.
 */
export function readTransactionId(value: unknown, lake: LakeCore): string {
  if (value === undefined || value === null || value === '') return lake.createId()
  if (typeof value === 'string' && TRANSACTION_ID.test(value)) return value
  throw new LakeError('badRequest', '"transactionId" must be 1 to 128 of a-z, A-Z, 0-9, ".", "_" and "-".')
}
