import {cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, unlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {runCommand} from '../cli/runCommand.ts'
import {createLake} from '../createLake.ts'
import {LakeError} from '../errors/LakeError.ts'
import {explainDatabaseError} from './explainDatabaseError.ts'

let root = ''
let folder = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lake-unwritable-'))
  folder = join(root, 'data')
  const lake = createLake({
    dataDir: folder,
    documents: [
      {_id: 'a', _type: 't'},
      {_id: 'b', _type: 't'},
    ],
  })
  lake.createToken({role: 'viewer', label: 'reads'})
  lake.close()
})
afterEach(() => rmSync(root, {recursive: true}))

// What SQLite says of a disk that is full or mounted read-only it says of a name that leads nowhere, too: no file can be made.
function forbidWriting(): void {
  symlinkSync(join(root, 'nowhere', 'shm'), join(folder, 'lake.sqlite-shm'))
  writeFileSync(join(folder, 'pinned'), '')
}

async function run(...args: string[]): Promise<{code: number; text: string}> {
  const lines: string[] = []
  const output = {out: (line: string) => lines.push(line), error: (line: string) => lines.push(line)}
  return {code: await runCommand(args, {DATA_DIR: folder}, output), text: lines.join('\n')}
}

test.each([
  [['stats'], /2 documents/],
  [['token', 'list'], /viewer .*reads/],
  [['explain', '*[_type == "t"]'], /2 of 2 documents/],
  [['check'], /The lake is whole/],
  [['export', 'lines.ndjson'], /2 documents of dataset production/],
  [['export', 'archive.tar.gz'], /2 documents and 0 assets/],
  [['backup', 'backups'], /holds 2 documents/],
])('where nothing can be written, lake %j still reads', async ([name = '', ...rest], said) => {
  forbidWriting()
  const isTarget = name === 'export' || name === 'backup'
  const args = isTarget ? rest.map((target) => join(root, target)) : rest
  expect(await run(name, ...args)).toEqual({code: 0, text: expect.stringMatching(said)})
})

test('where nothing can be written, what would write says so', async () => {
  forbidWriting()
  const said = /has room and may be written/
  expect(await run('token', 'create', '--role', 'viewer')).toMatchObject({
    code: 1,
    text: expect.stringMatching(said),
  })
  expect(await run('token', 'revoke', 'x')).toMatchObject({code: 1, text: expect.stringMatching(said)})
  expect(() => createLake({dataDir: folder})).toThrow(/cannot be written .*"lake export" and "lake backup"/)
})

test('changes that wait in a log which cannot be read there are not left out without a word', async () => {
  const lake = createLake({dataDir: folder})
  lake.createToken({role: 'viewer', label: 'waits'})
  const copy = join(root, 'copy')
  mkdirSync(copy)
  for (const name of ['lake.sqlite', 'lake.sqlite-wal']) cpSync(join(folder, name), join(copy, name))
  lake.close()
  folder = copy
  forbidWriting()
  const refused = await run('token', 'list')
  expect(refused).toMatchObject({code: 1, text: expect.stringMatching(/Changes wait in .*lake\.sqlite-wal/)})
  unlinkSync(join(folder, 'lake.sqlite-shm'))
  expect((await run('token', 'list')).text).toMatch(/waits/)
})

test('a folder that cannot be locked is not said to be in use', () => {
  rmSync(join(folder, 'lake.lock'))
  mkdirSync(join(folder, 'lake.lock'))
  expect(() => createLake({dataDir: folder})).toThrow(/cannot be written \(unable to open database file\)/)
  rmSync(join(folder, 'lake.lock'), {recursive: true})
  const held = new DatabaseSync(join(folder, 'lake.lock'))
  held.exec('BEGIN EXCLUSIVE')
  expect(() => createLake({dataDir: folder})).toThrow(/Another lake uses/)
  held.close()
})

test.each([
  ['ENOSPC', 'diskFull'],
  ['EDQUOT', 'diskFull'],
  ['EFBIG', 'diskFull'],
  ['EROFS', 'diskFailed'],
  ['EIO', 'diskFailed'],
])('%s of the system is %s for a client', (code, expected) => {
  const explained = explainDatabaseError(Object.assign(new Error(code), {code}))
  expect(explained).toBeInstanceOf(LakeError)
  expect(explained).toMatchObject({code: expected})
  expect(explainDatabaseError(Object.assign(new Error(code), {code: 'ENOENT'}))).not.toBeInstanceOf(LakeError)
})
