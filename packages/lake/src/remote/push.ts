import {createHash} from 'node:crypto'
import {join} from 'node:path'
import type {DocumentChoice} from '../archive/chooseDocuments.ts'
import type {ImportMode} from '../archive/ImportJob.ts'
import type {OnProgress} from '../archive/Progress.ts'
import {LakeError} from '../errors/LakeError.ts'
import {openSnapshot} from '../store/openSnapshot.ts'
import type {Snapshot} from '../store/openSnapshot.ts'
import {planPush} from './planPush.ts'
import type {PushPlan} from './planPush.ts'
import {pushAssets} from './pushAssets.ts'
import {pushDocuments, strengthenDocuments} from './pushDocuments.ts'
import {pushReleases} from './pushReleases.ts'
import {PushState} from './PushState.ts'
import type {RemoteDataset} from './RemoteDataset.ts'

/** What is sent, and how. */
export type PushOptions = {
  dataDir: string
  dataset: string
  mode: ImportMode
  choice: DocumentChoice
  isDryRun: boolean
  onProgress: OnProgress
  /** Hears what people should know on the way. */
  onNote: (note: string) => void
  createId: () => string
  signal: AbortSignal
}

/** One push under way. */
export type PushJob = PushOptions & {
  remote: RemoteDataset
  snapshot: Snapshot
  state: PushState
  plan: PushPlan
}

/** What a push has done, or would do. */
export type PushReport = {
  documents: number
  skipped: number
  assets: number
  assetsThere: number
  releases: number
}

/**
 * Sends a dataset to another place of Sanity's HTTP API, beside a running lake. What has been done is noted in a journal in
 * the data folder; after an interruption the same call goes on, sends nothing twice, and what changed here meanwhile anew.
 * @throws LakeError `conflict` for documents that are there already, before anything is sent; `unfinished` when it
 * stopped on the way.
 */
export async function push(remote: RemoteDataset, options: PushOptions): Promise<PushReport> {
  const snapshot = openSnapshot(options.dataDir)
  const state = new PushState(journalOf(remote, options))
  let hasBegun = state.isContinued
  try {
    if (state.isContinued) options.onNote('An earlier push was stopped: this one goes on from there.')
    await settleAttempt(remote, state)
    const plan = await planPush(remote, snapshot, state, options)
    const job: PushJob = {...options, remote, snapshot, state, plan}
    const report = {documents: plan.documents, skipped: plan.skipped, releases: plan.releases.length}
    if (options.isDryRun) {
      const {missing, there} = plan.assets
      if (!state.isContinued) state.finish()
      else state.close()
      return {...report, assets: missing.length, assetsThere: there}
    }
    hasBegun = true
    state.note({begun: true})
    const assets = await pushAssets(job)
    await pushReleases(job)
    await pushDocuments(job)
    await strengthenDocuments(job)
    await assertArrived(job)
    state.finish()
    return {...report, assets, assetsThere: plan.assets.there}
  } catch (error) {
    if (hasBegun) state.close()
    else state.finish()
    if (!hasBegun || !(error instanceof LakeError)) throw error
    throw new LakeError(
      'unfinished',
      `${error.message} ${state.sentCount} documents are there. The same command goes on from here.`,
      {cause: error},
    )
  } finally {
    snapshot.close()
  }
}

function journalOf(remote: RemoteDataset, {dataDir, dataset, mode, choice}: PushOptions): string {
  const key = JSON.stringify([remote.name, dataset, mode, choice])
  return join(dataDir, `push-${createHash('sha256').update(key).digest('hex').slice(0, 16)}.journal`)
}

// Of the transaction that was under way when it stopped, only the other side knows whether it arrived.
async function settleAttempt(remote: RemoteDataset, state: PushState): Promise<void> {
  const {attempt} = state
  if (!attempt) return
  const ids = [...attempt.sent.map(({id}) => id), ...attempt.strong]
  if (await remote.isCommitted(attempt.transactionId, ids)) state.noteDone()
  else state.note({given: 'up'})
}

async function assertArrived({remote, state, onProgress}: PushJob): Promise<void> {
  const ids = state.ids()
  for (let start = 0; start < ids.length; start += 1000) {
    const some = ids.slice(start, start + 1000)
    const found = await remote.query('*[_id in $ids]._id', {ids: some})
    const there = new Set(Array.isArray(found) ? found : [])
    const missing = some.filter((id) => !there.has(id))
    if (missing.length > 0)
      throw new LakeError(
        'failed',
        `${missing.length} documents were taken and are not there, as "${missing[0]}".`,
      )
    onProgress('Verifying', Math.min(start + 1000, ids.length), ids.length)
  }
}
