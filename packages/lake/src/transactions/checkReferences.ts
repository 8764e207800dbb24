import {isForeignTarget} from '../crossDataset/foreignTarget.ts'
import {collectReferences} from '../documents/collectReferences.ts'
import type {Referrer} from '../store/DocumentStore.ts'
import {mutationError} from './mutationError.ts'
import type {WorkingCopy} from './WorkingCopy.ts'

/**
 * Holds referential integrity at the end of a transaction: every strong reference has its document, and no document
 * goes that another one strongly refers to.
 * @param referrersOf - who referred to a document before this transaction
 * @throws LakeError `conflict` naming both sides.
 */
export function checkReferences(copy: WorkingCopy, referrersOf: (id: string) => Referrer[]): void {
  for (const {id, before, after} of copy.changes()) {
    if (!after) {
      checkDeletion(copy, id, referrersOf(id))
      continue
    }
    if (before && before._type !== after._type) checkTypeChange(copy, id, referrersOf(id))
    const known = collectReferences(before)
    for (const [target, {strong}] of collectReferences(after)) {
      if (!strong || isForeignTarget(target)) continue
      if (known.get(target)?.strong === true || copy.get(target)) continue
      throw mutationError('conflict', `Document "${id}" references non-existent document "${target}"`, {
        type: 'documentReferenceDoesNotExistError',
        id,
        referenceID: target,
      })
    }
  }
}

function checkDeletion(copy: WorkingCopy, id: string, referrers: Referrer[]): void {
  const holding = strongReferrers(copy, id, referrers)
  if (holding.length === 0) return
  throw mutationError(
    'conflict',
    `Document "${id}" cannot be deleted as there are references to it from ${listOf(holding)}`,
    {type: 'documentHasExistingReferencesError', id, referencingIDs: holding},
  )
}

// "If the document has hard references pointing to it, changing its type is not allowed" (Sanity docs, mutations).
function checkTypeChange(copy: WorkingCopy, id: string, referrers: Referrer[]): void {
  const holding = strongReferrers(copy, id, referrers)
  if (holding.length === 0) return
  throw mutationError(
    'conflict',
    `Document "${id}" cannot change its type as there are references to it from ${listOf(holding)}`,
    {type: 'documentHasExistingReferencesError', id, referencingIDs: holding},
  )
}

function strongReferrers(copy: WorkingCopy, id: string, referrers: Referrer[]): string[] {
  // A referrer that this transaction deletes, or frees of its reference, does not hold the document back.
  const holding = referrers
    .filter(({id: referrer, strong}) => strong && referrer !== id)
    .map((referrer) => referrer.id)
    .filter((referrer) => collectReferences(copy.get(referrer)).get(id)?.strong === true)
  return [...new Set(holding)]
}

function listOf(ids: readonly string[]): string {
  return ids.map((id) => `"${id}"`).join(', ')
}
