import {describe, expect, test} from 'vitest'
import {isPersonOrBody} from './citationNameType.ts'
import {avoidsStrongWords, hasSourceOrSaysSo, isOneNumberOrRange} from './claimRules.ts'
import {isOrderedStage} from './conditionStageRules.ts'
import {isNotExpired} from './credentialRules.ts'
import {findMissingUnits, isNotAssumed, statesAnAmount} from './dosageRules.ts'
import {isOneAction} from './exerciseStepRules.ts'
import {hasAltOrIsDecorative} from './figureType.ts'
import {hasFingerprint, isDueAfterReview, isNotInFuture} from './reviewRules.ts'
import {hasEvenRows} from './tableBlockType.ts'
import {doesNotReassure} from './warningSignRules.ts'

describe('hasAltOrIsDecorative', () => {
  const image = {asset: {_ref: 'image-a'}}
  test.each([
    [undefined, true],
    [{alt: ''}, true],
    [{image, alt: 'Lying on the back, knees bent.'}, true],
    [{image, decorative: true}, true],
    [{image}, 'Describe the picture in the alternative text, or mark it as decorative.'],
    [{image, alt: '  '}, 'Describe the picture in the alternative text, or mark it as decorative.'],
    [
      {image, alt: 'A tree', decorative: true},
      'A decorative picture has no alternative text: keep one of the two.',
    ],
  ])('%j', (figure, expected) => {
    expect(hasAltOrIsDecorative(figure)).toBe(expected)
  })
})

describe('statesAnAmount', () => {
  const sentence = 'Give at least one amount, or remove this dosage: an exercise may have none.'
  test.each([
    [undefined, true],
    [{reps: {min: 8}}, true],
    [{intensity: {min: 3, scale: 'rpe-10'}}, true],
    [{confidence: 'stated', sourceText: 'a low number'}, sentence],
    [{reps: {unit: 'rep'}}, sentence],
  ])('%j', (dosage, expected) => {
    expect(statesAnAmount(dosage)).toBe(expected)
  })
})

describe('findMissingUnits', () => {
  test.each([
    [{reps: {min: 8, unit: 'rep'}, sets: {min: 2}}, true],
    [
      {duration: {min: 10}, frequency: {min: 2}},
      [
        {message: 'Say whether the duration is in seconds or minutes.', path: ['duration', 'unit']},
        {message: 'Say whether the frequency is per day or per week.', path: ['frequency', 'per']},
      ],
    ],
  ])('%j', (dosage, expected) => {
    expect(findMissingUnits(dosage)).toEqual(expected)
  })
})

test('an assumed dosage is remarked on', () => {
  expect(isNotAssumed('stated')).toBe(true)
  expect(isNotAssumed('assumed')).toMatch(/^No source states this dosage\./)
})

describe('isOneNumberOrRange', () => {
  test.each([
    [{value: 60}, true],
    [{min: 60, max: 80}, true],
    [{}, 'Give the figure as a number too: a value, or the least and the most.'],
    [{min: 60}, 'Give both ends of the range.'],
    [{value: 60, max: 80}, 'Give either one value or a range, not both.'],
    [{min: 80, max: 60}, 'The least (80) is more than the most (60).'],
    [{value: 0}, true],
  ])('%j', (figure, expected) => {
    expect(isOneNumberOrRange(figure)).toBe(expected)
  })
})

describe('hasSourceOrSaysSo', () => {
  const figures = [{asWritten: '60–80%'}]
  const source = {stance: 'supports', agreement: 'supports'}
  const lacksSource =
    'Add a source for the figure, or set the status to “No source found” so that readers are told.'
  const lacksSupport = 'Add the source that supports this claim, or change its status.'
  test.each([
    [{figures, evidence: [source], status: 'supported'}, true],
    [{figures, status: 'unsupported'}, true],
    [{figures, status: 'opinion'}, true],
    [{status: 'disputed'}, true],
    [{figures, status: 'disputed'}, lacksSource],
    [{figures}, lacksSource],
    [{status: 'supported'}, lacksSupport],
    [{evidence: [{stance: 'opposes'}], status: 'supported'}, lacksSupport],
    [{evidence: [{...source, agreement: 'does-not-support'}], status: 'supported'}, lacksSupport],
  ])('%j', (claim, expected) => {
    expect(hasSourceOrSaysSo(claim)).toBe(expected)
  })
})

