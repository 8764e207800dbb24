import {isJsonObject} from '../json/isJsonObject.ts'

/** Whether two results of GROQ are the same once they are JSON: dates and paths are objects that write themselves. */
export function isSameValue(left: unknown, right: unknown): boolean {
  if (left === right) return true
  if (Array.isArray(left)) {
    return (
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((item, index) => isSameValue(item, right[index]))
    )
  }
  if (!isJsonObject(left) || !isJsonObject(right)) return false
  if (typeof left['toJSON'] === 'function') return JSON.stringify(left) === JSON.stringify(right)
  const names = Object.keys(left)
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && isSameValue(left[name], right[name]))
  )
}
