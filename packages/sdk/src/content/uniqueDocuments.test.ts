import {expect, it} from 'vitest'
import {uniqueDocuments} from './uniqueDocuments.ts'

it('leaves each document once, at its first place, and keeps what is no document', () => {
  const [a, b] = [{_id: 'a'}, {_id: 'b'}]
  const result = {
    people: [b, a, {_id: 'b', name: 'again'}],
    topics: [a, a],
    keyMessages: ['x', 'x', null],
    body: [{_key: 'k'}, {_key: 'k'}],
    audience: {primary: [a, a]},
    title: 'A',
  }
  const given = structuredClone(result)
  expect(uniqueDocuments(result)).toEqual({...result, people: [b, a], topics: [a]})
  expect(result).toEqual(given)
})

it.each([[null], ['text'], [[{_id: 'a'}, {_id: 'a'}]]])('leaves %j as it is', (result) => {
  expect(uniqueDocuments(result)).toBe(result)
})
