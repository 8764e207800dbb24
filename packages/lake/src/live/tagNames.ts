import {hash} from 'node:crypto'

// Longer texts are not asked for by value; the tag of the type stands for them.
const MAX_LENGTH = 256

/** Names a value of a member of documents of one type; undefined for what no tag stands for. */
export function fieldTag(type: string, path: string, value: unknown): string | undefined {
  return isTaggable(value) ? `field:${type}.${path}=${JSON.stringify(value)}` : undefined
}

/** Names an item of an array in documents of one type; undefined for what no tag stands for. */
export function itemTag(type: string, path: string, value: unknown): string | undefined {
  return isTaggable(value) ? `item:${type}.${path}=${JSON.stringify(value)}` : undefined
}

function isTaggable(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= MAX_LENGTH
  return typeof value === 'number' || typeof value === 'boolean'
}

/** The tag that changes only when a document begins or ceases to have what another tag names. */
export function membershipTag(tag: string): string {
  return `members:${tag}`
}

/** The opaque form in which tags leave the lake. */
export function toSyncTag(tag: string): string {
  return `s1:${hash('sha256', tag, 'base64url').slice(0, 8)}`
}
