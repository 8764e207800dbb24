import {isJsonObject} from '../json/isJsonObject.ts'

/**
 * True when a value is certainly longer than so many bytes as JSON. It stops as soon as that is known: a value that
 * holds the same parts many times over is small in memory and beyond all bounds as text.
 */
export function exceedsSize(value: unknown, maxBytes: number): boolean {
  let bytes = 0
  const open: unknown[] = [value]
  while (open.length > 0) {
    const next = open.pop()
    bytes += typeof next === 'string' ? next.length + 2 : 1
    if (Array.isArray(next)) {
      bytes += next.length
      if (bytes > maxBytes) return true
      for (const item of next) open.push(item)
    } else if (isJsonObject(next)) {
      for (const name in next) {
        bytes += name.length + 3
        open.push(next[name])
      }
    }
    if (bytes > maxBytes) return true
  }
  return false
}
