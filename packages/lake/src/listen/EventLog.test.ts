import {expect, test} from 'vitest'
import {EventLog} from './EventLog.ts'

const record = (sequence: number) => ({
  sequence,
  dataset: 'd',
  id: String(sequence),
  author: '',
  timestamp: '',
  origin: undefined,
  effects: [],
})

test('gives what came after a position, and says when it no longer knows', () => {
  const log = new EventLog(10)
  expect(log.since(10)).toEqual([])
  expect([log.since(9), log.since(11)]).toEqual([undefined, undefined])
  for (const sequence of [11, 13, 14]) log.add(record(sequence))
  expect(log.last).toBe(14)
  expect(log.since(10)?.map(({sequence}) => sequence)).toEqual([11, 13, 14])
  expect(log.since(12)?.map(({sequence}) => sequence)).toEqual([13, 14])
  expect(log.since(14)).toEqual([])
  for (let sequence = 15; sequence < 3000; sequence += 1) log.add(record(sequence))
  expect(log.since(14)).toBeUndefined()
  expect(log.since(2990)).toHaveLength(9)
})
