import {mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {createLake} from '../createLake.ts'
import type {Lake} from '../createLake.ts'
import {runCommand} from './runCommand.ts'

let folder = ''
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lake-check-'))
  const lake = createLake({dataDir: folder})
  await mutate(lake, [
    {create: {_id: 'p', _type: 'person', name: 'Ann'}},
    {create: {_id: 'a', _type: 'article', slug: {current: 'backs'}, author: {_ref: 'p'}}},
  ])
  await mutate(lake, [{patch: {id: 'a', set: {title: 'Backs', n: 1}}}])
  await mutate(lake, [{create: {_id: 'gone', _type: 'note'}}])
  await mutate(lake, [{delete: {id: 'gone'}}])
  await mutate(lake, [{create: {_id: 'gone', _type: 'note', again: true}}])
  lake.close()
})
afterEach(() => rmSync(folder, {recursive: true}))

async function send(lake: Lake, path: string, body: string, type = 'application/json'): Promise<unknown> {
  const token = lake.createToken({role: 'editor', label: 'test'})
  const response = await lake.fetch(`http://localhost/v2025-02-19${path}`, {
    method: 'POST',
    body,
    headers: {authorization: `Bearer ${token}`, 'content-type': type},
  })
  expect(response.status).toBe(200)
  return response.json()
}

function mutate(lake: Lake, mutations: object[]): Promise<unknown> {
  return send(lake, '/data/mutate/production', JSON.stringify({mutations}))
}

async function check(...args: string[]): Promise<{code: number; out: string[]; error: string}> {
  const lines = {out: new Array<string>(), error: ''}
  const code = await runCommand(
    ['check', '--data-dir', folder, ...args],
    {},
    {out: (line) => lines.out.push(line), error: (line) => (lines.error += line)},
  )
  return {code, ...lines}
}

function change(sql: string): void {
  const database = new DatabaseSync(join(folder, 'lake.sqlite'))
  database.enableDefensive(false)
  database.exec(`PRAGMA foreign_keys = OFF; PRAGMA writable_schema = ON; ${sql}`)
  database.close()
}

test('a lake that is well is whole, and nothing of it is changed', async () => {
  expect(await check()).toMatchObject({code: 0, out: ['The lake is whole.']})
  expect(await check('--repair')).toMatchObject({code: 0, out: ['The lake is whole.']})
})

test.each([
  [`UPDATE documents SET slug = 'other' WHERE id = 'a'`, /production a: "slug" is kept as "other"/],
  [`UPDATE documents SET type = 'note' WHERE id = 'p'`, /production p: "type" is kept as "note"/],
  [`DELETE FROM document_references`, /production a: its references to p are not listed/],
  [`UPDATE document_references SET strong = 0`, /production a: its references to p are not listed/],
  [
    `INSERT INTO document_references VALUES ('production', 'x', 'p', 1)`,
    /production x: it is listed as referring to p/,
  ],
  [
    `UPDATE documents SET content = substr(content, 1, 20) WHERE id = 'a'`,
    /production a: its text is not a document/,
  ],
])('%s is found, and repaired', async (sql, line) => {
  change(sql)
  const {code, out} = await check()
  expect({code, out}).toEqual({
    code: 1,
    out: [expect.stringMatching(line), '1 found, 1 of them can be repaired with --repair.'],
  })
  expect(out[0]).toContain('lake check --repair')
  expect(await check('--repair')).toMatchObject({code: 0, out: [out[0], '1 found, 1 repaired, 0 left.']})
  expect(await check()).toMatchObject({code: 0, out: ['The lake is whole.']})
  const lake = createLake({dataDir: folder})
  const query = encodeURIComponent(
    '*[slug.current == "backs"][0]{title, "name": author->name, "n": count(*[references("p")])}',
  )
  const response = await lake.fetch(`http://localhost/v2025-02-19/data/query/production?query=${query}`)
  expect(await response.json()).toMatchObject({result: {title: 'Backs', name: 'Ann', n: 1}})
  lake.close()
})

