import {describe, expect, it} from 'vitest'
import {parseRetryAfter, retryDelay} from './retryDelay.ts'

const now = new Date('2026-01-01T00:00:00Z')

describe('retryDelay', () => {
  it.each([
    [1, 0, 0, 1_000],
    [2, 0, 0, 2_000],
    [5, 0, 0, 16_000],
    [5, 1, 0, 20_000],
    [30, 0, 0, 300_000],
    [1, 0, 90_000, 90_000],
  ])('after %i failures, by chance %d, asked for %i ms: %i ms', (failures, random, retryAfter, expected) => {
    expect(retryDelay(failures, random, retryAfter)).toBe(expected)
  })
})

describe('parseRetryAfter', () => {
  it.each([
    ['120', 120_000],
    ['Thu, 01 Jan 2026 00:01:00 GMT', 60_000],
    ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
    ['soon', undefined],
    [undefined, undefined],
  ])('%s', (value, expected) => {
    expect(parseRetryAfter(value, now)).toBe(expected)
  })
})
