import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {runCommand} from '../cli/runCommand.ts'
import {createLake} from '../createLake.ts'
import type {Lake} from '../createLake.ts'
import {openBeside} from '../store/openBeside.ts'

let folder = ''
let dataDir = ''
let target = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lake-backup-'))
  dataDir = join(folder, 'data')
  target = join(folder, 'backups')
})
afterEach(() => rmSync(folder, {recursive: true}))

async function run(...args: string[]): Promise<{code: number; text: string}> {
  const lines: string[] = []
  const output = {out: (line: string) => lines.push(line), error: (line: string) => lines.push(line)}
  const code = await runCommand(args, {DATA_DIR: dataDir}, output)
  return {code, text: lines.join('\n')}
}

function writer(lake: Lake): (path: string, body: string) => Promise<unknown> {
  const token = lake.createToken({role: 'editor', label: 'test'})
  return async (path, body) => {
    const response = await lake.fetch(`http://localhost/v2025-02-19/${path}`, {
      method: 'POST',
      body,
      headers: {authorization: `Bearer ${token}`},
    })
    expect(response.status).toBe(200)
    const answer: unknown = await response.json()
    return answer
  }
}

/** A document with a file of its own, and another that refers to it. */
async function addPair(write: ReturnType<typeof writer>, n: number): Promise<void> {
  const answer = await write('assets/files/production?filename=note.txt', `note ${n}`)
  const id = /file-[0-9a-f]{40}-txt/.exec(JSON.stringify(answer))?.[0]
  const file = {_type: 'file', asset: {_type: 'reference', _ref: id}}
  await write(
    'data/mutate/production',
    JSON.stringify({
      mutations: [
        {create: {_id: `a${n}`, _type: 'note', file}},
        {create: {_id: `b${n}`, _type: 'note', to: {_type: 'reference', _ref: `a${n}`}}},
      ],
    }),
  )
}

function contentIn(dir: string): {documents: unknown[]; files: string[]} {
  const database = openBeside(dir)
  const documents = database.prepare('SELECT id, content FROM documents ORDER BY id').all()
  database.close()
  const files = readdirSync(join(dir, 'assets', 'production', 'files')).toSorted()
  return {documents, files}
}