test.each([
  [
    `DELETE FROM documents WHERE id = 'p'; DELETE FROM transactions WHERE document = 'p'`,
    ['production a: it refers to "p"', 'belongs to no transaction'],
  ],
  [
    `UPDATE documents SET rev = 'other', content = replace(content, '"_rev":"', '"_rev":"other') WHERE id = 'p'`,
    ['production p: "rev" is kept as "other"'],
  ],
  [
    `UPDATE documents SET content = replace(content, 'Backs', 'Bucks') WHERE id = 'a'`,
    ['production a: it is not what its changes lead to'],
  ],
  [
    `UPDATE transactions SET apply = '[0,{}]' WHERE document = 'p'`,
    ['production p: it is not what its changes lead to'],
  ],
  [
    `UPDATE transactions SET revert = '[0,7]' WHERE document = 'p'`,
    ['production p: changes of it cannot be undone'],
  ],
  [
    `UPDATE transactions SET apply = 'x' WHERE document = 'p'`,
    ['production p: changes of it cannot be undone'],
  ],
  [
    `DELETE FROM transactions WHERE document = 'a' AND previous_rev IS NULL`,
    ['production: transaction', 'has 1 of its 2 changes'],
  ],
  [
    `DELETE FROM transactions WHERE position = (SELECT max(position) - 1 FROM transactions)`,
    ['production gone: its history has a gap'],
  ],
])('%s is said, with a backup as the way out', async (sql, parts) => {
  change(sql)
  const {code, out} = await check()
  expect(code).toBe(1)
  for (const part of parts) expect(out.join('\n')).toContain(part)
  expect((await check('--repair')).code).toBe(1)
})

test('an index that does not fit its table is found by SQLite and built anew', async () => {
  change(`
    UPDATE sqlite_master SET sql = 'CREATE INDEX documents_by_slug ON documents (dataset, slug, id) WHERE slug = ''no'''
    WHERE name = 'documents_by_slug'`)
  change('REINDEX documents_by_slug')
  change(`
    UPDATE sqlite_master SET sql = 'CREATE INDEX documents_by_slug ON documents (dataset, slug, id) WHERE slug IS NOT NULL'
    WHERE name = 'documents_by_slug'`)
  const {code, out} = await check()
  expect({code, out}).toMatchObject({
    code: 1,
    out: expect.arrayContaining([expect.stringContaining('documents_by_slug')]),
  })
  expect((await check('--repair')).code).toBe(0)
  expect(await check()).toMatchObject({code: 0})
})

test('a file of an asset that is missing, changed or left over is found', async () => {
  const lake = createLake({dataDir: folder})
  await send(lake, '/assets/files/production?filename=a.txt', 'one', 'text/plain')
  await send(lake, '/assets/files/production?filename=b.txt', 'two', 'text/plain')
  await send(lake, '/assets/files/production?filename=c.txt', 'three', 'text/plain')
  lake.close()
  expect((await check()).code).toBe(0)
  const files = join(folder, 'assets/production/files')
  const [first = '', second = '', third = ''] = readdirSync(files)
  rmSync(join(files, first))
  writeFileSync(join(files, second), 'other')
  change(`DELETE FROM documents WHERE id LIKE 'file-${third.slice(0, 40)}%';
    DELETE FROM transactions WHERE document LIKE 'file-${third.slice(0, 40)}%'`)
  const hourAgo = Date.now() / 1000 - 3600
  utimesSync(join(files, third), hourAgo, hourAgo)
  const {code, out} = await check()
  expect(code).toBe(1)
  const said = out.join('\n')
  expect(said).toMatch(new RegExp(`file-${first.slice(0, 40)}.*is missing`))
  expect(said).toMatch(new RegExp(`file-${second.slice(0, 40)}.*is not what it was`))
  expect(said).toMatch(new RegExp(`file-${third.slice(0, 40)}.*the document is not`))
  expect((await check('--repair')).code).toBe(1)
  expect(readdirSync(files)).toEqual([second])
})

test('it works beside a running lake; a repair asks for the folder', async () => {
  const lake = createLake({dataDir: folder})
  await mutate(lake, [{create: {_id: 'b', _type: 'article'}}])
  expect(await check()).toMatchObject({code: 0, out: ['The lake is whole.']})
  expect(await check('--repair')).toMatchObject({
    code: 1,
    error: expect.stringContaining('Another lake uses'),
  })
  lake.close()
})

test('a folder without a lake and a file of another format are said to be that', async () => {
  change('PRAGMA user_version = 1')
  expect(await check()).toMatchObject({code: 1, error: expect.stringContaining('start the lake once')})
  rmSync(join(folder, 'lake.sqlite'))
  expect(await check()).toMatchObject({code: 1, error: expect.stringContaining('There is no lake in')})
})
