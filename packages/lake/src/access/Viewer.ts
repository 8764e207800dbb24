import {isPublicId} from '../documents/documentIds.ts'

/** What a token may do: read all, write all, manage all, or only import and export; `Permission.ts` says it in full. */
export type Role = 'viewer' | 'editor' | 'administrator' | 'deploy'

/** Who asks: somebody with a valid token, or nobody that is known. */
export type Viewer = {kind: 'anonymous'} | {kind: 'member'; userId: string; role: Role}

export const ANONYMOUS: Viewer = {kind: 'anonymous'}

/** True when a text names a role. */
export function isRole(value: unknown): value is Role {
  return value === 'viewer' || value === 'editor' || value === 'administrator' || value === 'deploy'
}

/** Which stored documents a reader may see: all with a token, else those without a dot in their id. */
export function visibilityFor(viewer: Viewer): (storedId: string) => boolean {
  return viewer.kind === 'member' ? () => true : isPublicId
}

/** The name under which transactions, history and GROQ's `identity()` know a reader. */
export function identityOf(viewer: Viewer): string {
  return viewer.kind === 'member' ? viewer.userId : '<anonymous>'
}
