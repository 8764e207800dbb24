import {expect, test, vi} from 'vitest'
import {FairLine} from './FairLine.ts'
import type {Asker} from './FairLine.ts'

const stranger = (client: string): Asker => ({client, isMember: false})
const member = (client: string): Asker => ({client, isMember: true})

const settle = () => new Promise((resolve) => setImmediate(resolve))

/** Takes places for many, and writes down in which order they begin. */
function queue(line: FairLine) {
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const take = async (name: string, asker: Asker): Promise<void> => {
    const outcome = await line.take(asker)
    begun.push(typeof outcome === 'function' ? name : `${name}: ${outcome}`)
    if (typeof outcome === 'function') ends.set(name, outcome)
  }
  const come = (name: string, asker: Asker): void => void take(name, asker)
  return {
    begun,
    come,
    end: async (name: string) => {
      ends.get(name)?.()
      await settle()
    },
  }
}

test('a stranger fills neither the line nor the last thread', async () => {
  const {begun, come, end} = queue(new FairLine({running: 2, total: 6}))
  for (const name of ['a1', 'a2', 'a3', 'a4']) come(name, stranger('a'))
  await settle()
  expect(begun).toEqual(['a1', 'a4: share'])
  come('m1', member('m'))
  await settle()
  expect(begun.at(-1)).toBe('m1')
  await end('m1')
  // The thread that members left stays theirs.
  expect(begun.at(-1)).toBe('m1')
})

test('members go before strangers, and who has little running before who has much', async () => {
  const {begun, come, end} = queue(new FairLine({running: 3, total: 20}))
  for (const name of ['a1', 'a2', 'a3', 'a4']) come(name, stranger('a'))
  come('b1', stranger('b'))
  for (const name of ['m1', 'm2', 'm3']) come(name, member('m'))
  come('n1', member('n'))
  await settle()
  expect(begun).toEqual(['a1', 'a2', 'm1'])
  await end('a1')
  expect(begun.at(-1)).toBe('n1')
  await end('m1')
  expect(begun.at(-1)).toBe('m2')
  await end('n1')
  await end('m2')
  await end('m3')
  expect(begun.slice(-2)).toEqual(['m3', 'b1'])
})

test('a line that is full refuses, and one that is idle never does', async () => {
  const {begun, come, end} = queue(new FairLine({running: 1, total: 1}))
  come('a1', stranger('a'))
  come('b1', member('b'))
  await settle()
  expect(begun).toEqual(['a1', 'b1: full'])
  await end('a1')
  come('b2', member('b'))
  await settle()
  expect(begun.at(-1)).toBe('b2')
})

test('who waits too long is sent away, and holds no place any more', async () => {
  vi.useFakeTimers()
  try {
    const line = new FairLine({running: 1, total: 2})
    await line.take(member('a'))
    const waiting = line.take(member('b'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await waiting).toBe('waited')
    const again = line.take(member('b'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await again).toBe('waited')
  } finally {
    vi.useRealTimers()
  }
})