describe('avoidsStrongWords', () => {
  test.each([
    [{kind: 'effect', text: 'Walking may help.'}, true],
    [{kind: 'statistic', text: 'Most people will have back pain.'}, true],
    [
      {kind: 'effect', text: 'Exercise will bring relief.'},
      '“will” promises more than a source can. Consider “can”, “may” or “might”.',
    ],
    [
      {kind: 'effect', text: 'It cures pain.'},
      '“cures” promises more than a source can. Consider “can”, “may” or “might”.',
    ],
    [{kind: 'effect', text: 'The goodwill of readers.'}, true],
  ])('%j', (claim, expected) => {
    expect(avoidsStrongWords(claim)).toBe(expected)
  })
})

describe('isOrderedStage', () => {
  test.each([
    [{key: 't2', min: 13, max: 28, unit: 'weeks'}, true],
    [{key: 'chronic', min: 12, unit: 'weeks'}, true],
    [{key: 'any'}, true],
    [{min: 12}, 'Say whether the stage is counted in days or weeks.'],
    [{min: 12, max: 6, unit: 'weeks'}, 'The stage starts at 12 and ends at 6: it must start before it ends.'],
  ])('%j', (stage, expected) => {
    expect(isOrderedStage(stage)).toBe(expected)
  })
})

test.each([
  [undefined, true],
  ['2026-11-24', true],
  ['2026-11-23', 'This credential expired on 2026-11-23.'],
])('a credential valid through %s, on 2026-11-24', (day, expected) => {
  expect(isNotExpired(day, '2026-11-24')).toBe(expected)
})

describe('reviews', () => {
  test.each([
    ['2026-11-24T01:00:00Z', true],
    ['2026-11-24T01:00:01Z', 'A review cannot lie in the future.'],
    ['2026-11-24T02:30:00+02:00', true],
    [undefined, true],
  ])('at %s, now 2026-11-24T01:00:00Z', (at, expected) => {
    expect(isNotInFuture(at, '2026-11-24T01:00:00Z')).toBe(expected)
  })

  test.each([
    [{at: '2026-11-24T01:00:00Z', nextDue: '2029-11-24'}, true],
    [{at: '2026-11-24T01:00:00Z', nextDue: '2026-11-24'}, 'The next review must be due after this one.'],
    [{nextDue: '2026-11-24'}, true],
  ])('%j', (review, expected) => {
    expect(isDueAfterReview(review)).toBe(expected)
  })

  test('a review without a fingerprint is remarked on', () => {
    expect(hasFingerprint({fingerprint: 'sha256-abc'})).toBe(true)
    expect(hasFingerprint({})).toMatch(/^Without a fingerprint/)
  })
})

describe('isPersonOrBody', () => {
  test.each([
    [{family: 'Slade', given: 'S.'}, true],
    [{literal: 'Harvard Health Letter'}, true],
    [{}, 'Give a family name, or the name of an organization.'],
    [{given: 'S.'}, 'Give the family name.'],
    [{family: 'Slade', literal: 'WHO'}, 'Give either a person or an organization, not both in one entry.'],
  ])('%j', (name, expected) => {
    expect(isPersonOrBody(name)).toBe(expected)
  })
})

describe('hasEvenRows', () => {
  test.each([
    [{rows: [{cells: ['a', 'b']}, {cells: ['c', 'd']}]}, true],
    [{rows: [{cells: ['a', 'b']}, {cells: ['c']}]}, 'Row 2 has 1 cells, the first row has 2.'],
    [{rows: [{cells: ['a']}, {}]}, 'Row 2 has 0 cells, the first row has 1.'],
    [{}, true],
  ])('%j', (table, expected) => {
    expect(hasEvenRows(table)).toBe(expected)
  })
})

describe('isOneAction', () => {
  const remark = 'This step holds more than one action. Readers follow it better as two.'
  test.each([
    ['Bring one knee towards your chest.', true],
    ['Lie on your back. Bend both knees.', true],
    ['Bend your knees, and then turn them to the side.', remark],
    ['Stand. Breathe in. Sit down.', remark],
    ['Strengthen your back.', true],
    [undefined, true],
  ])('%j', (step, expected) => {
    expect(isOneAction(step)).toBe(expected)
  })
})

test.each([
  ['You cannot control your bladder.', true],
  [
    'Numbness is usually harmless.',
    '“usually harmless” reassures. A red flag says what to do and leaves the rest to those who help.',
  ],
  [
    'Don’t worry, but call.',
    '“Don’t worry” reassures. A red flag says what to do and leaves the rest to those who help.',
  ],
])('a red flag worded as %j', (text, expected) => {
  expect(doesNotReassure(text)).toBe(expected)
})
