import {parseDocumentId} from '../documents/documentIds.ts'
import {mutationError} from '../transactions/mutationError.ts'
import type {WorkingCopy} from '../transactions/WorkingCopy.ts'
import {releaseDocumentId, stateOf} from './releaseState.ts'

/**
 * What a scheduled release brings does not change until it is unscheduled, whichever way a change comes. A version that
 * is new may be added: an import brings release and versions in any order.
 * @throws LakeError `conflict` naming document and release.
 */
export function assertVersionsUnlocked(copy: WorkingCopy): void {
  for (const {id, before} of copy.changes()) {
    const parts = parseDocumentId(id)
    if (!before || parts.kind !== 'version') continue
    const release = copy.get(releaseDocumentId(parts.release))
    if (!release || stateOf(release) !== 'scheduled') continue
    throw mutationError(
      'conflict',
      `"${id}" belongs to release "${parts.release}", which is scheduled: unschedule it first.`,
      {type: 'documentLockedError', id},
    )
  }
}
