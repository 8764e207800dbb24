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
  const large = Array.from({length: 1_000_000}, () => 'text')
  const started = performance.now()
  for (let i = 0; i < 1000; i += 1) expect(jsonLength(large, 10)).toBeLessThan(100)
  expect(performance.now() - started).toBeLessThan(1000)
})
