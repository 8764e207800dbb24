import {isPublicId} from '../documents/documentIds.ts'
import {LakeError} from '../errors/LakeError.ts'

/** What a token may do: read all, write all, manage all, or only import and export. */
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

/**
 * Lets only those through who may write.
 * @throws LakeError `unauthorized` without a token, `forbidden` with one of a lesser role.
 */
export function assertMayWrite(viewer: Viewer, what: string): void {
  if (viewer.kind === 'anonymous') {
    throw new LakeError(
      'unauthorized',
      `${what} needs a token: make one with "lake token create --role editor".`,
      {
        details: {type: 'mutationError', items: []},
      },
    )
  }
  if (viewer.role === 'viewer') {
    throw new LakeError(
      'forbidden',
      `${what} needs the role editor or administrator; this token has "viewer".`,
      {
        details: {type: 'mutationError', items: []},
      },
    )
  }
}

/**
 * Lets only those through who hold a token.
 * @throws LakeError `unauthorized`.
 */
export function assertMember(
  viewer: Viewer,
  what: string,
): asserts viewer is Extract<Viewer, {kind: 'member'}> {
  if (viewer.kind === 'member') return
  throw new LakeError('unauthorized', `${what} needs a token: make one with "lake token create".`)
}
