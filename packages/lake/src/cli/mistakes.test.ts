import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {createLake} from '../createLake.ts'
import {runCommand} from './runCommand.ts'

let root = ''
let folder = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lake-mistakes-'))
  folder = join(root, 'data')
  createLake({dataDir: folder, documents: [{_id: 'a', _type: 't'}]}).close()
})
afterEach(() => rmSync(root, {recursive: true}))

async function run(...args: string[]): Promise<{code: number; out: string; error: string}> {
  const lines = {out: '', error: ''}
  const output = {out: (line: string) => (lines.out += line), error: (line: string) => (lines.error += line)}
  return {code: await runCommand(args, {DATA_DIR: folder}, output), ...lines}
}

test.each<[string[], number, RegExp]>([
  [['start', '--port', '0', '--host', '999.1.1.1'], 1, /no address "999.1.1.1": .*--host/],
  [['start', '--port', '0', '--host', '192.0.2.1'], 1, /no address "192.0.2.1": .*--host/],
  [['start', '--allow-origin', 'not a url'], 2, /--allow-origin is "not a url"/],
  [['start', '--allow-origin', 'https://studio.example.org/'], 2, /--allow-origin is .*without a path/],
  [['start', '--allow-host', 'http://x'], 2, /--allow-host is "http:\/\/x"/],
  [['start', '--allow-host', 'lake.example.org:443'], 2, /without a port/],
  [['start', '--project-id', 'Bad/../Name'], 2, /--project-id is "Bad/],
  [
    ['webhook', 'create', '--url', 'https://example.com', '--dataset', 'nope'],
    1,
    /no dataset "nope" here, only production/,
  ],
])('lake %j is refused in one line', async (args, code, said) => {
  const ended = await run(...args)
  expect(ended).toEqual({code, out: '', error: expect.stringMatching(said)})
  expect(ended.error).not.toContain('    at ')
})

test.each([
  ['abc', /--keep is "abc"/],
  ['0', /--keep is "0"/],
])('lake backup --keep %s makes no backup', async (keep, said) => {
  const target = join(root, 'backups')
  expect(await run('backup', target, '--keep', keep)).toMatchObject({
    code: 2,
    error: expect.stringMatching(said),
  })
  expect(existsSync(target)).toBe(false)
  const file = join(root, 'one.tar.gz')
  expect(await run('backup', file, '--keep', '2')).toMatchObject({
    code: 2,
    error: expect.stringMatching(/--keep is for a folder/),
  })
  expect(existsSync(file)).toBe(false)
})

test.each([
  [['token', 'create', '--role', 'viewer']],
  [['token', 'list']],
  [['webhook', 'create', '--url', 'https://example.com']],
  [['dataset', 'list']],
  [['dataset', 'create', 'other']],
])('lake %j makes no lake in a folder that is mistyped', async (args) => {
  folder = join(root, 'dta')
  expect(await run(...args)).toMatchObject({
    code: 1,
    error: expect.stringMatching(/There is no (lake in|folder) /),
  })
  expect(readdirSync(root)).toEqual(['data'])
})

test('in a folder that is there a first token makes the lake, and a list none', async () => {
  folder = join(root, 'new')
  mkdirSync(folder)
  expect(await run('dataset', 'list')).toMatchObject({code: 1})
  expect(readdirSync(folder)).toEqual([])
  expect(await run('token', 'create', '--role', 'viewer')).toMatchObject({code: 0})
})

test.each(['out.ndjson', 'out.tar.gz'])('lake export leaves %s that is there, unless told', async (name) => {
  const file = join(root, name)
  writeFileSync(file, 'mine')
  expect(await run('export', file)).toMatchObject({code: 2, error: expect.stringMatching(/is there already/)})
  expect(readFileSync(file, 'utf8')).toBe('mine')
  expect(await run('export', file, '--overwrite')).toMatchObject({code: 0})
  expect(readFileSync(file, 'utf8')).not.toBe('mine')
})

test('a list without types is no list of all types', async () => {
  const file = join(root, 'out.ndjson')
  expect(await run('export', file, '--types', ',')).toMatchObject({
    code: 2,
    error: expect.stringMatching(/--types names no type/),
  })
  expect(existsSync(file)).toBe(false)
})

test.each([
  ['http://127.0.0.1:9/hook', '127.0.0.1'],
  ['http://[::1]:9/hook', '[::1]'],
  ['http://localhost:9/hook', 'localhost'],
  ['https://10.1.2.3/hook', '10.1.2.3'],
])('of a webhook to %s is said what it takes', async (url, host) => {
  const {code, error} = await run('webhook', 'create', '--url', url)
  expect({code, error}).toEqual({code: 0, error: expect.stringContaining('--allow-private-webhooks')})
  expect(error).toContain(host)
  expect((await run('webhook', 'create', '--url', 'https://example.com/hook')).error).toBe('')
})
