import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {assembleLake} from '../assembleLake.ts'
import {MIGRATIONS} from './migrations.ts'
import {openDatabase} from './openDatabase.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lake-migrate-'))
})
afterEach(() => rmSync(folder, {recursive: true}))

/** A file as format 3 left it: a document created, then edited along with the creation of another; an empty transaction. */
function writeFormat3(): void {
  const database = new DatabaseSync(join(folder, 'lake.sqlite'))
  database.exec(`${MIGRATIONS.slice(0, 3).join('')} PRAGMA user_version = 3`)
  database.exec(`
    INSERT INTO datasets VALUES ('production', 'public', 'content', NULL, '2026-01-01T00:00:00Z');
    INSERT INTO documents VALUES
      ('production', 'a', 't', NULL, 'tx3', '', '', '{"_id":"a","_type":"t","_rev":"tx3","_createdAt":"","_updatedAt":"","n":2}'),
      ('production', 'b', 't', NULL, 'tx3', '', '', '{"_id":"b","_type":"t","_rev":"tx3","_createdAt":"","_updatedAt":""}');
    INSERT INTO transactions (sequence, dataset, id, author, timestamp, mutations, origin) VALUES
      (4, 'production', 'tx1', 'ann', '2026-01-01T00:00:01.000Z', '[{"create":{"_id":"a","_type":"t","n":1}}]', NULL),
      (6, 'production', 'tx2', 'ann', '2026-01-01T00:00:02.000Z', '[]', NULL),
      (7, 'production', 'tx3', 'bob', '2026-01-01T00:00:03.000Z', '[{"x":1},{"y":1}]', '{"actions":[{"actionType":"z"}]}');
    UPDATE webhook_cursor SET sequence = 6;
    INSERT INTO transaction_effects VALUES
      (4, 'production', 'a', NULL, 'tx1', '[0,{"_id":"a","_type":"t","_createdAt":"","_updatedAt":"","n":1}]', '[0,null]'),
      (7, 'production', 'b', NULL, 'tx3', '[0,{"_id":"b","_type":"t","_createdAt":"","_updatedAt":""}]', '[0,null]'),
      (7, 'production', 'a', 'tx1', 'tx3', '[17,2,"n"]', '[17,1,"n"]');
  `)
  database.close()
}

test('a file of format 3 keeps its documents and their history', async () => {
  writeFormat3()
  const {lake, core} = assembleLake({dataDir: folder})
  const {store, history, replay} = core.datasets.get('production')
  expect(store.ids.values).toEqual(['a', 'b'])
  expect(history.documentAt('a', {revision: 'tx1'})).toMatchObject({_rev: 'tx1', n: 1})
  const entries = [...history.entriesOf('a')]
  expect(entries.map(({transactionId, author, actions}) => ({transactionId, author, actions}))).toEqual([
    {transactionId: 'tx3', author: 'bob', actions: [{actionType: 'z'}]},
    {transactionId: 'tx1', author: 'ann', actions: []},
  ])
  const [last] = entries
  expect(history.entriesIn(last?.sequence ?? 0).map(({documentId}) => documentId)).toEqual(['a', 'b'])
  expect(replay.last).toEqual({sequence: last?.sequence, id: 'tx3'})
  // Format 3 did not say which mutation was for which document: a listener from before reads afresh.
  expect(replay.from(1)).toBeUndefined()
  await core.datasets.get('production').transactor.commit({
    transactionId: 'tx4',
    author: 'ann',
    build: () => undefined,
  })
  expect(replay.last).toEqual({sequence: (last?.sequence ?? 0) + 2, id: 'tx4'})
  lake.close()
})

test('webhooks have heard of the same transactions before and after', () => {
  writeFormat3()
  const older = new DatabaseSync(join(folder, 'lake.sqlite'))
  older.exec(`INSERT INTO webhooks VALUES ('w', '{}', '', '', 4)`)
  older.close()
  const database = openDatabase(folder)
  const idAt = database.prepare('SELECT id FROM transactions WHERE position = ?')
  const {since} = database.prepare('SELECT since FROM webhooks').get() ?? {}
  const {sequence} = database.prepare('SELECT sequence FROM webhook_cursor').get() ?? {}
  expect([idAt.get(since ?? null), idAt.get(sequence ?? null)]).toEqual([{id: 'tx1'}, {id: 'tx2'}])
  database.close()
})
