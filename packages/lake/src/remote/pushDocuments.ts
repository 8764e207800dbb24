import {isAssetDocument} from '../archive/archiveAssets.ts'
import {isChosen} from '../archive/chooseDocuments.ts'
import {weakenReferences} from '../archive/weakenReferences.ts'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import {LakeError} from '../errors/LakeError.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import type {PushJob} from './push.ts'
import {strongPaths} from './strongPaths.ts'

// Well below the 4 MB that the API takes in one request.
const MAX_CHARACTERS = 500_000
const MAX_DOCUMENTS = 100
const STRENGTHEN_AT_ONCE = 50
const OPERATION = {create: 'create', replace: 'createOrReplace', missing: 'createIfNotExists'} as const

/**
 * Sends the documents in transactions. A reference to a document that comes later is weak until all are there; what is
 * under way is noted before it is sent, so that after a stop it can be asked for.
 */
export async function pushDocuments(job: PushJob): Promise<void> {
  const {snapshot, dataset, choice, plan, onProgress} = job
  let batch: LakeDocument[] = []
  let characters = 0
  let done = 0
  const send = async (): Promise<void> => {
    if (batch.length > 0) await sendBatch(job, batch)
    done += batch.length
    onProgress('Documents', done, plan.documents)
    batch = []
    characters = 0
  }
  for (const document of snapshot.documents(dataset)) {
    if (isAssetDocument(document) || !isChosen(document, choice) || !plan.isPending(document)) continue
    const size = JSON.stringify(document).length
    if (batch.length >= MAX_DOCUMENTS || (batch.length > 0 && characters + size > MAX_CHARACTERS))
      await send()
    batch.push(document)
    characters += size
  }
  await send()
}

async function sendBatch(job: PushJob, batch: readonly LakeDocument[]): Promise<void> {
  const {state, remote, mode, createId, signal} = job
  if (signal.aborted) throw new LakeError('unfinished', 'Stopped.')
  const within = new Set(batch.map(({_id}) => _id))
  const assets = new Set(job.plan.assets.missing.map(({_id}) => _id))
  const isMissing = (id: string): boolean =>
    !within.has(id) && !state.isThere(id) && !assets.has(id) && !job.plan.assets.ids.has(id)
  const transactionId = createId()
  const sent = batch.map((document) => ({
    id: document._id,
    rev: document._rev,
    weakPaths: strongPaths(document, isMissing),
  }))
  state.noteAttempt({transactionId, sent, strong: []})
  const mutations = batch.map((document) => {
    // What this push has written before and was changed here since is written over, whatever the mode.
    const operation = state.isThere(document._id) ? 'createOrReplace' : OPERATION[mode]
    return {[operation]: readied(job, document, (id) => !isMissing(id))}
  })
  await remote.commit(transactionId, mutations, [...within])
  state.noteDone()
}

function readied(job: PushJob, document: LakeDocument, isThere: (id: string) => boolean): JsonObject {
  const {_rev, ...rest} = document
  const weakened = weakenReferences(rest, isThere)
  const renamed = withRemoteAssets(weakened, (id) => job.state.remoteAsset(id) ?? id)
  return isJsonObject(renamed) ? renamed : rest
}

// The other side names an asset by what it made of the bytes, which may differ for drawings.
function withRemoteAssets(value: unknown, nameOf: (id: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => withRemoteAssets(item, nameOf))
  if (!isJsonObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      name === '_ref' && typeof member === 'string' ? nameOf(member) : withRemoteAssets(member, nameOf),
    ]),
  )
}

/** Makes the references strong that had to wait; each may be done twice without harm. */
export async function strengthenDocuments({
  state,
  remote,
  createId,
  onProgress,
  signal,
}: PushJob): Promise<void> {
  const weak = state.weak()
  for (let start = 0; start < weak.length; start += STRENGTHEN_AT_ONCE) {
    if (signal.aborted) throw new LakeError('unfinished', 'Stopped.')
    const some = weak.slice(start, start + STRENGTHEN_AT_ONCE)
    const ids = some.map(({id}) => id)
    const transactionId = createId()
    state.noteAttempt({transactionId, sent: [], strong: ids})
    await remote.commit(
      transactionId,
      some.map(({id, weakPaths}) => ({patch: {id, unset: weakPaths.map((path) => `${path}._weak`)}})),
      ids,
    )
    state.noteDone()
    onProgress('References', Math.min(start + STRENGTHEN_AT_ONCE, weak.length), weak.length)
  }
}
