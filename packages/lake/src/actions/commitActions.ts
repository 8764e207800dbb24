import type {Dataset} from '../Dataset.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {applyMutation} from '../transactions/applyMutation.ts'
import {parseMutation} from '../transactions/Mutation.ts'
import type {WorkingCopy} from '../transactions/WorkingCopy.ts'
import type {ActionContext} from './ActionContext.ts'
import {applyActions} from './applyActions.ts'

/** Who commits actions, and how. */
export type CommitActionsOptions = {
  transactionId: string
  author: string
  dryRun: boolean
  createId: () => string
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
  const {transactionId, author, dryRun} = options
  await dataset.transactor.commit({
    transactionId,
    author,
    dryRun,
    origin: {actions: [...actions]},
    build: (copy) => applyActions(actions, contextFor(dataset, copy, options)),
  })
}

function contextFor(
  dataset: Dataset,
  copy: WorkingCopy,
  {createId, clock, dryRun}: CommitActionsOptions,
): ActionContext {
  const tools = {createId, autoGenerateArrayKeys: false, select: (): string[] => []}
  return {
    get: (id) => copy.get(id),
    idsWithPrefix: (prefix) => {
      const ids = new Set(dataset.store.ids.withPrefix(prefix))
      for (const {id} of copy.pending()) if (id.startsWith(prefix)) ids.add(id)
      return [...ids].filter((id) => copy.get(id)).toSorted()
    },
    mutate: (mutation) => void applyMutation(copy, parseMutation(mutation), tools),
    atRevision: (id, revision) => dataset.history.documentAt(id, {revision}),
    now: clock(),
    dryRun,
  }
}
