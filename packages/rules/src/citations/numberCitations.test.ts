import {array, assert, constantFrom, property} from 'fast-check'
import {describe, expect, it} from 'vitest'
import {compressNumbers, numberCitations} from './index.ts'

describe('numberCitations', () => {
  it('numbers by first appearance and keeps the number after', () => {
    const {order, numbers, appearances} = numberCitations(['b', 'a', 'b', 'c'])
    expect(order).toEqual(['b', 'a', 'c'])
    expect([...numbers]).toEqual([
      ['b', 1],
      ['a', 2],
      ['c', 3],
    ])
    expect(appearances).toEqual([
      {id: 'b', number: 1, occurrence: 1},
      {id: 'a', number: 2, occurrence: 1},
      {id: 'b', number: 1, occurrence: 2},
      {id: 'c', number: 3, occurrence: 1},
    ])
  })

  it('gives each appearance the place of its citation in the list', () => {
    assert(
      property(array(constantFrom('a', 'b', 'c', 'd')), (ids) => {
        const {order, appearances} = numberCitations(ids)
        expect(appearances.map(({number}) => order[number - 1])).toEqual(ids)
        expect(new Set(order).size).toBe(order.length)
      }),
    )
  })
})

it.each([
  [[], ''],
  [[1], '1'],
  [[2, 1], '1,2'],
  [[5, 1, 2, 3], '1-3,5'],
  [[1, 1, 2], '1,2'],
  [[1, 3, 4, 5, 9, 10], '1,3-5,9,10'],
])('%o is printed as “%s”', (numbers, text) => {
  expect(compressNumbers(numbers)).toBe(text)
})
