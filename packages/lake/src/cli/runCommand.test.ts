import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {createLake} from '../createLake.ts'
import {runCommand} from './runCommand.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lake-cli-'))
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
  [[], 1],
  [['--help'], 0],
  [['start', '--help'], 0],
])('%j explains itself', async (args, code) => {
  expect(await run(...args)).toMatchObject({code, out: expect.stringContaining('lake start')})
})

test.each([
  [['fly'], 'Unknown command "fly"'],
  [['start', '--prot', '1'], '--prot'],
  [['start', '--port', 'http'], '"http" is not a port'],
  [['token', 'create', '--role', 'king'], 'viewer|editor|administrator|deploy'],
  [['token', 'revoke', 'nobody'], 'There is no token nobody'],
  [['import'], 'Name the file'],
  [['export'], 'Name the file'],
])('%j is an error of one line', async (args, message) => {
  const {code, error} = await run(...args)
  expect(code).toBe(1)
  expect(error).toContain(message)
  expect(error.trim()).not.toContain('\n')
})

test('tokens are made, listed without their secret, and revoked', async () => {
  const {out: secret} = await run('token', 'create', '--role', 'viewer', '--label', 'Front end')
  const {out: list} = await run('token', 'list')
  expect(list).toMatch(/^robot-\w+ {2}viewer {2}\S+ {2}Front end\n$/)
  expect(list).not.toContain(secret.trim())
  const [id = ''] = list.split(' ')
  expect((await run('token', 'revoke', id)).code).toBe(0)
  expect((await run('token', 'list')).out).toBe('')
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
  ['{"_type": "a"', 'line 1: not valid JSON'],
  ['{"_id": "a"}', 'line 1: not a document'],
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

test('a taken port is a clear error', async () => {
  const {startLake} = await import('../startLake.ts')
  const lake = await startLake({port: 0})
  expect(await run('start', '--port', String(lake.port))).toMatchObject({
    code: 1,
    error: expect.stringContaining(`Port ${lake.port} is in use`),
  })
  await lake.close()
})
