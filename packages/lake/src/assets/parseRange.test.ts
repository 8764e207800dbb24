import {expect, test} from 'vitest'
import {parseRange} from './parseRange.ts'

test.each([
  [undefined, null],
  ['bytes=0-9', {start: 0, end: 10}],
  ['bytes=90-', {start: 90, end: 100}],
  ['bytes=-10', {start: 90, end: 100}],
  ['bytes=-1000', {start: 0, end: 100}],
  ['bytes=0-1000', {start: 0, end: 100}],
  ['bytes=100-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=9-1', null],
  ['bytes=0-1,5-6', null],
  ['bytes=-', null],
  ['items=0-1', null],
  ['bytes=x-y', null],
])('%s of 100 bytes', (header, expected) => {
  expect(parseRange(header, 100)).toEqual(expected)
})
