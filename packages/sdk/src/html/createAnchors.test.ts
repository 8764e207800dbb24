import {expect, it} from 'vitest'
import {createAnchors} from './createAnchors.ts'

it('gives the same words numbers, and goes around those that are taken', () => {
  const anchors = createAnchors('b-', ['b-reference-1'])
  const words = ['a', 'A!', 'a-2', 'a', 'a 4', 'a', 'reference-1', '…', '…']
  expect(words.map((one) => anchors.make(one))).toEqual([
    'b-a',
    'b-a-2',
    'b-a-2-2',
    'b-a-3',
    'b-a-4',
    'b-a-5',
    'b-reference-1-2',
    'b-part',
    'b-part-2',
  ])
})

it('counts on where it was, however often words are repeated', () => {
  const anchors = createAnchors()
  const made = Array.from({length: 100_000}, () => anchors.make('continued'))
  expect([made.at(-1), new Set(made).size]).toEqual(['continued-100000', 100_000])
})
