import {parse} from 'groq-js'
import {expect, test} from 'vitest'
import {fixtureQueries} from '../../test-fixtures/queries.ts'
import {compactGroq} from './compactGroq.ts'

test.each([
  ['* [ _id  ==\n"a" ]\n{ a,\n b }', '* [_id=="a"]{a,b}'],
  ['*["a  ,  b" == \'c  {  d\']', '*["a  ,  b"==\'c  {  d\']'],
  ['*["say \\"a  b\\"  // not a comment"]', '*["say \\"a  b\\"  // not a comment"]'],
  ['* // all of them\n[0]', '* [0]'],
  ['*[a in [1, 2]] // end\n', '*[a in [1,2]]'],
  ['*[a && ( b || c )] | order(d desc) [0 ... $n]', '*[a&&(b||c)]|order(d desc) [0 ... $n]'],
  ['*{"a": a{b}, "c": c->{d}, "e": f{g}}', '*{a{b},c->{d},"e":f{g}}'],
  ['*["a": == "b"]{"match": match{b}, "c"  : c->d}', '*["a": == "b"]{"match": match{b}, "c"  : c->d}'],
  ['*[x == "\\"a\\":a{"]{"a":a{b}, "c": "c:c{"}', '*[x=="\\"a\\":a{"]{a{b},"c":"c:c{"}'],
])('compacts %j', (query, compact) => {
  expect(compactGroq(query)).toBe(compact)
})

test('the meaning stays, and what does not parse is left alone', () => {
  for (const {query, params = {}} of fixtureQueries) {
    expect(parse(compactGroq(query), {params})).toEqual(parse(query, {params}))
  }
  expect(compactGroq('*[ {')).toBe('*[ {')
})
