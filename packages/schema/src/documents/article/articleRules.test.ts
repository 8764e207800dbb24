import {describe, expect, test} from 'vitest'
import {
  findContradictoryAudience,
  findSelfReviews,
  hasAuthor,
  hasFewKeyMessages,
  isDueAfterPublication,
  isNotOverdue,
  labelsSponsor,
} from './articleRules.ts'

const ref = (id: string, key = id) => ({_type: 'reference', _key: key, _ref: id})

describe('hasFewKeyMessages', () => {
  test.each([
    [['a', 'b'], true],
    [['a', 'b', 'c', 'd'], true],
    [['a'], 'Write two to four key messages; there is 1.'],
    [['a', ' '], 'Write two to four key messages; there is 1.'],
    [['a', 'b', 'c', 'd', 'e'], 'Write two to four key messages; there are 5.'],
    // An empty list has a sentence of its own.
    [undefined, true],
  ])('%j', (messages, expected) => {
    expect(hasFewKeyMessages(messages)).toBe(expected)
  })
})

test('nobody is both reader and warned off', () => {
  const audience = {primary: [ref('back-pain')], alsoFor: [ref('sciatica')]}
  expect(findContradictoryAudience({...audience, notFor: [ref('fracture')]})).toBe(true)
  expect(findContradictoryAudience({...audience, notFor: [ref('fracture'), ref('sciatica')]})).toEqual([
    {
      message: 'The article is also written for this condition: take it off one of the two lists.',
      path: ['notFor', {_key: 'sciatica'}],
    },
  ])
})

test.each([
  [[{role: 'author'}], true],
  [[{role: 'editor'}, {role: 'author'}], true],
  [[{role: 'editor'}], 'Name an author among the contributors.'],
  // An empty list has a sentence of its own.
  [[], true],
])('contributors %j', (contributors, expected) => {
  expect(hasAuthor(contributors)).toBe(expected)
})

test.each([
  ['2029-09-13', '2026-09-13T10:00:00Z', true],
  ['2026-09-13', '2026-09-13T10:00:00Z', 'The review must be due after publication.'],
  [undefined, '2026-09-13T10:00:00Z', true],
  ['2029-09-13', undefined, true],
])('review due %s after publication at %s', (due, publishedAt, expected) => {
  expect(isDueAfterPublication(due, {publishedAt})).toBe(expected)
})

test.each([
  ['2026-11-24', true],
  [undefined, true],
  ['2016-09-13', 'The review has been due since 2016-09-13. Have it reviewed before you change the date.'],
])('review due %s, on 2026-11-24', (due, expected) => {
  expect(isNotOverdue(due, '2026-11-24')).toBe(expected)
})

describe('findSelfReviews', () => {
  const review = {_key: 'r', scope: 'clinical', by: ref('kim')}
  const author = (id: string) => ({role: 'author', person: ref(id)})
  const found = [
    {
      message: 'The only author cannot give the clinical review: choose another person.',
      path: [{_key: 'r'}, 'by'],
    },
  ]
  test.each([
    ['by the only author', [review], [author('kim')], found],
    ['by another person', [review], [author('ann')], true],
    ['by one of two authors', [review], [author('kim'), author('ann')], true],
    ['an editorial review by the only author', [{...review, scope: 'editorial'}], [author('kim')], true],
    ['none', undefined, [author('kim')], true],
  ])('%s', (_, reviews, contributors, expected) => {
    expect(findSelfReviews(reviews, {contributors})).toEqual(expected)
  })
})

test.each([
  [undefined, true],
  [{organization: ref('a'), label: 'Supported by A'}, true],
  [{organization: ref('a')}, 'Write the label that tells readers of the sponsor.'],
])('sponsor %j', (sponsor, expected) => {
  expect(labelsSponsor(sponsor)).toBe(expected)
})
