import {collectReferences} from '../documents/collectReferences.ts'
import {mutationError} from '../transactions/mutationError.ts'
import type {WorkingCopy} from '../transactions/WorkingCopy.ts'
import type {ForeignDocuments} from './ForeignDocuments.ts'
import {parseForeignTarget} from './foreignTarget.ts'

/**
 * Holds referential integrity between datasets of one lake: what a strong reference names is there, and no document
 * goes that another dataset strongly refers to. Other projects, and datasets that the lake does not have, it cannot know.
 * @throws LakeError `conflict` naming both sides.
 */
export function checkForeignReferences(copy: WorkingCopy, foreign: ForeignDocuments): void {
  for (const {id, before, after} of copy.changes()) {
    if (!after) {
      checkDeletion(id, foreign)
      continue
    }
    const known = collectReferences(before)
    for (const [key, {strong}] of collectReferences(after)) {
      const target = strong && known.get(key)?.strong !== true ? parseForeignTarget(key) : undefined
      if (!target || (target.projectId !== '' && target.projectId !== foreign.projectId)) continue
      if (foreign.aclModeOf(target.dataset) === undefined || foreign.get(target.dataset, target.id)) continue
      throw mutationError(
        'conflict',
        `Document "${id}" references non-existent document "${target.id}" in dataset "${target.dataset}"`,
        {type: 'documentReferenceDoesNotExistError', id, referenceID: target.id},
      )
    }
  }
}

function checkDeletion(id: string, foreign: ForeignDocuments): void {
  const holding = foreign.referrersOf(id).filter(({strong}) => strong)
  if (holding.length === 0) return
  const list = holding.map((referrer) => `"${referrer.id}" in dataset "${referrer.dataset}"`).join(', ')
  throw mutationError(
    'conflict',
    `Document "${id}" cannot be deleted as there are references to it from ${list}`,
    {type: 'documentHasExistingReferencesError', id, referencingIDs: holding.map((referrer) => referrer.id)},
  )
}
