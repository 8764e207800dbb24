import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
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
const MANY = 350

let from: MovingLake
let to: MovingLake
let proxy: FaultyProxy | undefined
beforeEach(async () => {
  from = await openMovingLake()
  to = await openMovingLake()
  await fillLake(from.client)
})
afterEach(async () => {
  await proxy?.close()
  proxy = undefined
  await from.remove()
  await to.remove()
})

const argumentsTo = (host: string): string[] => [
  'push',
  '--data-dir',
  from.dataDir,
  '--remote-project',
  'spine',
  '--api-host',
  host,
]

/** Pushes, and looks for the token in everything that it leaves behind. */
async function push(host = to.url, ...options: string[]): Promise<CommandResult> {
  const result = await lakeCommand([...argumentsTo(host), ...options], {SANITY_AUTH_TOKEN: to.token})
  await expectNoToken(result)
  return result
}

async function expectNoToken(result: CommandResult): Promise<void> {
  const files = (await readdir(from.dataDir)).filter((name) => name.startsWith('push-'))
  const texts = await Promise.all(files.map((name) => readFile(join(from.dataDir, name), 'utf8')))
  expect([result.out, result.error, ...texts].join('\n')).not.toContain(to.token)
}

async function addMany(): Promise<void> {
  const transaction = from.client.transaction()
  for (let n = 0; n < MANY; n += 1)
    transaction.create({
      _id: `many-${n}`,
      _type: 'many',
      text: 'x'.repeat(3000),
      next: {_type: 'reference', _ref: `many-${(n + 1) % MANY}`},
    })
  await transaction.commit()
}

/** How often each document was written on the other side, at most. */
function mostWrites(): number {
  const database = new DatabaseSync(join(to.dataDir, 'lake.sqlite'))
  const row = database
    .prepare(
      "SELECT max(n) AS most FROM (SELECT count(*) AS n FROM transactions WHERE document GLOB 'many-*' GROUP BY document)",
    )
    .get()
  database.close()
  return Number(row?.['most'])
}

async function expectArrived(): Promise<void> {
  expect(await contentOf(to.client)).toEqual(await contentOf(from.client))
  expect((await readdir(from.dataDir)).filter((name) => name.startsWith('push-'))).toEqual([])
}

test('another lake gets the same documents and the same bytes, beside a lake that serves', async () => {
  expect(await push()).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^6 documents, 1 releases and 4 assets were sent to spine\/production/),
  })
  await expectArrived()
  expect(await push()).toMatchObject({code: 1, error: expect.stringContaining('--replace writes over them')})
  expect(await push(to.url, '--missing')).toMatchObject({code: 0, out: expect.stringMatching(/^0 documents/)})
  await from.client.patch('article').set({title: 'Newer'}).commit()
  expect(await push(to.url, '--replace')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/0 assets were sent.*4 assets are there already/),
  })
  await expectArrived()
})

test('a dry run tells what would be done, and does nothing', async () => {
  expect(await push(to.url, '--dry-run')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^6 documents, 1 releases and 4 assets would be sent/),
  })
  expect(await to.client.fetch('count(*)')).toBe(0)
  expect((await readdir(from.dataDir)).filter((name) => name.startsWith('push-'))).toEqual([])
})

test('what is sent can be narrowed, and must be whole', async () => {
  expect(await push(to.url, '--types', 'article', '--no-drafts')).toMatchObject({
    code: 1,
    error: expect.stringContaining(
      '"article" refers to "ann", which is neither sent nor in spine/production',
    ),
  })
  expect(await push(to.url, '--types', 'clip')).toMatchObject({code: 0})
  expect(await to.client.fetch('*[]._type')).toEqual(['clip', 'sanity.fileAsset'])
})

