import {expect, test} from 'vitest'
import {createGate} from './createGate.ts'

const settle = () => new Promise((resolve) => setImmediate(resolve))

/** Starts tasks that end when told to, and writes down in which order they begin. */
function open(limits: Parameters<typeof createGate>[0]) {
  const gate = createGate(limits)
  const begun: string[] = []
  const ends: (() => void)[] = []
  const start = (name: string, client: string) =>
    gate(
      () =>
        new Promise<void>((resolve) => {
          begun.push(name)
          ends.push(resolve)
        }),
      client,
    )
  const end = async () => {
    ends.shift()?.()
    await settle()
  }
  return {start, end, begun}
}

test('a few run, some wait in order, the rest are told to come again', async () => {
  const {start, end, begun} = open({running: 2, maxRenderings: 4})
  const tasks = ['a', 'b', 'c', 'd'].map((name) => start(name, name))
  await expect(start('e', 'e')).rejects.toMatchObject({code: 'tooMany', status: 429})
  expect(begun).toEqual(['a', 'b'])
  await end()
  expect(begun).toEqual(['a', 'b', 'c'])
  await end()
  expect(begun).toEqual(['a', 'b', 'c', 'd'])
  await end()
  await end()
  await Promise.all(tasks)
})

test('one client takes half of the places, and those of others go first then', async () => {
  const {start, end, begun} = open({running: 2, maxRenderings: 6})
  const tasks = ['a1', 'a2', 'a3'].map((name) => start(name, 'a'))
  await expect(start('a4', 'a')).rejects.toThrow('--max-renderings')
  tasks.push(start('b1', 'b'))
  await settle()
  expect(begun).toEqual(['a1', 'a2'])
  await end()
  expect(begun).toEqual(['a1', 'a2', 'b1'])
  await end()
  expect(begun).toEqual(['a1', 'a2', 'b1', 'a3'])
  await end()
  await end()
  await Promise.all(tasks)
})

test('a task that fails makes room as well', async () => {
  const gate = createGate({running: 1, maxRenderings: 2})
  await expect(gate(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await gate(() => Promise.resolve(1))).toBe(1)
})
