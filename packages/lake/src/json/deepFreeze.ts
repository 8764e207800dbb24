import {isJsonObject} from './isJsonObject.ts'

/** Freezes a JSON value and everything inside it, so that a cached document cannot be changed by a reader. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) freeze(value)
  return value
}

// What is frozen already is so to its end: the parts that a change leaves alone are shared with the document before it.
function freeze(value: object): void {
  if (Object.isFrozen(value)) return
  Object.freeze(value)
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === 'object' && item !== null) freeze(item)
  } else if (isJsonObject(value)) {
    for (const name in value) {
      const member = value[name]
      if (typeof member === 'object' && member !== null) freeze(member)
    }
  }
}
