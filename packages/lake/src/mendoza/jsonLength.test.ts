import * as fc from 'fast-check'
import {expect, test} from 'vitest'
import {jsonLength} from './jsonLength.ts'

test('is the length of the JSON text', () => {
  const json = fc.jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value)))
  fc.assert(
    fc.property(json, (value) => {
      expect(jsonLength(value)).toBe(JSON.stringify(value).length)
    }),
  )
})

test('says that it is beyond the limit exactly when it is', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat({max: 60}), (given, limit) => {
      const value: unknown = JSON.parse(JSON.stringify(given))
      expect(jsonLength(value, limit) > limit).toBe(JSON.stringify(value).length > limit)
    }),
  )
})

test('stops early', () => {
  const large = Array.from({length: 20}, () => 'text')
  Object.defineProperty(large, 10, {
    get: () => {
      throw new Error('It went on.')
    },
  })
  expect(jsonLength(large, 10)).toBeLessThan(30)
  expect(() => jsonLength(large)).toThrow('It went on.')
})
