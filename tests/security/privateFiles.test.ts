import {chmodSync, mkdtempSync, readdirSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, relative} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {callLake} from '../faults/callLake.ts'
import {startLakeProcess} from '../faults/lakeProcess.ts'
import {runLake} from '../faults/runLake.ts'

let root = ''
let dataDir = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lake-private-'))
  dataDir = join(root, 'data')
})
afterEach(() => rmSync(root, {recursive: true}))

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** A lake that has made all kinds of files that it makes, and ended as by a power cut. */
async function makeLake(): Promise<void> {
  const lake = await startLakeProcess(dataDir, {}, {umask: 0})
  const token = (await runLake(['token', 'create', '--role', 'editor', '--data-dir', dataDir])).trim()
  const upload = await fetch(`${lake.url}/v2025-02-19/assets/images/production?filename=a.png`, {
    method: 'POST',
    body: PIXEL,
    headers: {authorization: `Bearer ${token}`, 'content-type': 'image/png'},
  })
  const {document} = Object(await upload.json())
  const {status} = await fetch(`${document.url}?w=2`)
  expect(status).toBe(200)
  await lake.kill()
}

/** What others than the user of the lake may do anything with. */
function openToOthers(folder: string): string[] {
  const paths = readdirSync(folder, {recursive: true, encoding: 'utf8'}).map((name) => join(folder, name))
  return [folder, ...paths]
    .filter((path) => (statSync(path).mode & 0o077) !== 0)
    .map((path) => relative(root, path))
}

test('what a lake keeps is for its user alone, whatever the umask', async () => {
  await makeLake()
  const names = readdirSync(dataDir)
  for (const name of ['lake.sqlite', 'lake.sqlite-wal', 'lake.acknowledged', 'lake.lock', 'assets', 'cache'])
    expect(names).toContain(name)
  expect(openToOthers(dataDir)).toEqual([])

  const backups = join(root, 'backups')
  expect(await callLake('backup', backups, '--data-dir', dataDir)).toMatchObject({code: 0})
  expect(await callLake('restore', backups, '--force', '--data-dir', dataDir)).toMatchObject({code: 0})
  expect([...openToOthers(dataDir), ...openToOthers(backups)]).toEqual([])
})

test('what an earlier lake left open is closed at the next start', async () => {
  await makeLake()
  for (const name of ['lake.sqlite', 'lake.sqlite-wal', 'lake.acknowledged'])
    chmodSync(join(dataDir, name), 0o644)
  for (const name of ['assets', 'cache']) chmodSync(join(dataDir, name), 0o755)
  const lake = await startLakeProcess(dataDir, {}, {umask: 0})
  expect(openToOthers(dataDir)).toEqual([])
  await lake.kill()
})
