import {expect, test} from 'vitest'
import {hashToken, isTokenOf} from './hashToken.ts'

test('a token is compared as a whole', () => {
  const hash = hashToken('skSecret')
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  expect(isTokenOf('skSecret', hash)).toBe(true)
  for (const token of ['skSecreT', 'skSecret ', 'sk', '', hash]) expect(isTokenOf(token, hash)).toBe(false)
  for (const stored of [undefined, null, '', hash.slice(0, -1), 7])
    expect(isTokenOf('skSecret', stored)).toBe(false)
})
