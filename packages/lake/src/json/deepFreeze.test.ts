import fc from 'fast-check'
import {expect, test} from 'vitest'
import {deepFreeze} from './deepFreeze.ts'
import {isJsonObject} from './isJsonObject.ts'

function isFrozenThroughout(value: unknown): boolean {
  if (!Object.isFrozen(value)) return false
  if (Array.isArray(value)) return value.every(isFrozenThroughout)
  return !isJsonObject(value) || Object.values(value).every(isFrozenThroughout)
}

test('nothing in a frozen value can be changed, and it is the value that was given', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (value, shared) => {
      const text = JSON.stringify({value, list: [value, deepFreeze(shared)]})
      const document = {value, list: [value, shared]}
      expect(deepFreeze(document)).toBe(document)
      expect(isFrozenThroughout(document)).toBe(true)
      expect(JSON.stringify(document)).toBe(text)
    }),
  )
})
