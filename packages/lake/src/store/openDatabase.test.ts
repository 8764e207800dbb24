import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {createLake} from '../createLake.ts'
import {openDatabase} from './openDatabase.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lake-open-'))
})
afterEach(() => rmSync(folder, {recursive: true}))

test('what was written is there when opened again', () => {
  createLake({dataDir: folder, documents: [{_id: 'a', _type: 't'}]}).close()
  const database = openDatabase(folder)
  expect(database.prepare('SELECT id FROM documents').all()).toMatchObject([{id: 'a'}])
  expect(database.prepare('PRAGMA journal_mode').get()).toMatchObject({journal_mode: 'wal'})
  expect(database.prepare('PRAGMA synchronous').get()).toMatchObject({synchronous: 2})
  database.close()
})

test('a file of a newer lake is refused and left as it is', () => {
  const newer = openDatabase(folder)
  newer.exec('PRAGMA user_version = 99')
  newer.close()
  expect(() => openDatabase(folder)).toThrow(/written by a newer lake \(format 99/)
})

test('a folder has one lake at a time', () => {
  const first = createLake({dataDir: folder})
  expect(() => createLake({dataDir: folder})).toThrow(/Another lake uses/)
  first.close()
  createLake({dataDir: folder}).close()
})
