import {expect, test} from 'vitest'
import {TicketBox} from './TicketBox.ts'

test('a ticket is good once, and for half a minute', () => {
  let now = 0
  const box = new TicketBox<string>(() => now)
  const first = box.issue('a')
  const second = box.issue('b')
  expect([box.isValid(first), box.redeem(first), box.isValid(first), box.redeem(first)]).toEqual([
    true,
    'a',
    false,
    undefined,
  ])
  now = 30_001
  expect([box.isValid(second), box.redeem(second), box.redeem('made up')]).toEqual([
    false,
    undefined,
    undefined,
  ])
})
