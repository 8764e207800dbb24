import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {createLake} from '../createLake.ts'
import {runCommand} from './runCommand.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lake-cli-'))
  mkdirSync(join(folder, 'data'))
})
afterEach(() => rmSync(folder, {recursive: true}))

async function run(...args: string[]): Promise<{code: number; out: string; error: string}> {
  const lines = {out: '', error: ''}
  const code = await runCommand(
    args,
    {DATA_DIR: join(folder, 'data')},
    {
      out: (line) => (lines.out += `${line}\n`),
      error: (line) => (lines.error += `${line}\n`),
    },
  )
  return {code, ...lines}
}

test.each([
  [[], 2],
  [['--help'], 0],
  [['start', '--help'], 0],
  [['help', 'start'], 0],
])('%j explains itself', async (args, code) => {
  expect(await run(...args)).toMatchObject({code, out: expect.stringContaining('lake start')})
})

test.each([
  [2, ['fly'], 'Unknown command "fly"'],
  [2, ['start', '--prot', '1'], '--prot'],
  [2, ['start', '--port', 'http'], '--port is "http": use a whole number from 0 to 65535'],
  [2, ['start', 'now'], 'nothing to do with "now"'],
  [2, ['token'], 'create, list or revoke'],
  [2, ['token', 'create', '--role', 'king'], 'viewer|editor|administrator|deploy'],
  [1, ['token', 'list'], 'There is no lake in'],
  [2, ['import'], 'Name the archive, folder or file'],
  [2, ['export'], 'Name the file'],
  [2, ['dataset', 'fly'], 'use list, create, copy, visibility or delete'],
  [2, ['dataset', 'list', '--url', 'localhost'], 'write an address such as http://localhost:3900'],
  [1, ['dataset', 'list', '--url', 'http://127.0.0.1:9'], 'Nothing answers at http://127.0.0.1:9'],
] as const)('exit code %i: %j is an error of one line', async (expected, args, message) => {
  const {code, error} = await run(...args)
  expect(code).toBe(expected)
  expect(error).toContain(message)
  expect(error.trim()).not.toContain('\n')
})

test('tokens are made, listed without their secret, and revoked', async () => {
  const {out: secret} = await run('token', 'create', '--role', 'viewer', '--label', 'Front end')
  const {out: list} = await run('token', 'list')
  expect(list).toMatch(/^robot-\w+ {2}viewer {2}\S+ {2}never used {2}no end {2}Front end\n$/)
  expect(list).not.toContain(secret.trim())
  const [id = ''] = list.split(' ')
  expect((await run('token', 'revoke', id)).code).toBe(0)
  expect((await run('token', 'list')).out).toBe('')
  expect(await run('token', 'revoke', id)).toMatchObject({
    code: 1,
    error: expect.stringContaining(`There is no token ${id}`),
  })
})

test('a token may run out, and says when it was last used', async () => {
  const {out: secret} = await run('token', 'create', '--role', 'viewer', '--expires', '90d')
  const lake = createLake({dataDir: join(folder, 'data')})
  const headers = {authorization: `Bearer ${secret.trim()}`}
  expect((await lake.fetch('http://localhost/v1/auth/id', {headers})).status).toBe(200)
  lake.close()
  const today = new Date().toISOString().slice(0, 10)
  expect((await run('token', 'list')).out).toMatch(new RegExp(`viewer {2}\\S+ {2}used ${today} {2}until 20`))
  for (const [expires, code] of [
    ['2020-01-01', 1],
    ['soon', 2],
  ] as const)
    expect((await run('token', 'create', '--role', 'viewer', '--expires', expires)).code).toBe(code)
  expect((await run('token', 'create', '--role', 'viewer', '--label', 'two\nlines')).code).toBe(1)
})

