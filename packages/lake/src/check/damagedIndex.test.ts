import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {runCommand} from '../cli/runCommand.ts'
import {createLake} from '../createLake.ts'
import type {Lake} from '../createLake.ts'
import {harmIndexes} from './harmIndexes.fixture.ts'

const FOUND = `type LIKE ''sanity.%'' OR id LIKE ''a%''`

let folder = ''
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lake-index-'))
  const lake = createLake({dataDir: folder})
  await post(lake, '/assets/files/production?filename=a.txt', 'one')
  const pairs = Array.from({length: 20}, (_, n) => [
    {create: {_id: `b${n}`, _type: 'note', text: 'b'.repeat(3000)}},
    {create: {_id: `a${n}`, _type: 'note', to: {_type: 'reference', _ref: `b${n}`}}},
  ])
  await post(lake, '/data/mutate/production', JSON.stringify({mutations: pairs.flat()}))
  lake.close()
  const hourAgo = Date.now() / 1000 - 3600
  for (const file of files()) utimesSync(file, hourAgo, hourAgo)
})
afterEach(() => rmSync(folder, {recursive: true}))

async function post(lake: Lake, path: string, body: string): Promise<void> {
  const token = lake.createToken({role: 'editor', label: 'test'})
  const headers = {authorization: `Bearer ${token}`}
  const {status} = await lake.fetch(`http://localhost/v2025-02-19${path}`, {method: 'POST', body, headers})
  expect(status).toBe(200)
}

async function run(...args: string[]): Promise<{code: number; text: string}> {
  const lines: string[] = []
  const output = {out: (line: string) => lines.push(line), error: (line: string) => lines.push(line)}
  return {code: await runCommand(args, {DATA_DIR: folder}, output), text: lines.join('\n')}
}

function files(): string[] {
  const root = join(folder, 'assets/production/files')
  return readdirSync(root).map((name) => join(root, name))
}

function rows(sql: string): unknown[] {
  const database = new DatabaseSync(join(folder, 'lake.sqlite'), {readOnly: true})
  const found = database.prepare(sql).all()
  database.close()
  return found
}

function change(sql: string): void {
  const database = new DatabaseSync(join(folder, 'lake.sqlite'))
  database.enableDefensive(false)
  database.exec(`PRAGMA writable_schema = ON; ${sql}`)
  database.close()
}

const tables = (): unknown[] => [
  rows('SELECT * FROM documents NOT INDEXED'),
  rows('SELECT * FROM document_references'),
  rows('SELECT * FROM transactions NOT INDEXED'),
]

test('an index that lacks rows is repaired alone: no file and no row is taken for left over', async () => {
  const before = {tables: tables(), files: files()}
  harmIndexes(folder, FOUND)
  expect(rows('SELECT 1 FROM documents INDEXED BY documents_by_type')).toHaveLength(20)
  expect(await run('check')).toEqual({
    code: 1,
    text: expect.stringMatching(
      /^database: index \S+ does not fit its table .*\ndatabase: index \S+ does not fit its table .*\nDocuments, history and assets can be looked at once.*\n2 found, 2 of them can be repaired/,
    ),
  })
  expect(await run('check', '--repair')).toEqual({
    code: 0,
    text: expect.stringMatching(/2 found, 2 repaired, 0 left\.$/),
  })
  expect({tables: tables(), files: files()}).toEqual(before)
  expect(await run('check')).toEqual({code: 0, text: expect.stringMatching(/The lake is whole\.$/)})
})

test('what comes to light once an index is whole is left to another run', async () => {
  change(`DELETE FROM document_references; DELETE FROM transactions WHERE document LIKE 'file-%';
    DELETE FROM documents WHERE id LIKE 'file-%'`)
  harmIndexes(folder, `id LIKE ''a%''`)
  const first = await run('check', '--repair')
  expect(first).toMatchObject({code: 1, text: expect.stringMatching(/23 found, 2 repaired, 21 left\.$/)})
  expect(rows('SELECT * FROM document_references')).toEqual([])
  expect(files()).toHaveLength(1)
})

test('a lake whose index lacks rows is neither served nor exported', async () => {
  harmIndexes(folder, FOUND)
  const said =
    /lake\.sqlite is damaged: index \S+ does not fit its table; "lake check --repair" builds it anew/
  expect(() => createLake({dataDir: folder})).toThrow(said)
  expect(await run('export', join(folder, 'out.ndjson'))).toMatchObject({
    code: 1,
    text: expect.stringMatching(said),
  })
  expect(await run('dataset', 'create', 'other')).toMatchObject({code: 1, text: expect.stringMatching(said)})
  expect((await run('check', '--repair')).code).toBe(0)
  createLake({dataDir: folder}).close()
})

test('with damaged pages nothing is repaired', async () => {
  harmIndexes(folder, FOUND)
  const file = join(folder, 'lake.sqlite')
  const position = readFileSync(file).indexOf('bbbbbbbb')
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(4096, 165), 0, 4096, Math.floor(position / 4096) * 4096)
  closeSync(handle)
  const before = readFileSync(file)
  const {code, text} = await run('check', '--repair')
  expect(code).toBe(1)
  expect(text).toMatch(/"lake restore"/)
  expect(text).not.toMatch(/repaired, 0 left|only takes? room/)
  expect(readFileSync(file)).toEqual(before)
  expect(files()).toHaveLength(1)
})

test('pages that belong to nothing go when all is there that should be', async () => {
  change(`CREATE TABLE part AS SELECT * FROM documents; DELETE FROM sqlite_master WHERE name = 'part'`)
  change(`UPDATE documents SET rev = 'other' WHERE id = 'b1'`)
  expect(await run('check', '--repair')).toMatchObject({
    code: 1,
    text: expect.stringMatching(/pages belong to nothing\. See to the rest first/),
  })
  change(`UPDATE documents SET rev = (SELECT rev FROM documents WHERE id = 'b2') WHERE id = 'b1'`)
  const before = tables()
  expect(await run('check', '--repair')).toMatchObject({
    code: 0,
    text: expect.stringMatching(
      /pages belong to nothing\. They only take room[^]*1 found, 1 repaired, 0 left/,
    ),
  })
  expect(tables()).toEqual(before)
  expect(rows('PRAGMA integrity_check')).toEqual([{integrity_check: 'ok'}])
})
