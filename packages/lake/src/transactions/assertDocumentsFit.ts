import {measureStorable} from '../json/parseStrictJson.ts'
import {limitError} from '../LakeLimits.ts'
import type {LakeLimits} from '../LakeLimits.ts'
import type {WorkingCopy} from './WorkingCopy.ts'

/**
 * Checks the documents that a transaction leaves: patches can nest and grow them beyond what any request holds.
 * @throws LakeError `tooLarge` or `badRequest` naming the document.
 */
export function assertDocumentsFit(
  copy: Pick<WorkingCopy, 'changes'>,
  limits: Pick<LakeLimits, 'maxDocumentLength' | 'maxJsonDepth'>,
): void {
  for (const {id, after} of copy.changes()) {
    if (after && measureStorable(after, limits) > limits.maxDocumentLength) {
      throw limitError(limits, 'maxDocumentLength', {what: `Document "${id}" is too large`})
    }
  }
}
