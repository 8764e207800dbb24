import {describe, expect, it} from 'vitest'
import * as z from 'zod/mini'
import {describeExpected} from './describeExpected.ts'

describe('describeExpected', () => {
  it.each<[string, z.ZodMiniType, unknown, string]>([
    ['a type', z.string(), null, 'a string'],
    ['a type with a vowel', z.object({}), 1, 'an object'],
    ['a closed list', z.enum(['a', 'b']), 'c', 'one of "a", "b"'],
    ['a literal', z.literal('a'), 'b', '"a"'],
    ['a short text', z.string().check(z.minLength(3)), 'a', 'at least 3 characters'],
    ['a long list', z.array(z.number()).check(z.maxLength(1)), [1, 2], 'at most 1 items'],
    ['a limit', z.number().check(z.gt(3)), 3, 'more than 3'],
    ['a pattern', z.string().check(z.regex(/^a$/)), 'b', 'text like /^a$/'],
    ['a form', z.url(), 'b', 'text in the form of url'],
    ['no such field', z.strictObject({}), {x: 1}, 'no field x'],
    [
      'an unknown block',
      z.discriminatedUnion('_type', [z.object({_type: z.literal('a')})]),
      {_type: 'b'},
      'a known _type',
    ],
  ])('names %s', (_name, schema, value, expected) => {
    const issues = schema.safeParse(value).error?.issues ?? []
    expect(issues.map(describeExpected)).toEqual([expected])
  })

  it("falls back on the validator's own words", () => {
    expect(describeExpected({path: [], message: 'Not today'})).toBe('Not today')
  })
})
