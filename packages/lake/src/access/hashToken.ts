import {createHash, timingSafeEqual} from 'node:crypto'

/** The SHA-256 under which a token is stored. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/**
 * Whether a token is the one that was stored as `hash`, in a time that does not depend on how much of it is right. The
 * look-up before it goes by the hash, of which nobody can choose a part.
 */
export function isTokenOf(token: string, hash: unknown): boolean {
  if (typeof hash !== 'string') return false
  const [left, right] = [Buffer.from(hashToken(token)), Buffer.from(hash)]
  return left.length === right.length && timingSafeEqual(left, right)
}
