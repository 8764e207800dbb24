import type {Dataset} from '../Dataset.ts'
import {publishedIdOf} from '../documents/documentIds.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import type {LakeLimits} from '../LakeLimits.ts'
import {applyMutation} from '../transactions/applyMutation.ts'
import {assertDocumentsFit} from '../transactions/assertDocumentsFit.ts'
import {parseMutation} from '../transactions/Mutation.ts'
import type {WorkingCopy} from '../transactions/WorkingCopy.ts'
import {asActionError} from './ActionContext.ts'
import type {ActionContext} from './ActionContext.ts'
import {applyActions} from './applyActions.ts'

/** Who commits actions, and how. */
export type CommitActionsOptions = {
  transactionId: string
  author: string
  dryRun: boolean
  /** References between datasets are checked unless this says no. */
  skipForeignCheck?: boolean
  createId: () => string
  /** Absent for what the lake does by itself: its documents passed them before. */
  limits?: LakeLimits
  clock: () => Date
}

/**
 * Commits actions as one transaction.
 * @throws LakeError `conflict` or `badRequest`; nothing happens then.
 */
export async function commitActions(
  dataset: Dataset,
  actions: readonly JsonObject[],
  options: CommitActionsOptions,
): Promise<void> {
  const {transactionId, author, dryRun, skipForeignCheck = false} = options
  const committed = dataset.transactor.commit({
    transactionId,
    author,
    dryRun,
    skipForeignCheck,
    origin: {actions: [...actions]},
    purge: actions.flatMap(purgedBy),
    build: (copy) => {
      applyActions(actions, contextFor(dataset, copy, options))
      if (options.limits) assertDocumentsFit(copy, options.limits)
    },
  })
  await committed.catch((error: unknown) => {
    throw asActionError(error)
  })
}

// "If the purge flag is set then the document history is also deleted" (@sanity/client, DeleteAction).
function purgedBy(action: JsonObject): string[] {
  if (action['purge'] !== true) return []
  const {publishedId, draftId, versionId, includeDrafts} = action
  const drafts: unknown[] = Array.isArray(includeDrafts) ? includeDrafts : []
  const isDelete = action['actionType'] === 'sanity.action.document.delete'
  const named = isDelete ? [publishedId, ...drafts] : [draftId, versionId]
  return named.filter((id) => typeof id === 'string')
}

function contextFor(
  dataset: Dataset,
  copy: WorkingCopy,
  {createId, clock, dryRun}: CommitActionsOptions,
): ActionContext {
  // "Behaves similarly to the Mutations API when autoGenerateArrayKeys is set to true" (Sanity docs, Actions API).
  const tools = {createId, autoGenerateArrayKeys: true, select: (): string[] => []}
  const present = (known: readonly string[], isWanted: (id: string) => boolean): string[] => {
    const ids = new Set(known)
    for (const {id} of copy.pending()) if (isWanted(id)) ids.add(id)
    return [...ids].filter((id) => copy.get(id)).toSorted()
  }
  return {
    get: (id) => copy.get(id),
    idsWithPrefix: (prefix) => present(dataset.store.ids.withPrefix(prefix), (id) => id.startsWith(prefix)),
    variantsOf: (publishedId) =>
      present(
        dataset.store.variantsOf(publishedId),
        (id) => id !== publishedId && publishedIdOf(id) === publishedId,
      ),
    mutate: (mutation) => void applyMutation(copy, parseMutation(mutation), tools),
    atRevision: (id, revision) => dataset.history.documentAt(id, {revision}),
    now: clock(),
    dryRun,
  }
}
