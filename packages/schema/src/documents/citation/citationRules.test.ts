import {describe, expect, test} from 'vitest'
import {
  canBeLocated,
  explainsState,
  findEtAl,
  hasAccessDate,
  isDatedVerification,
  isNotBareHost,
  isOrderedAge,
  isPastDate,
} from './citationRules.ts'
import {hasPages, isFullContainerTitle, isSentenceCase} from './citationStyleRules.ts'

test.each([
  [{doi: '10.1177/0269215512453353'}, {}, true],
  [{url: 'https://www.nhs.uk/conditions/back-pain/'}, {}, true],
  [undefined, {noIdentifierReason: 'A newsletter without identifiers.'}, true],
  [{issn: '0269-2155'}, {}, 'Give a DOI, PMID, PMCID, ISBN or address; or say below why there is none.'],
  [undefined, {}, 'Give a DOI, PMID, PMCID, ISBN or address; or say below why there is none.'],
])('canBeLocated %j %j', (identifiers, citation, expected) => {
  expect(canBeLocated(identifiers, citation)).toBe(expected)
})

test.each([
  [undefined, {identifiers: {url: 'https://a.org/b', pmid: '1'}}, true],
  ['2026-11-24', {identifiers: {url: 'https://a.org/b'}}, true],
  [undefined, {identifiers: {}}, true],
  [
    undefined,
    {identifiers: {url: 'https://a.org/b'}},
    'A web page is all there is: give the date on which it was read.',
  ],
])('hasAccessDate %j %j', (accessed, citation, expected) => {
  expect(hasAccessDate(accessed, citation)).toBe(expected)
})

describe('isNotBareHost', () => {
  const front = 'This is the front page of a site: give the address of the page that says it.'
  const search = 'This is a page of search results: give the address of the page that says it.'
  test.each([
    ['https://www.nhs.uk/conditions/back-pain/', true],
    ['https://example.org/?id=5', true],
    ['https://www.mayoclinic.org', front],
    ['https://www.mayoclinic.org/', front],
    ['https://example.org/search?q=back', search],
    ['https://example.org/research/back', true],
    // Not an address at all: the rule on addresses says so.
    ['mayoclinic', true],
    [undefined, true],
  ])('%j', (address, expected) => {
    expect(isNotBareHost(address)).toBe(expected)
  })
})

describe('isPastDate', () => {
  test.each([
    [{year: 2013}, true],
    [{year: 2026, month: 11, day: 30}, true],
    [{year: 2024, month: 2, day: 29}, true],
    [{year: 2027}, [{message: '2027 has not come yet. Check the year.', path: ['year']}]],
    [{year: 2013, day: 5}, [{message: 'Give the month of the day.', path: ['month']}]],
    [{year: 2023, month: 2, day: 29}, [{message: 'Month 2 of 2023 has no day 29.', path: ['day']}]],
    [
      {year: 2013, month: 7, season: 'summer'},
      [{message: 'Give either the month or the season.', path: ['season']}],
    ],
  ])('%j, on 2026-11-24', (issued, expected) => {
    expect(isPastDate(issued, '2026-11-24')).toEqual(expected)
  })
})

test.each([
  ['current', {}, true],
  ['retracted', {stateChange: {note: 'Data were fabricated.'}}, true],
  ['retracted', {}, 'Say below what happened to this source.'],
  ['superseded', {stateChange: {}}, 'Say below what happened to this source.'],
])('explainsState %s %j', (state, citation, expected) => {
  expect(explainsState(state, citation)).toBe(expected)
})

test.each([
  [{ageMin: 18, ageMax: 65}, true],
  [{ageMin: 18}, true],
  [{ageMin: 65, ageMax: 18}, 'The youngest (65) is older than the oldest (18).'],
])('isOrderedAge %j', (population, expected) => {
  expect(isOrderedAge(population)).toBe(expected)
})

test.each([
  [{status: 'unverified'}, true],
  [{status: 'matched', at: '2026-11-01', method: 'PubMed'}, true],
  [{status: 'matched', at: '2026-11-01'}, 'Say when and how it was compared with the record.'],
])('isDatedVerification %j', (verification, expected) => {
  expect(isDatedVerification(verification)).toBe(expected)
})

test('authors that are cut short are remarked on', () => {
  expect(findEtAl([{family: 'Slade'}, {family: 'Keating'}])).toBe(true)
  expect(findEtAl([{_key: 'a', literal: 'Slade et al.'}])).toEqual([
    {message: 'List every author: the reference style shortens the list.', path: [{_key: 'a'}]},
  ])
})

describe('isSentenceCase', () => {
  const remark = 'Write the title in sentence case: capitals only for the first word and for names.'
  test.each([
    ['Trunk-strengthening exercises for chronic low back pain: a systematic review', true],
    ['Too Fit To Fracture: exercise recommendations for individuals with osteoporosis', true],
    ['The Effects of Core and Lower Extremity Strengthening on Pregnancy-Related Low Back Pain', remark],
    ['Back pain', true],
    ['WHO guideline for nonsurgical management of chronic primary low back pain', true],
    [undefined, true],
  ])('%j', (title, expected) => {
    expect(isSentenceCase(title)).toBe(expected)
  })
})

describe('isFullContainerTitle', () => {
  const remark = 'Give the full name of the journal: the reference style abbreviates it.'
  test.each([
    ['Clinical Rehabilitation', true],
    ['Clin. Rehabil.', remark],
    ['J. Manipulative Physiol. Ther.', remark],
    ['NHS.uk', true],
    [undefined, true],
  ])('%j', (container, expected) => {
    expect(isFullContainerTitle(container)).toBe(expected)
  })
})

test.each([
  ['207-214', {cslType: 'article-journal'}, true],
  [undefined, {cslType: 'webpage'}, true],
  [
    undefined,
    {cslType: 'article-journal'},
    'A journal article has pages or an article number. Add them when you know them.',
  ],
])('hasPages %j %j', (page, citation, expected) => {
  expect(hasPages(page, citation)).toBe(expected)
})
