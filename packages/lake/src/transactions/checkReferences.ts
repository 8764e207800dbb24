import {collectReferences} from '../documents/collectReferences.ts'
import {LakeError} from '../errors/LakeError.ts'
import type {Referrer} from '../store/DocumentStore.ts'
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
      checkReferrers(copy, id, referrersOf(id))
      continue
    }
    const known = collectReferences(before)
    for (const [target, {strong}] of collectReferences(after)) {
      if (!strong || known.get(target)?.strong === true || copy.get(target)) continue
      throw conflict(`Document "${id}" references non-existent document "${target}"`, {
        type: 'documentReferenceDoesNotExistError',
        id,
        referenceID: target,
      })
    }
  }
}

function checkReferrers(copy: WorkingCopy, id: string, referrers: Referrer[]): void {
  // A referrer that this transaction deletes, or frees of its reference, does not hold the document back.
  const holding = referrers
    .filter(({id: referrer, strong}) => strong && referrer !== id)
    .map((referrer) => referrer.id)
    .filter((referrer) => collectReferences(copy.get(referrer)).get(id)?.strong === true)
  if (holding.length === 0) return
  const names = holding.map((name) => `"${name}"`).join(', ')
  throw conflict(`Document "${id}" cannot be deleted as there are references to it from ${names}`, {
    type: 'documentHasExistingReferencesError',
    id,
    referencingIDs: holding,
  })
}

function conflict(description: string, error: Record<string, unknown>): LakeError {
  return new LakeError('conflict', `Mutation failed: ${description}`, {
    details: {type: 'mutationError', items: [{error: {description, ...error}, index: 0}]},
  })
}
