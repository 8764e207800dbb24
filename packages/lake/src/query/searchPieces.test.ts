import {expect, test} from 'vitest'
import {openDataset} from './againstGroq.fixture.ts'
import {piecesOf} from './searchPieces.ts'

test.each([
  ['back*', ['back']],
  ['a.b Ab C', ['ab', 'c']],
  // However much a stranger writes, the database looks for little.
  ['a a a a bb a ccc dddd', ['dddd', 'ccc', 'bb']],
  ['*', []],
  ['Été', []],
  ['long '.repeat(100), []],
])('before %j matches, %j must occur', (pattern, pieces) => {
  expect(piecesOf(pattern)).toEqual(pieces)
})

test('the database finds what has all pieces, and is stopped between', () => {
  const documents = [
    {_id: 'a', _type: 'note', title: 'Ba.ck pain'},
    {_id: 'b', _type: 'note', title: 'Back'},
  ]
  const {store} = openDataset(documents)
  expect([...store.idsHaving(['back', 'pain'], () => undefined)]).toEqual(['a'])
  expect(() =>
    store.idsHaving(['back'], () => {
      throw new Error('time is up')
    }),
  ).toThrow('time is up')
})
