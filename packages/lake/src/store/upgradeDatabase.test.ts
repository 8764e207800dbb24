import {spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {createLake} from '../createLake.ts'
import {FORMAT_1} from './format1.fixture.ts'
import {MIGRATIONS} from './migrations.ts'
import {openBeside} from './openBeside.ts'
import {openDatabase} from './openDatabase.ts'
import {formatOf, upgradeDatabase} from './upgradeDatabase.ts'

// The hash of each released step. A step that was released is never edited, since no file takes it twice: add another.
const RELEASED = ['e742fe5759a4bf32']

let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lake-upgrade-'))
  file = join(folder, 'lake.sqlite')
})
afterEach(() => rmSync(folder, {recursive: true}))

const OLD = {
  _id: 'a',
  _type: 'article',
  _rev: 'r1',
  _createdAt: '2025-01-01T00:00:00Z',
  _updatedAt: '2025-01-01T00:00:00Z',
  title: 'Backs',
}

function writeOldFile(): void {
  const old = new DatabaseSync(file)
  old.exec(`PRAGMA journal_mode = WAL; ${FORMAT_1} PRAGMA user_version = 1;`)
  old.prepare("INSERT INTO datasets VALUES ('production', 'private', 'content', NULL, ?)").run(OLD._createdAt)
  old
    .prepare("INSERT INTO documents VALUES ('production', 'a', 'article', NULL, 'r1', ?, ?, ?)")
    .run(OLD._createdAt, OLD._updatedAt, JSON.stringify(OLD))
  old.close()
}

function shapeOf(database: DatabaseSync): unknown {
  return database
    .prepare("SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name")
    .all()
}

function moduleText(name: string): string {
  return JSON.stringify(new URL(name, import.meta.url).href)
}

function backups(): string[] {
  return readdirSync(folder).filter((name) => /backup|partial/.test(name))
}

test('a file of format 1 is upgraded, after a copy of it has been put beside it', async () => {
  writeOldFile()
  const lake = createLake({dataDir: folder})
  const token = lake.createToken({role: 'viewer', label: 'test'})
  const answer = await lake.fetch('http://localhost/v2025-02-19/data/doc/production/a', {
    headers: {authorization: `Bearer ${token}`},
  })
  expect(await answer.json()).toMatchObject({documents: [OLD]})
  // Private it was, private it stays.
  expect((await lake.fetch('http://localhost/v2025-02-19/data/doc/production/a')).status).toBe(401)
  lake.close()
  const [copy = '', ...others] = backups()
  expect(others).toEqual([])
  expect(copy).toMatch(/^lake\.sqlite\.format-1\.\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.backup$/)
  const before = new DatabaseSync(join(folder, copy))
  expect(formatOf(before)).toBe(1)
  expect(before.prepare('SELECT content FROM documents').all()).toEqual([{content: JSON.stringify(OLD)}])
  before.close()
})

test('an upgraded file and a new one have the same tables', () => {
  writeOldFile()
  const upgraded = openDatabase(folder)
  const fresh = openDatabase(undefined)
  expect(formatOf(upgraded)).toBe(MIGRATIONS.length)
  expect(shapeOf(upgraded)).toEqual(shapeOf(fresh))
  upgraded.close()
  fresh.close()
})

test('killed between two steps it has taken none, and takes all of them the next time', () => {
  writeOldFile()
  const script = join(folder, 'upgrade.mjs')
  writeFileSync(
    script,
    `import {DatabaseSync} from 'node:sqlite'
     import {upgradeDatabase} from ${moduleText('upgradeDatabase.ts')}
     import {MIGRATIONS} from ${moduleText('migrations.ts')}
     upgradeDatabase(new DatabaseSync(${JSON.stringify(file)}), {
       file: ${JSON.stringify(file)},
       steps: [...MIGRATIONS, 'CREATE TABLE half (a)', () => process.kill(process.pid, 'SIGKILL')],
     })`,
  )
  expect(spawnSync(process.execPath, [script]).signal).toBe('SIGKILL')
  const found = new DatabaseSync(file)
  expect(formatOf(found)).toBe(1)
  expect(found.prepare("SELECT 1 FROM sqlite_master WHERE name = 'half'").all()).toEqual([])
  found.close()
  const again = openDatabase(folder)
  expect(formatOf(again)).toBe(MIGRATIONS.length)
  expect(again.prepare('SELECT id FROM documents').all()).toEqual([{id: 'a'}])
  again.close()
})

test('a step that fails leaves the file as it was and says where the copy is', () => {
  writeOldFile()
  const database = new DatabaseSync(file)
  const steps = [...MIGRATIONS, 'CREATE TABLE half (a)', 'CREATE TABLE half (a)']
  expect(() => upgradeDatabase(database, {file, steps})).toThrow(
    new RegExp(
      `could not be brought from format 1 to ${steps.length} and is as it was: table half.*A copy is in .*backup`,
    ),
  )
  expect(formatOf(database)).toBe(1)
  database.close()
})

test('what a killed copy left is cleared away', () => {
  writeOldFile()
  writeFileSync(`${file}.format-1.2020-01-01T00-00-00Z.backup.partial`, 'half')
  openDatabase(folder).close()
  expect(backups()).toHaveLength(1)
})

test('beside a running lake an old file is not upgraded', () => {
  const lake = createLake({dataDir: folder})
  const database = openBeside(folder)
  database.exec('PRAGMA user_version = 1')
  database.close()
  expect(() => openBeside(folder)).toThrow(/Another lake uses/)
  lake.close()
})

test('released steps are as they were', () => {
  const hashes = MIGRATIONS.slice(0, RELEASED.length).map((step) =>
    createHash('sha256').update(String(step)).digest('hex').slice(0, 16),
  )
  expect(hashes).toEqual(RELEASED)
  expect(MIGRATIONS[0]).toBe(FORMAT_1)
})
