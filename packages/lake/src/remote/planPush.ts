import {isAssetDocument} from '../archive/archiveAssets.ts'
import {isChosen} from '../archive/chooseDocuments.ts'
import {collectReferences} from '../documents/collectReferences.ts'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import {LakeError} from '../errors/LakeError.ts'
import type {Snapshot} from '../store/openSnapshot.ts'
import type {PushOptions} from './push.ts'
import type {PushState} from './PushState.ts'
import type {RemoteDataset} from './RemoteDataset.ts'

/** What is to be done: read once, before anything is sent. */
export type PushPlan = {
  /** How many documents are to be sent. */
  documents: number
  /** How many stay: there already, from an earlier run or from before. */
  skipped: number
  /** Whether a document is to be sent. */
  isPending(document: LakeDocument): boolean
  /** Documents of assets: those to upload, and how many are there. */
  assets: {missing: LakeDocument[]; there: number; ids: ReadonlyMap<string, string>}
  releases: LakeDocument[]
}

const BATCH = 200

/** @throws LakeError `conflict` when a document is there already or refers to one that is not. */
export async function planPush(
  remote: RemoteDataset,
  snapshot: Snapshot,
  state: PushState,
  options: PushOptions,
): Promise<PushPlan> {
  const {dataset, choice, mode} = options
  snapshot.countDocuments(dataset)
  const pending = new Map<string, string>()
  const chosen = new Set<string>()
  const targets = new Map<string, string>()
  const releases: LakeDocument[] = []
  let skipped = 0
  for (const document of snapshot.documents(dataset)) {
    if (isAssetDocument(document) || !isChosen(document, choice)) continue
    chosen.add(document._id)
    for (const [target, {strong}] of collectReferences(document))
      if (strong) targets.set(target, document._id)
    if (document._id.startsWith('_.releases.')) releases.push(document)
    else if (state.hasSent(document._id, document._rev)) skipped += 1
    else pending.set(document._id, document._rev)
  }
  // What was sent and has changed here since is ours to write over.
  const foreign = [...pending.keys()].filter((id) => !state.isThere(id))
  const existing = mode === 'replace' ? new Set<string>() : await idsThere(remote, foreign)
  const [first] = existing
  if (mode === 'create' && first !== undefined) {
    throw new LakeError(
      'conflict',
      `${existing.size} documents are in ${remote.name} already, as "${first}": --replace writes over them, --missing leaves them. Nothing was sent.`,
    )
  }
  for (const id of existing) pending.delete(id)
  const assets = await planAssets(remote, snapshot, state, options, targets)
  await assertTargets(
    remote,
    [...targets].filter(([target]) => !chosen.has(target) && !assets.all.has(target)),
  )
  return {
    documents: pending.size,
    skipped: skipped + existing.size,
    isPending: ({_id, _rev}) => pending.get(_id) === _rev,
    assets,
    releases: releases.filter(({_id}) => !state.isReleaseThere(_id)),
  }
}

async function planAssets(
  remote: RemoteDataset,
  snapshot: Snapshot,
  state: PushState,
  {dataset, choice}: PushOptions,
  targets: ReadonlyMap<string, string>,
): Promise<PushPlan['assets'] & {all: ReadonlySet<string>}> {
  const all = new Map<string, LakeDocument>()
  for (const document of snapshot.documents(dataset, ['sanity.imageAsset', 'sanity.fileAsset']))
    if (!choice.types || targets.has(document._id)) all.set(document._id, document)
  const ids = new Map<string, string>()
  for (const id of all.keys()) {
    const known = state.remoteAsset(id)
    if (known !== undefined) ids.set(id, known)
  }
  const asked = [...all.values()].filter(({_id}) => !ids.has(_id))
  for (const some of batchesOf(asked)) {
    const hashes = some.map((document) => document['sha1hash'])
    const found = await remote.query(
      '*[_type in ["sanity.imageAsset", "sanity.fileAsset"] && sha1hash in $hashes]{_id, _type, sha1hash}',
      {hashes},
    )
    for (const document of some) {
      const match = matchOf(found, document)
      if (match !== undefined) ids.set(document._id, match)
    }
  }
  const missing = [...all.values()].filter(({_id}) => !ids.has(_id))
  return {missing, there: ids.size, ids, all: new Set(all.keys())}
}

function matchOf(found: unknown, {_type, sha1hash}: LakeDocument): string | undefined {
  for (const one of Array.isArray(found) ? found : []) {
    if (one?._type === _type && one?.sha1hash === sha1hash) return String(one._id)
  }
  return undefined
}

async function idsThere(remote: RemoteDataset, ids: readonly string[]): Promise<Set<string>> {
  const there = new Set<string>()
  for (const some of batchesOf(ids)) {
    const found = await remote.query('*[_id in $ids]._id', {ids: some})
    for (const id of Array.isArray(found) ? found : []) there.add(String(id))
  }
  return there
}

async function assertTargets(
  remote: RemoteDataset,
  outside: readonly (readonly [string, string])[],
): Promise<void> {
  const there = await idsThere(
    remote,
    outside.map(([target]) => target),
  )
  const lost = outside.find(([target]) => !there.has(target))
  if (!lost) return
  throw new LakeError(
    'conflict',
    `Document "${lost[1]}" refers to "${lost[0]}", which is neither sent nor in ${remote.name}: send it too (--types). Nothing was sent.`,
  )
}

function* batchesOf<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let start = 0; start < items.length; start += BATCH) yield items.slice(start, start + BATCH)
}
