import {expect, test} from 'vitest'
import {createRevisionIds} from './createRevisionIds.ts'

const START = Date.UTC(2026, 0, 1)

test('ids are 22 letters and digits, no two alike, in the order of the moments that they were made in', () => {
  let now = START
  const createId = createRevisionIds(() => new Date(now))
  const moments = Array.from({length: 40}, () => {
    now += 1
    return Array.from({length: 50}, createId)
  })
  const ids = moments.flat()
  expect(ids.filter((id) => !/^[a-zA-Z0-9]{22}$/.test(id))).toEqual([])
  expect(new Set(ids).size).toBe(ids.length)
  for (const [index, later] of moments.slice(1).entries()) {
    const [last] = (moments[index] ?? []).toSorted().toReversed()
    const [first] = later.toSorted()
    expect(String(last) < String(first)).toBe(true)
  }
})

test.each([0, Date.UTC(2058, 0, 1)])('ids at %i are as long', (time) => {
  expect(createRevisionIds(() => new Date(time))()).toMatch(/^[a-zA-Z0-9]{22}$/)
})
