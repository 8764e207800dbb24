import {parseDocumentId} from '../documents/documentIds.ts'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import {actionError, existing} from './ActionContext.ts'
import type {ActionContext} from './ActionContext.ts'

export type ReleaseState = 'active' | 'scheduled' | 'published' | 'archived'

/** The id of the document that describes a release. */
export function releaseDocumentId(releaseId: string): string {
  return `_.releases.${releaseId}`
}

/** The state of a release; absent states read as active. */
export function stateOf(release: LakeDocument): ReleaseState {
  const state = release['state']
  return state === 'scheduled' || state === 'published' || state === 'archived' ? state : 'active'
}

/** @throws LakeError `conflict` when the release is missing or in another state. */
export function releaseIn(
  context: ActionContext,
  releaseId: string,
  states: readonly ReleaseState[],
): LakeDocument {
  const release = existing(context, releaseDocumentId(releaseId))
  const state = stateOf(release)
  if (states.includes(state)) return release
  throw actionError(
    'conflict',
    `Release "${releaseId}" is ${state}; this needs it to be ${states.join(' or ')}.`,
  )
}

/**
 * Versions of a scheduled release are what readers will get at its time: they do not change until it is unscheduled.
 * @throws LakeError `conflict` naming the release.
 */
export function assertUnlocked(context: ActionContext, id: string): void {
  const parts = parseDocumentId(id)
  if (parts.kind !== 'version') return
  const release = context.get(releaseDocumentId(parts.release))
  if (!release || stateOf(release) === 'active') return
  throw actionError(
    'conflict',
    `"${id}" belongs to release "${parts.release}", which is ${stateOf(release)}: unschedule it first.`,
  )
}
