import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {readdir} from 'node:fs/promises'
import {fileURLToPath} from 'node:url'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {contentOf} from './contentOf.ts'
import {fillLake} from './fillLake.ts'
import {lakeCommand} from './lakeCommand.ts'
import type {CommandResult} from './lakeCommand.ts'
import {openMovingLake} from './openMovingLake.ts'
import type {MovingLake} from './openMovingLake.ts'
import {startFaultyProxy} from './startFaultyProxy.ts'
import type {FaultyProxy} from './startFaultyProxy.ts'

const CLI = fileURLToPath(new URL('../../packages/lake/src/cli.ts', import.meta.url))

let from: MovingLake
let to: MovingLake
let proxy: FaultyProxy | undefined
beforeEach(async () => {
  from = await openMovingLake()
  to = await openMovingLake()
  await fillLake(from.client)
  await to.stop()
})
afterEach(async () => {
  await proxy?.close()
  proxy = undefined
  await from.remove()
  await to.remove()
})

const argumentsFrom = (host: string): string[] => [
  'pull',
  '--data-dir',
  to.dataDir,
  '--remote-project',
  'spine',
  '--api-host',
  host,
]

async function pull(host = from.url, ...options: string[]): Promise<CommandResult> {
  const result = await lakeCommand([...argumentsFrom(host), ...options], {SANITY_AUTH_TOKEN: from.token})
  expect(result.out + result.error).not.toContain(from.token)
  return result
}

async function expectArrived(): Promise<void> {
  expect((await readdir(to.dataDir)).filter((name) => name.startsWith('pull-'))).toEqual([])
  await to.restart()
  expect(await contentOf(to.client)).toEqual(await contentOf(from.client))
}

test('a folder gets the same documents and the same bytes', async () => {
  expect(await pull()).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^7 of 7 documents and 4 new assets/),
  })
  expect(await pull()).toMatchObject({code: 1, error: expect.stringContaining('already exists')})
  expect(await pull(from.url, '--replace')).toMatchObject({code: 0})
  await expectArrived()
})

test('a dry run fetches and writes nothing', async () => {
  expect(await pull(from.url, '--dry-run')).toMatchObject({
    code: 0,
    out: expect.stringContaining('can be imported'),
  })
  await to.restart()
  expect(await to.client.fetch('count(*)')).toBe(0)
})

test.each(['fail', 'throttle', 'lose'] as const)(
  'a server that fails now and then (%s) is asked again',
  async (fate) => {
    proxy = await startFaultyProxy(from.url, (number) => (number % 3 === 1 ? fate : 'pass'))
    expect(await pull(proxy.url)).toMatchObject({code: 0})
    await expectArrived()
  },
)

test('an answer that breaks off is not taken for whole; the same command goes on', async () => {
  proxy = await startFaultyProxy(from.url, (number) => (number === 1 ? 'cut' : 'pass'))
  expect(await pull(proxy.url)).toMatchObject({
    code: 3,
    error: expect.stringContaining('The same command goes on from here'),
  })
  expect(await pull(proxy.url)).toMatchObject({code: 0})
  await expectArrived()
})

test('stopped at any request it goes on, and fetches nothing twice that it has', async () => {
  let child: ReturnType<typeof spawn> | undefined
  let number = 0
  proxy = await startFaultyProxy(from.url, () => {
    number += 1
    if (number !== 2) return 'pass'
    child?.kill('SIGKILL')
    return 'fail'
  })
  for (let run = 1; ; run += 1) {
    number = 0
    child = spawn(process.execPath, [CLI, ...argumentsFrom(proxy.url)], {
      env: {...process.env, SANITY_AUTH_TOKEN: from.token},
    })
    const [code] = await once(child, 'exit')
    if (code === 0) break
    expect(run).toBeLessThan(8)
  }
  const times = Map.groupBy(proxy.seen, (line) => line)
  // Each run was killed at its second request: that one alone had to be made again.
  expect([...times.values()].map(({length}) => length).toSorted((left, right) => left - right)).toEqual([
    1, 2, 2, 2, 2,
  ])
  expect([...times.entries()].find(([line]) => line.includes('/export/'))?.[1]).toHaveLength(1)
  await expectArrived()
})