test.each(['fail', 'throttle', 'lose', 'cut'] as const)(
  'a server that fails now and then (%s) is asked again: nothing twice, nothing missing',
  async (fate) => {
    await addMany()
    proxy = await startFaultyProxy(to.url, (number) => (number % 4 === 2 ? fate : 'pass'))
    expect(await push(proxy.url)).toMatchObject({code: 0})
    await expectArrived()
    expect(mostWrites()).toBeLessThanOrEqual(2)
  },
)

test('stopped at any request it goes on: nothing twice, nothing missing', async () => {
  await addMany()
  let child: ReturnType<typeof spawn> | undefined
  let stopAt = 0
  let number = 0
  proxy = await startFaultyProxy(to.url, () => {
    number += 1
    if (number !== stopAt) return 'pass'
    child?.kill('SIGKILL')
    // Half of the time the request still arrives.
    return stopAt % 2 === 0 ? 'fail' : 'pass'
  })
  for (stopAt = 6; ; stopAt += 3) {
    number = 0
    child = spawn(process.execPath, [CLI, ...argumentsTo(proxy.url)], {
      env: {...process.env, SANITY_AUTH_TOKEN: to.token},
    })
    const [code] = await once(child, 'exit')
    if (code === 0) break
    // The lake may still be committing what arrived.
    await proxy.settled()
  }
  expect(stopAt).toBeGreaterThan(9)
  await expectArrived()
  expect(mostWrites()).toBeLessThanOrEqual(2)
})

test('when the server stays away it says what is there and ends with 3; what changed meanwhile is sent anew', async () => {
  await addMany()
  let mutations = 0
  let isUp = false
  proxy = await startFaultyProxy(to.url, (_number, path) => {
    if (!path.includes('/mutate/')) return 'pass'
    mutations += 1
    return mutations > 3 && !isUp ? 'fail' : 'pass'
  })
  expect(await push(proxy.url, '--retries', '1')).toMatchObject({
    code: 3,
    error: expect.stringMatching(
      /failed \(503\): Out of order.*documents are there\. The same command goes on/,
    ),
  })
  isUp = true
  await from.client.patch('many-0').set({text: 'changed'}).commit()
  expect(await push(proxy.url)).toMatchObject({code: 0, error: expect.stringContaining('goes on from there')})
  await expectArrived()
})

test.each<[string, () => Promise<CommandResult>, RegExp]>([
  ['no token', () => lakeCommand(argumentsTo(to.url), {SANITY_AUTH_TOKEN: ''}), /Set SANITY_AUTH_TOKEN/],
  ['a token in the command line', () => push(to.url, '--token', 'skSecret'), /revoke this one/],
  [
    'a wrong token',
    () => lakeCommand(argumentsTo(to.url), {SANITY_AUTH_TOKEN: 'skWrong'}),
    /\(401\).*Set SANITY_AUTH_TOKEN to a token of this project/,
  ],
  [
    'a dataset that is not there',
    () => push(to.url, '--remote-dataset', 'nowhere'),
    /\(404\).*--remote-dataset/,
  ],
  ['an address without encryption', () => push('http://api.example.org'), /not encrypted/],
  ['no address', () => push('somewhere'), /write an address such as https:\/\/api\.sanity\.io/],
])('%s is explained', async (_name, run, message) => {
  const {code, error} = await run()
  expect(code).not.toBe(0)
  expect(error).toMatch(message)
  expect(error).not.toContain('skSecret')
  expect(error).not.toContain('skWrong')
})

test('a token that the server repeats is not told', async () => {
  proxy = await startFaultyProxy(to.url, () => 'echo')
  expect(await push(proxy.url)).toMatchObject({
    code: 1,
    error: expect.stringContaining('You sent Bearer [token]'),
  })
})

test('a viewer may not, and is told so', async () => {
  const made = await lakeCommand(['token', 'create', '--role', 'viewer', '--data-dir', to.dataDir])
  const result = await lakeCommand(argumentsTo(to.url), {SANITY_AUTH_TOKEN: made.out.trim()})
  expect(result).toMatchObject({
    code: 3,
    error: expect.stringMatching(/\(403\).*needs a role that may write/),
  })
})
