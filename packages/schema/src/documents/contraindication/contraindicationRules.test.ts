import {describe, expect, test} from 'vitest'
import {
  checkAlternatives,
  describesModification,
  findAbsentTests,
  isGrounded,
  isReviewedAfterStart,
  isValueOnScale,
  showsOpposition,
} from './contraindicationRules.ts'

const ref = (id: string) => ({_type: 'reference', _ref: id})

describe('isGrounded', () => {
  const supports = [{stance: 'supports'}]
  const approvals = [
    {outcome: 'approved', by: ref('ann')},
    {outcome: 'approved-with-changes', by: ref('bob')},
  ]
  test.each([
    ['a supporting source and a guideline', 'absolute', {basis: 'guideline', evidence: supports}, true],
    [
      'settled, approved by two',
      'absolute',
      {basis: 'expert-consensus', consensus: 'settled', reviews: approvals},
      true,
    ],
    ['a relative rule on opinion', 'relative', {basis: 'expert-consensus'}, true],
  ])('%s', (_, severity, rule, expected) => {
    expect(isGrounded(severity, rule)).toBe(expected)
  })

  test.each([
    ['a source, but opinion', {basis: 'expert-consensus', evidence: supports}],
    ['a guideline, but no source', {basis: 'guideline', evidence: [{stance: 'background'}]}],
    ['settled, approved by one person twice', {consensus: 'settled', reviews: [approvals[0], approvals[0]]}],
    [
      'settled, rejected by one of two',
      {consensus: 'settled', reviews: [approvals[0], {...approvals[1], outcome: 'rejected'}]},
    ],
    ['mixed, approved by two', {consensus: 'mixed', reviews: approvals}],
  ])('an absolute rule with %s is held back', (_, rule) => {
    expect(isGrounded('absolute', rule)).toMatch(/^An absolute rule needs a source that supports it/)
  })
})

describe('showsOpposition', () => {
  test.each([
    ['contested', {evidence: [{stance: 'opposes'}]}, true],
    ['mixed', {}, true],
    [
      'contested',
      {evidence: [{stance: 'supports'}]},
      'Sources disagree: add one that speaks against the rule, with the stance “Speaks against it”.',
    ],
  ])('%s %j', (consensus, rule, expected) => {
    expect(showsOpposition(consensus, rule)).toBe(expected)
  })
})

describe('checkAlternatives', () => {
  const hinge = {_key: 'a', exercise: ref('hip-hinge')}
  const missing = 'Add an exercise to do instead, or say below why there is none.'
  test.each([
    ['one', [hinge], {severity: 'absolute'}, true],
    ['none, with a reason', [], {severity: 'absolute', noAlternativeReason: 'Rest.'}, true],
    ['none for a precaution', undefined, {severity: 'precaution'}, true],
    ['none for an absolute rule', undefined, {severity: 'absolute'}, missing],
    ['none for a relative rule', [], {severity: 'relative'}, missing],
    [
      'the exercise itself',
      [hinge],
      {severity: 'absolute', target: {kind: 'exercise', exercise: ref('hip-hinge')}},
      [
        {
          message: 'This is the exercise that the rule restricts. Choose another.',
          path: [{_key: 'a'}, 'exercise'],
        },
      ],
    ],
  ])('%s', (_, alternatives, rule, expected) => {
    expect(checkAlternatives(alternatives, rule)).toEqual(expected)
  })
})

describe('findAbsentTests', () => {
  const when = {
    all: [
      {
        _key: 'g',
        any: [
          {_key: 'x', state: 'present'},
          {_key: 'y', state: 'absent'},
        ],
      },
    ],
  }
  test('only a precaution may ask for what is absent', () => {
    expect(findAbsentTests(when, {severity: 'precaution'})).toBe(true)
    expect(findAbsentTests(when, {severity: 'relative'})).toEqual([
      {
        message:
          'Only a precaution may ask for a condition that does not apply. Lower the severity, or turn the test round.',
        path: ['all', {_key: 'g'}, 'any', {_key: 'y'}, 'state'],
      },
    ])
  })
})

test.each([
  [['modification-used'], {modification: 'Bend one knee.'}, true],
  [['supervised'], {}, true],
  [undefined, {}, true],
  [['modification-used'], {}, 'Describe the modification, on the tab “Reasons and alternatives”.'],
])('unless %j', (unless, rule, expected) => {
  expect(describesModification(unless, rule)).toBe(expected)
})

test.each([
  [undefined, true],
  [{}, true],
  [{scale: 'GRADE', value: 'low'}, true],
  [{scale: 'GRADE'}, 'Give both the scale and the value.'],
  [{value: 'low'}, 'Give both the scale and the value.'],
])('certainty %j', (certainty, expected) => {
  expect(isValueOnScale(certainty)).toBe(expected)
})

test.each([
  ['2029-01-01', '2026-01-01', true],
  [undefined, '2026-01-01', true],
  ['2026-01-01', '2026-01-01', 'The review must be due after the rule comes into force.'],
])('review by %s of a rule from %s', (by, effectiveFrom, expected) => {
  expect(isReviewedAfterStart(by, {effectiveFrom})).toBe(expected)
})
