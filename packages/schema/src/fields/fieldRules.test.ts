import {parseDoi, parseNpi, parseOrcid} from '@spine-center/rules/identifiers'
import {describe, expect, test} from 'vitest'
import {findRepeated} from './findRepeated.ts'
import {hasBeenReviewed} from './hasBeenReviewed.ts'
import {hiddenWhenFilled} from './hiddenWhenFilled.ts'
import {hiddenUnless} from './hiddenUnless.ts'
import {isNormalIdentifier} from './identifierField.ts'
import {inMonths} from './inMonths.ts'
import {isEmpty} from './isEmpty.ts'
import {pointsElsewhere} from './pointsElsewhere.ts'
import {isOrderedRange} from './rangeField.ts'
import {saysWhyRetired} from './saysWhyRetired.ts'
import {isUrlSafeSlug} from './slugField.ts'
import {isKnownTimeZone} from './timeZoneField.ts'

describe('isUrlSafeSlug', () => {
  test.each([
    ['exercising-with-back-pain', true],
    ['t2', true],
    ['', 'Add a slug so this page has an address: press Generate.'],
    [undefined, 'Add a slug so this page has an address: press Generate.'],
    ['Back-Pain', 'Use lowercase letters, digits and single dashes.'],
    ['back--pain', 'Use lowercase letters, digits and single dashes.'],
    ['back pain', 'Use lowercase letters, digits and single dashes.'],
    ['-back', 'Use lowercase letters, digits and single dashes.'],
    ['rückenschmerz', 'Use lowercase letters, digits and single dashes.'],
  ])('%j', (slug, expected) => {
    expect(isUrlSafeSlug(slug)).toBe(expected)
  })
})

describe('isEmpty', () => {
  test.each([
    [undefined, true],
    [null, true],
    ['', true],
    ['  \u00A0', true],
    [[], true],
    [0, false],
    [false, false],
    ['a', false],
    [{}, false],
  ])('%j', (value, expected) => {
    expect(isEmpty(value)).toBe(expected)
  })
})

describe('isOrderedRange', () => {
  test.each([
    [undefined, true],
    [{min: 1}, true],
    [{min: 1, max: 1}, true],
    [{min: 8, max: 12}, true],
    [{min: 12, max: 8}, 'The least (12) is more than the most (8).'],
    [{max: 8}, 'Give the least as well as the most.'],
  ])('%j', (range, expected) => {
    expect(isOrderedRange(range)).toBe(expected)
  })
})

describe('pointsElsewhere', () => {
  const reference = {_type: 'reference', _ref: 'a'}
  test.each([
    ['another document', {_id: 'b'}, true],
    ['its own document', {_id: 'a'}, 'This points at itself. Choose another.'],
    ['its own draft', {_id: 'drafts.a'}, 'This points at itself. Choose another.'],
    ['its own version in a release', {_id: 'versions.r1.a'}, 'This points at itself. Choose another.'],
    ['a document that is not there', undefined, true],
  ])('%s', (_, document, expected) => {
    expect(pointsElsewhere(reference, document)).toBe(expected)
  })

  test('an empty reference', () => {
    expect(pointsElsewhere(undefined, {_id: 'a'})).toBe(true)
  })
})

describe('isNormalIdentifier', () => {
  test.each([
    [undefined, parseDoi, true],
    ['10.1097/JWH.0b013e318276fb16', parseDoi, true],
    ['https://doi.org/10.1177/0269215512453353', parseDoi, 'Write it as 10.1177/0269215512453353.'],
    ['0000-0002-1825-0097', parseOrcid, true],
    ['1234567893', parseNpi, true],
  ])('%j', (value, parse, expected) => {
    expect(isNormalIdentifier(value, parse)).toBe(expected)
  })

  test.each([
    ['0000-0002-1825-0098', parseOrcid],
    ['1234567890', parseNpi],
    ['doi', parseDoi],
  ])('%j is refused with a sentence', (value, parse) => {
    expect(isNormalIdentifier(value, parse)).toMatch(/^\p{Lu}.{20,}\.$/u)
  })
})

describe('isKnownTimeZone', () => {
  test.each([
    [undefined, true],
    ['America/New_York', true],
    ['UTC', true],
    ['Mars/Olympus', '“Mars/Olympus” is no time zone. Use an IANA name, such as America/New_York.'],
    ['+05:00', 'Use the name of a zone, such as America/New_York: an offset does not follow summer time.'],
  ])('%j', (zone, expected) => {
    expect(isKnownTimeZone(zone)).toBe(expected)
  })
})

describe('inMonths', () => {
  test.each([
    [36, '2026-11-24', '2029-11-24'],
    [1, '2027-01-31', '2027-02-28'],
    [1, '2028-01-31', '2028-02-29'],
    [2, '2026-12-15', '2027-02-15'],
  ])('%d months after %s', (months, day, expected) => {
    expect(inMonths(months, day)).toBe(expected)
  })
})

const say = (value: string) => `${value} twice`

describe('findRepeated', () => {
  test.each([
    [undefined, true],
    [
      [
        {_key: 'a', key: 'x'},
        {_key: 'b', key: 'y'},
      ],
      true,
    ],
    [
      [
        {_key: 'a', key: 'x'},
        {_key: 'b', key: 'x'},
      ],
      [{message: 'x twice', path: [{_key: 'b'}, 'key']}],
    ],
    [[{key: {_ref: 'x'}}, {key: {_ref: 'x'}}], [{message: 'x twice', path: [1, 'key']}]],
    [[{_key: 'a'}, {_key: 'b'}], true],
  ])('%j', (list, expected) => {
    expect(findRepeated(list, 'key', say)).toEqual(expected)
  })
})

describe('hasBeenReviewed', () => {
  const remark = 'No clinical review is recorded. Readers are told that this is unreviewed.'
  test.each([
    [undefined, remark],
    [[{scope: 'editorial', outcome: 'approved'}], remark],
    [[{scope: 'clinical', outcome: 'rejected'}], remark],
    [[{scope: 'clinical', outcome: 'approved-with-changes'}], true],
  ])('%j', (reviews, expected) => {
    expect(hasBeenReviewed(reviews)).toBe(expected)
  })
})

describe('saysWhyRetired', () => {
  test.each([
    [undefined, true],
    [{reason: 'Better one exists.'}, true],
    [{replacedBy: {_ref: 'a'}}, 'Say why it was replaced.'],
  ])('%j', (retirement, expected) => {
    expect(saysWhyRetired(retirement)).toBe(expected)
  })
})

test('hiddenUnless shows a field only for the given values of its sibling', () => {
  const hidden = hiddenUnless('kind', 'rule', 'fallback')
  const context = {document: undefined, value: undefined, currentUser: null, path: []}
  expect(
    ['rule', 'fallback', 'pinned', undefined].map((kind) => hidden({...context, parent: {kind}})),
  ).toEqual([false, false, true, true])
})

test.each([
  ['an empty list', {}, undefined, false],
  ['a list with entries', {steps: [{}]}, undefined, true],
  ['a list with entries and a reason', {steps: [{}]}, 'None needed.', false],
])('hiddenWhenFilled with %s', (_, parent, value, expected) => {
  const hidden = hiddenWhenFilled('steps')
  expect(hidden({parent, value, document: undefined, currentUser: null, path: []})).toBe(expected)
})
