import {expect, test} from 'vitest'
import {instantOf} from './instantOf.ts'

test('an instant is what was given, else now, in UTC', () => {
  expect(instantOf(undefined, 0)).toBe('1970-01-01T00:00:00.000Z')
  expect(instantOf('2026-11-26T09:00:00-05:00', 0)).toBe('2026-11-26T14:00:00.000Z')
  expect(instantOf(new Date(1), 0)).toBe('1970-01-01T00:00:00.001Z')
})

test('what is no date-time is refused with an example of one', () => {
  expect(() => instantOf('tomorrow', 0)).toThrow(/`at` is tomorrow. Give an ISO 8601 date-time/)
})
