import {describe, expect, test} from 'vitest'
import {findHeadingProblems, findUnknownClaims, findUnknownKeys} from './bodyRules.ts'

const article = {claims: [{_key: 'c1'}], faqs: [{_key: 'q1'}]}
const unknown = 'No claim of this article has the key “c9”. Add the claim on the Evidence tab.'

function paragraph(claimKey: string) {
  return {
    _type: 'block',
    _key: 'b',
    markDefs: [
      {_type: 'claimMark', _key: 'm', claimKey},
      {_type: 'link', _key: 'l'},
    ],
  }
}

describe('findUnknownKeys', () => {
  test.each([
    ['a known claim', [paragraph('c1')], true],
    [
      'an unknown claim',
      [paragraph('c9')],
      [{message: unknown, path: [{_key: 'b'}, 'markDefs', {_key: 'm'}, 'claimKey']}],
    ],
    [
      'a figure of an unknown claim',
      [{_type: 'pullStat', _key: 's', claimKey: 'c9'}],
      [{message: unknown, path: [{_key: 's'}, 'claimKey']}],
    ],
    ['known questions', [{_type: 'faqList', _key: 'f', faqKeys: ['q1']}], true],
    [
      'an unknown question',
      [{_type: 'faqList', _key: 'f', faqKeys: ['q1', 'q2']}],
      [{message: 'No question of this article has the key “q2”.', path: [{_key: 'f'}, 'faqKeys']}],
    ],
    ['an empty body', undefined, true],
  ])('%s', (_, body, expected) => {
    expect(findUnknownKeys(body, article)).toEqual(expected)
  })
})

test('answers make claims that the article holds', () => {
  expect(findUnknownClaims([{_key: 'q1', claimKeys: ['c1']}, {_key: 'q2'}], article)).toBe(true)
  expect(findUnknownClaims([{_key: 'q1', claimKeys: ['c9']}], article)).toEqual([
    {message: unknown, path: [{_key: 'q1'}, 'claimKeys']},
  ])
})

const heading = (style: string, text: string) => ({
  _type: 'block',
  _key: text || 'empty',
  style,
  children: [{_type: 'span', text}],
})

describe('findHeadingProblems', () => {
  test.each([
    ['in order', [heading('h2', 'A'), heading('h3', 'B'), heading('normal', '')], true],
    [
      'a heading 3 first',
      [heading('h3', 'B'), heading('h2', 'A')],
      [{message: 'A heading 3 stands below a heading 2: make this a heading 2.', path: [{_key: 'B'}]}],
    ],
    [
      'an empty heading',
      [heading('h2', ' ')],
      [{message: 'This heading is empty: write it, or remove it.', path: [{_key: ' '}]}],
    ],
  ])('%s', (_, body, expected) => {
    expect(findHeadingProblems(body)).toEqual(expected)
  })
})
