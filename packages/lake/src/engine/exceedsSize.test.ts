import fc from 'fast-check'
import {expect, test} from 'vitest'
import {exceedsSize} from './exceedsSize.ts'

test('no value is called longer than its text is, and one that is twice as long as allowed is told', () => {
  fc.assert(
    fc.property(fc.jsonValue({maxDepth: 6}), (value) => {
      const length = JSON.stringify(value).length
      expect(exceedsSize(value, length)).toBe(false)
      // Escapes and numbers are longer than they are counted.
      expect(exceedsSize([value, 'x'.repeat(length)], length)).toBe(true)
    }),
  )
})

test('a value that holds itself many times over is told without being walked to its end', () => {
  let value: unknown = 'x'
  for (let level = 0; level < 100; level += 1) value = {a: value, b: value}
  expect(exceedsSize(value, 1_000_000)).toBe(true)
})
