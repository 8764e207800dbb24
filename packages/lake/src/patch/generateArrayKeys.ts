import {randomBytes} from 'node:crypto'
import {isList, isRecord} from './matchPath.ts'

/** A fresh array key in the form that the Studio makes: twelve hexadecimal digits. */
function createRandomKey(): string {
  return randomBytes(6).toString('hex')
}

function collectParts(value: unknown, parts: Set<unknown>): Set<unknown> {
  if (typeof value !== 'object' || value === null) return parts
  parts.add(value)
  for (const child of Object.values(value)) collectParts(child, parts)
  return parts
}

/**
 * Copies a value with a `_key` on every object in an array that lacks one; parts shared with `previous` stay as they
 * are, so that a patch gives keys to what it wrote and to nothing else.
 *
 * @example
 * ```ts
 * generateArrayKeys({tags: [{name: 'a'}]}) // {tags: [{name: 'a', _key: '5f2c…'}]}
 * ```
 */
export function generateArrayKeys(
  value: unknown,
  {previous, createKey = createRandomKey}: {previous?: unknown; createKey?: () => string} = {},
): unknown {
  const shared = collectParts(previous, new Set())
  const visit = (part: unknown): unknown => {
    if (shared.has(part)) return part
    if (isList(part)) return part.map((item) => addKey(item, visit(item)))
    if (!isRecord(part)) return part
    return Object.fromEntries(Object.entries(part).map(([key, child]) => [key, visit(child)]))
  }
  const addKey = (original: unknown, item: unknown): unknown =>
    isRecord(item) && item['_key'] === undefined && !shared.has(original)
      ? {...item, _key: createKey()}
      : item
  return visit(value)
}
