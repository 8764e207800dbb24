import {hash} from 'node:crypto'

// An answer that is kept is sent often and hashed once.
const known = new WeakMap<Uint8Array, string>()

/** The entity tag of an answer: weak (RFC 9110), because how long it took is told beside it. */
export function tagOf(body: Uint8Array): string {
  const tag = known.get(body) ?? `W/"${hash('sha1', body, 'base64url')}"`
  known.set(body, tag)
  return tag
}

/** Whether `If-None-Match` names the tag; compared weakly, so that what a proxy made of it counts too. */
export function namesTag(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false
  const opaque = tag.replace(/^W\//, '')
  return ifNoneMatch.split(',').some((one) => one.trim().replace(/^W\//, '') === opaque)
}
