import {isList, isRecord} from '../patch/matchPath.ts'

/** Whether two JSON values are equal; the order of attributes does not count. */
export function isSameJson(left: unknown, right: unknown): boolean {
  if (left === right) return true
  if (isList(left)) {
    return (
      isList(right) &&
      left.length === right.length &&
      left.every((item, index) => isSameJson(item, right[index]))
    )
  }
  if (!isRecord(left) || !isRecord(right)) return false
  const keys = Object.keys(left)
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && isSameJson(left[key], right[key]))
  )
}
