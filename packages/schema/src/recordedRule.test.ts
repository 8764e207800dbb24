import {expect, test} from 'vitest'
import {RecordedRule} from './recordedRule.ts'

test.each([
  [
    'bounds',
    (rule: RecordedRule) => rule.min(1).max(5),
    [
      {rule: 'min', value: 1},
      {rule: 'max', value: 5},
    ],
  ],
  ['a bound that is another field', (rule: RecordedRule) => rule.min(rule.valueOfField()), []],
  ['a bound that is a date', (rule: RecordedRule) => rule.min('2020-01-01'), []],
  [
    'a pattern',
    (rule: RecordedRule) => rule.regex(/^a+$/i, {invert: true}),
    [{rule: 'regex', pattern: '^a+$', flags: 'i', invert: true}],
  ],
  [
    'an address',
    (rule: RecordedRule) => rule.uri(),
    [{rule: 'uri', schemes: ['http', 'https'], allowRelative: false}],
  ],
  ['messages and custom rules', (rule: RecordedRule) => rule.custom().error(), []],
])('%s', (_, build, expected) => {
  expect(build(new RecordedRule()).constraints).toEqual(expected)
})

test('a warning does not bind, and leaves the rule that it came from alone', () => {
  const rule = new RecordedRule().required()
  expect(rule.warning().binding).toBe(false)
  expect(rule.binding).toBe(true)
})