test('what is exported can be imported, all of it or nothing', async () => {
  const file = join(folder, 'in.ndjson')
  const documents = [
    {_id: 'a', _type: 'article', author: {_type: 'reference', _ref: 'p'}},
    {_id: 'p', _type: 'person', name: 'Ann'},
  ]
  writeFileSync(file, documents.map((document) => JSON.stringify(document)).join('\n'))
  expect(await run('import', file)).toMatchObject({code: 0, out: expect.stringContaining('2 of 2')})
  expect(await run('import', file)).toMatchObject({code: 1, error: expect.stringContaining('already exists')})
  expect(await run('import', file, '--missing')).toMatchObject({
    code: 0,
    out: expect.stringContaining('0 of 2'),
  })
  expect(await run('import', file, '--replace')).toMatchObject({
    code: 0,
    out: expect.stringContaining('2 of 2'),
  })
  const out = join(folder, 'out.ndjson')
  expect((await run('export', out)).code).toBe(0)
  const lines = readFileSync(out, 'utf8')
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
  expect(lines).toMatchObject(documents)
})

test.each([
  ['{"_type": "a"', 'line 1: This is not valid JSON'],
  ['{"_id": "a"}', 'line 1: document "a" needs a "_type"'],
  ['[]', 'line 1: not a document'],
  ['{"_id": "a", "_type": "a", "to": {"_ref": "nobody"}}', 'non-existent document "nobody"'],
])('importing %s says what is wrong', async (text, message) => {
  const file = join(folder, 'bad.ndjson')
  writeFileSync(file, text)
  expect(await run('import', file)).toMatchObject({code: 1, error: expect.stringContaining(message)})
})

test('importing into a folder that a lake uses is refused', async () => {
  const lake = createLake({dataDir: join(folder, 'data')})
  const file = join(folder, 'in.ndjson')
  writeFileSync(file, '{"_type": "a"}')
  expect(await run('import', file)).toMatchObject({
    code: 1,
    error: expect.stringContaining('Another lake uses'),
  })
  lake.close()
})

test('what the system refuses is one line with what to do', async () => {
  rmSync(join(folder, 'data'), {recursive: true})
  writeFileSync(join(folder, 'data'), 'no folder')
  for (const args of [['start'], ['token', 'create', '--role', 'viewer'], ['dataset', 'list']]) {
    const {code, error} = await run(...args)
    expect(code).toBe(1)
    expect(error).toContain('data')
    expect(error.trim()).toMatch(/^[^\n]*(name another one|name its folder|not there|no folder)[^\n]*$/)
  }
})

test('a taken port is a clear error', async () => {
  const {startLake} = await import('../startLake.ts')
  const lake = await startLake({port: 0})
  expect(await run('start', '--port', String(lake.port))).toMatchObject({
    code: 1,
    error: expect.stringContaining(`Port ${lake.port} is in use`),
  })
  await lake.close()
})

test('datasets are made, copied, hidden and deleted in a folder', async () => {
  const file = join(folder, 'in.ndjson')
  writeFileSync(file, '{"_id": "a", "_type": "article"}')
  await run('import', file)
  expect(await run('dataset', 'copy', 'production', 'staging')).toMatchObject({code: 0})
  expect(await run('dataset', 'create', 'secret', '--private')).toMatchObject({code: 0})
  expect(await run('dataset', 'create', 'secret')).toMatchObject({
    code: 1,
    error: expect.stringContaining('is there already'),
  })
  expect((await run('dataset', 'list')).out).toMatch(
    /^production {2}public .*\nsecret {2}private .*\nstaging {2}public .*\n$/,
  )
  expect((await run('dataset', 'visibility', 'staging', 'private')).code).toBe(0)
  expect((await run('dataset', 'visibility', 'staging')).out).toBe('private\n')
  expect(await run('dataset', 'delete', 'staging')).toMatchObject({
    code: 2,
    error: expect.stringContaining('has 1 documents'),
  })
  expect((await run('dataset', 'delete', 'staging', '--force')).code).toBe(0)
  expect((await run('dataset', 'list')).out).not.toContain('staging')
  expect(await run('dataset', 'delete', 'staging', '--force')).toMatchObject({code: 1})
})
