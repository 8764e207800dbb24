import {expect, test} from 'vitest'
import {createGate} from './createGate.ts'

test('a few run, some wait in order, the rest are told to come again', async () => {
  const gate = createGate({running: 2, waiting: 2})
  const log: string[] = []
  const finish: (() => void)[] = []
  const start = (name: string) =>
    gate(
      () =>
        new Promise<void>((resolve) => {
          log.push(name)
          finish.push(resolve)
        }),
    )
  const tasks = ['a', 'b', 'c', 'd'].map(start)
  await expect(start('e')).rejects.toMatchObject({code: 'closed', status: 503})
  expect(log).toEqual(['a', 'b'])
  finish[0]?.()
  await tasks[0]
  expect(log).toEqual(['a', 'b', 'c'])
  finish[1]?.()
  finish[2]?.()
  await Promise.all([tasks[1], tasks[2]])
  expect(log).toEqual(['a', 'b', 'c', 'd'])
  finish[3]?.()
  await tasks[3]
})

test('a task that fails makes room as well', async () => {
  const gate = createGate({running: 1, waiting: 1})
  await expect(gate(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await gate(() => Promise.resolve(1))).toBe(1)
})