function objects(): string[] {
  return readdirSync(join(target, 'objects'), {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

test('a lake is backed up while it serves, as of one moment, and restored', async () => {
  const lake = createLake({dataDir})
  const write = writer(lake)
  await addPair(write, 0)
  const stop = new AbortController()
  const busy = (async (): Promise<void> => {
    for (let n = 1; !stop.signal.aborted; n += 1) {
      await addPair(write, n)
      await write(
        'data/mutate/production',
        JSON.stringify({mutations: [{delete: {id: `b${n}`}}, {delete: {id: `a${n}`}}]}),
      )
      await write(
        'data/mutate/production',
        JSON.stringify({
          mutations: [
            {delete: {query: '*[_type == "sanity.fileAsset" && count(*[references(^._id)]) == 0]'}},
          ],
        }),
      )
    }
  })()
  const backups = (async (): Promise<void> => {
    for (const _round of [1, 2, 3]) expect(await run('backup', target)).toMatchObject({code: 0})
  })().finally(() => stop.abort())
  // Whichever fails, nothing goes on behind the test.
  const outcomes = await Promise.allSettled([backups, busy])
  lake.close()
  expect(outcomes.filter(({status}) => status === 'rejected')).toEqual([])
  const {text} = await run('restore', target, '--list')
  expect(text.split('\n')).toHaveLength(3)
  for (const line of text.split('\n')) {
    const restored = join(folder, `restored-${line.slice(0, 24)}`)
    expect(
      await run('restore', target, '--at', line.split(' ')[0] ?? '', '--data-dir', restored),
    ).toMatchObject({code: 0})
    const {documents, files} = contentIn(restored)
    // Whatever the moment was: pairs are whole, and every file of a document of an asset is there.
    const ids = new Set(documents.map((row) => String(JSON.parse(JSON.stringify(row)).id)))
    const seconds = [...ids].filter((id) => id.startsWith('b'))
    for (const id of seconds) expect(ids).toContain(`a${id.slice(1)}`)
    const named = [...ids].filter((id) => id.startsWith('file-'))
    for (const id of named) expect(files).toContain(id.replace(/^file-(.*)-txt$/, '$1.txt'))
  }
})

test('the next backup copies only what is new', async () => {
  const lake = createLake({
    dataDir,
    documents: Array.from({length: 3000}, (_, n) => ({_id: `d${n}`, _type: 't', text: `${n} `.repeat(200)})),
  })
  const write = writer(lake)
  await write('assets/files/production?filename=big.bin', 'x'.repeat(900_000))
  expect((await run('backup', target)).text).toMatch(/\(\d+\.\d MB, \d+\.\d MB of it new\), checked\.$/)
  const before = objects().length
  await addPair(write, 1)
  const {text} = await run('backup', target)
  expect(text).toMatch(/3004 documents and 2 assets/)
  expect(objects().length - before).toBeLessThan(before / 2)
  lake.close()
})

test('older backups are removed on demand, with what they alone held', async () => {
  const lake = createLake({dataDir})
  const write = writer(lake)
  for (const n of [1, 2, 3]) {
    await addPair(write, n)
    await run('backup', target)
  }
  const dayBefore = new Date(Date.now() - 2 * 86_400_000)
  for (const file of objects()) utimesSync(file, dayBefore, dayBefore)
  const [oldest = ''] = readdirSync(join(target, 'backups')).toSorted()
  const [piece] = JSON.parse(readFileSync(join(target, 'backups', oldest), 'utf8')).files[0].pieces
  expect(objects().some((file) => file.endsWith(piece))).toBe(true)
  await addPair(write, 4)
  expect(await run('backup', target, '--keep', '2')).toMatchObject({
    code: 0,
    text: expect.stringContaining('2 older backups were removed'),
  })
  lake.close()
  expect(objects().some((file) => file.endsWith(piece))).toBe(false)
  const {text} = await run('restore', target, '--list')
  for (const line of text.split('\n')) {
    const restored = join(folder, `kept-${line.slice(0, 24)}`)
    const [name = ''] = line.split(' ')
    expect(await run('restore', target, '--at', name, '--data-dir', restored)).toMatchObject({code: 0})
  }
  expect(text.split('\n')).toHaveLength(2)
  expect(await run('backup', target, '--keep', '0')).toMatchObject({code: 2})
})

test('a file holds one backup, and is restored with people and tokens', async () => {
  const lake = createLake({dataDir})
  const token = lake.createToken({role: 'viewer', label: 'kept'})
  await addPair(writer(lake), 1)
  const file = join(folder, 'lake.tar.gz')
  expect(await run('backup', file)).toMatchObject({code: 0})
  expect(await run('backup', file)).toMatchObject({
    code: 2,
    text: expect.stringContaining('is there already'),
  })
  lake.close()
  const before = contentIn(dataDir)
  const restored = join(folder, 'restored')
  expect(await run('restore', file, '--data-dir', restored)).toMatchObject({code: 0})
  expect(contentIn(restored)).toEqual(before)
  expect(readdirSync(join(restored, 'pinned'))).toEqual([])
  const again = createLake({dataDir: restored})
  const me = await again.fetch('http://localhost/v1/users/me', {headers: {authorization: `Bearer ${token}`}})
  expect(await me.json()).toMatchObject({name: 'kept'})
  again.close()
  expect(readdirSync(folder).filter((name) => name.startsWith('lake.tar'))).toEqual(['lake.tar.gz'])
})

test('a lake with documents is not restored over unless told, and its database is kept then', async () => {
  const lake = createLake({dataDir})
  const write = writer(lake)
  await addPair(write, 1)
  await run('backup', target)
  await addPair(write, 2)
  expect(await run('restore', target)).toMatchObject({
    code: 1,
    text: expect.stringContaining('Another lake uses'),
  })
  lake.close()
  expect(await run('restore', target)).toMatchObject({
    code: 1,
    text: expect.stringContaining('holds a lake with 6 documents'),
  })
  expect(contentIn(dataDir).documents).toHaveLength(6)
  const forced = await run('restore', target, '--force')
  expect(forced).toMatchObject({code: 0, text: expect.stringMatching(/is kept as .*lake\.sqlite\.replaced-/)})
  expect(contentIn(dataDir).documents).toHaveLength(3)
  const kept = readdirSync(dataDir).find((name) => name.includes('.replaced-')) ?? ''
  expect(statSync(join(dataDir, kept)).size).toBeGreaterThan(10_000)
})

test.each<[string, (file: string) => void, RegExp]>([
  ['damaged', (file) => writeFileSync(file, 'other'), /piece of the backup is damaged/],
  ['missing', (file) => rmSync(file), /lacks a piece/],
])('a piece that is %s is found before anything is changed', async (_name, harm, message) => {
  const lake = createLake({dataDir})
  await addPair(writer(lake), 1)
  await run('backup', target)
  lake.close()
  const before = contentIn(dataDir)
  for (const file of objects()) {
    const bytes = readFileSync(file)
    harm(file)
    const {code, text} = await run('restore', target, '--force')
    expect(code).toBe(1)
    expect(text).toMatch(message)
    writeFileSync(file, bytes)
  }
  expect(contentIn(dataDir)).toEqual(before)
  expect(readdirSync(dataDir).filter((name) => name.includes('replaced'))).toEqual([])
})

test('a manifest that leads elsewhere is refused', async () => {
  createLake({dataDir, documents: [{_id: 'a', _type: 't'}]}).close()
  await run('backup', target)
  const [name = ''] = readdirSync(join(target, 'backups'))
  const file = join(target, 'backups', name)
  const text = readFileSync(file, 'utf8')
  for (const path of ['../evil', '/etc/evil', 'assets/../../evil', 'assets/production/images/evil.sh']) {
    writeFileSync(file, text.replace('"lake.sqlite"', JSON.stringify(path)))
    expect(await run('restore', target, '--data-dir', join(folder, 'x'))).toMatchObject({
      code: 1,
      text: expect.stringContaining('is damaged'),
    })
  }
  writeFileSync(file, text.replace(/"format": \d+/, '"format": 999'))
  expect(await run('restore', target, '--data-dir', join(folder, 'x'))).toMatchObject({
    code: 1,
    text: expect.stringContaining('newer lake (format 999'),
  })
})

test('an asset without its file, and a folder without a lake, are said', async () => {
  expect(await run('backup', target)).toMatchObject({
    code: 1,
    text: expect.stringContaining('There is no lake in'),
  })
  const lake = createLake({dataDir})
  await addPair(writer(lake), 1)
  lake.close()
  rmSync(join(dataDir, 'assets', 'production', 'files'), {recursive: true})
  expect(await run('backup', target)).toMatchObject({
    code: 1,
    text: expect.stringMatching(/The file of asset "file-\w+-txt" is missing \(1 in all\)/),
  })
  expect(await run('restore', target)).toMatchObject({
    code: 1,
    text: expect.stringContaining('There is no backup in'),
  })
  expect(await run('backup', target, '--allow-missing-assets')).toMatchObject({code: 0})
  expect(await run('restore', target, '--data-dir', join(folder, 'x'))).toMatchObject({code: 0})
})

test('figures are shown as a table and as JSON', async () => {
  const lake = createLake({
    dataDir,
    documents: [
      {_id: 'drafts.a', _type: 'note'},
      {_id: 'versions.r.a', _type: 'note'},
      {_id: 'big', _type: 'page', text: 'x'.repeat(5000)},
    ],
  })
  await addPair(writer(lake), 1)
  const json = JSON.parse((await run('stats', '--json')).text)
  lake.close()
  expect(json).toMatchObject({
    datasets: [
      {
        dataset: 'production',
        documents: 6,
        drafts: 1,
        versions: 1,
        types: [
          {type: 'note', documents: 4},
          {type: 'page', documents: 1},
          {type: 'sanity.fileAsset', documents: 1},
        ],
        transactions: {count: 3},
        assets: [
          {kind: 'images', files: 0},
          {kind: 'files', files: 1, bytes: 6},
        ],
      },
    ],
  })
  expect(json.datasets[0].largest[0]).toMatchObject({id: 'big', type: 'page'})
  expect(json.datasets[0].largest[0].bytes).toBeGreaterThan(5000)
  expect(json.storage.map(({name}: {name: string}) => name)).toContain('documents')
  const {text} = await run('stats')
  expect(text).toContain('Dataset production: 6 documents (1 drafts, 1 versions)')
  expect(text).toMatch(/ {2}page +1 +5\.\d KB/)
})
