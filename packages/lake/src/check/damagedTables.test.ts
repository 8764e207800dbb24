import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {runCommand} from '../cli/runCommand.ts'
import {createLake} from '../createLake.ts'
import type {Lake} from '../createLake.ts'

let folder = ''
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lake-tables-'))
  const lake = createLake({dataDir: folder, dataset: 'production', aclMode: 'private'})
  await mutate(lake, [
    {create: {_id: 'p', _type: 'person', slug: {current: 'ann'}}},
    {create: {_id: 'a', _type: 'article', author: {_type: 'reference', _ref: 'p'}}},
  ])
  await mutate(lake, [{patch: {id: 'a', set: {title: 'Backs', n: 1}}}])
  lake.close()
  await run('webhook', 'create', '--url', 'https://example.com/hook', '--unsigned')
})
afterEach(() => rmSync(folder, {recursive: true}))

async function mutate(lake: Lake, mutations: object[]): Promise<void> {
  const token = lake.createToken({role: 'editor', label: 'test'})
  const {status} = await lake.fetch('http://localhost/v2025-02-19/data/mutate/production', {
    method: 'POST',
    body: JSON.stringify({mutations}),
    headers: {authorization: `Bearer ${token}`},
  })
  expect(status).toBe(200)
}

async function run(...args: string[]): Promise<{code: number; text: string}> {
  const lines: string[] = []
  const output = {out: (line: string) => lines.push(line), error: (line: string) => lines.push(line)}
  return {code: await runCommand(args, {DATA_DIR: folder}, output), text: lines.join('\n')}
}

function change(sql: string): void {
  const database = new DatabaseSync(join(folder, 'lake.sqlite'))
  database.exec(`PRAGMA foreign_keys = OFF; ${sql}`)
  database.close()
}

function rows(sql: string): unknown[] {
  const database = new DatabaseSync(join(folder, 'lake.sqlite'), {readOnly: true})
  const found = database.prepare(sql).all()
  database.close()
  return found
}

const documents = (): unknown[] => [
  ...rows('SELECT dataset, id, type, slug, rev, created_at, updated_at FROM documents ORDER BY id'),
  ...rows('SELECT content FROM documents ORDER BY id').map((row) =>
    JSON.parse(String(Object(row)['content'])),
  ),
  ...rows('SELECT * FROM document_references'),
]

test.each<[string, RegExp]>([
  ['DROP INDEX documents_by_slug', /database: index documents_by_slug is missing/],
  ['DROP TABLE webhook_cursor', /database: table webhook_cursor is missing/],
  ['DROP TABLE document_references', /database: table document_references is missing/],
  [`INSERT INTO people_keyvalues VALUES ('ann', 'k', '{')`, /person ann as "k" cannot be read/],
  ['DROP TABLE webhook_messages', /database: index webhook_messages_due is missing/],
  ['DROP TABLE datasets', /database: table datasets is missing/],
  ['DELETE FROM datasets', /production: its documents or its history are there, and it is not listed/],
  [`UPDATE datasets SET acl_mode = 'zzz'`, /production: who may read it is kept as "zzz"/],
  ['DELETE FROM webhook_cursor', /webhooks have heard of the log up to nothing; it ends at 3/],
  ['UPDATE webhook_cursor SET sequence = 99', /webhooks have heard of the log up to 99; it ends at 3/],
  ['UPDATE webhooks SET since = 99', /webhook \w+ begins beyond the end of the log/],
  [`DELETE FROM documents WHERE id = 'p'`, /production p: it is not there; its last change led to revision/],
  [`DELETE FROM documents`, /production a: it is not there; its last change led to revision/],
])('%s is found, and put right as it was', async (sql, said) => {
  const before = documents()
  change(sql)
  expect(await run('check')).toMatchObject({code: 1, text: expect.stringMatching(said)})
  await run('check', '--repair')
  // A dataset is listed when there is a table for it.
  if (sql === 'DROP TABLE datasets') await run('check', '--repair')
  expect(await run('check')).toMatchObject({code: 0, text: expect.stringMatching(/The lake is whole\.$/)})
  expect(documents()).toEqual(before)
  expect(rows('SELECT name, acl_mode FROM datasets')).toEqual([{name: 'production', acl_mode: 'private'}])
  expect(rows('SELECT sequence FROM webhook_cursor')).toEqual([{sequence: expect.any(Number)}])
  createLake({dataDir: folder}).close()
})

test.each<[string, RegExp]>([
  [
    `UPDATE webhooks SET definition = '{"secret-of-mine'`,
    /the definition of webhook \w+ cannot be read.*lake webhook delete/,
  ],
  [`UPDATE access_tokens SET role = 'root'`, /token robot-\w+ has the role "root".*lake token revoke/],
  [`UPDATE people_users SET role = 'root'`, /person \w+ has the role "root"/],
  [`UPDATE transactions SET mutations = 'x'`, /production a: what change \d was asked for cannot be read/],
  [
    'UPDATE transactions SET author = NULL WHERE id IS NOT NULL',
    /transaction \S+ \(1\) lacks its id, author or time/,
  ],
  ['DROP TABLE transactions', /table transactions is missing.*lake restore/],
  ['DROP TABLE documents', /table documents is missing.*lake restore/],
  [
    'DROP TABLE people_users',
    /table people_users is missing.*lake restore.*\n.*index people_users_by_name is missing.*lake restore/,
  ],
  [
    'ALTER TABLE documents DROP COLUMN updated_at',
    /table documents is not that of this format.*lake restore/,
  ],
])('%s is said; nothing is made up for it', async (sql, said) => {
  change(`INSERT INTO people_users VALUES ('ann', 'Ann', 'ann@example.com', 'editor', '2026-01-01')`)
  change(sql)
  const {code, text} = await run('check')
  expect({code, text}).toEqual({code: 1, text: expect.stringMatching(said)})
  expect(text).not.toContain('secret-of-mine')
  expect((await run('check', '--repair')).code).toBe(1)
  expect((await run('check')).code).toBe(1)
})

test.each<[string, RegExp]>([
  ['DROP TABLE webhook_cursor', /table webhook_cursor is missing/],
  ['DROP TABLE people_users', /table people_users is missing/],
  ['DROP INDEX documents_by_slug', /index documents_by_slug is missing/],
  ['DELETE FROM datasets', /dataset "production" is not listed/],
])('after %s a lake does not start', (sql, said) => {
  change(sql)
  expect(() => createLake({dataDir: folder})).toThrow(said)
})

test('a webhook that cannot be read keeps a lake from starting without being shown, and can be deleted', async () => {
  change(`UPDATE webhooks SET definition = '{"secret-of-mine'`)
  const id = String(Object(rows('SELECT id FROM webhooks')[0])['id'])
  const {code, text} = await run('start', '--port', '0')
  expect({code, text}).toEqual({code: 1, text: expect.stringContaining(`lake webhook delete ${id}`)})
  expect(text).not.toContain('secret-of-mine')
  expect(await run('webhook', 'delete', id)).toMatchObject({code: 0})
  expect(await run('webhook', 'delete', id)).toMatchObject({code: 1})
  createLake({dataDir: folder}).close()
})

test('a dataset that says neither private nor public is not shown to strangers', async () => {
  change(`UPDATE datasets SET acl_mode = 'zzz'`)
  const lake = createLake({dataDir: folder})
  const {status} = await lake.fetch('http://localhost/v2025-02-19/data/doc/production/p')
  lake.close()
  expect(status).toBe(401)
})
