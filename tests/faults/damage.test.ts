import {
  closeSync,
  cpSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {createLake} from '@spine-center/lake'
import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest'
import {callLake} from './callLake.ts'
import {createToken, startLakeProcess} from './lakeProcess.ts'
import {lakeRequests} from './lakeRequests.ts'

const DOCUMENTS = 60

let root = ''
let dataDir = ''
let token = ''
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'lake-damage-'))
})
afterAll(() => rm(root, {recursive: true}))

const idOf = (turn: number): string => `doc-${String(turn).padStart(3, '0')}`

/** Writes documents one after the other, each acknowledged, and ends the lake by SIGKILL or as it should be ended. */
async function write(end: 'kill' | 'stop'): Promise<void> {
  dataDir = await mkdtemp(join(root, 'data-'))
  token = await createToken(dataDir)
  const lake = await startLakeProcess(dataDir)
  const {mutate} = lakeRequests(lake.url, token)
  for (let turn = 0; turn < DOCUMENTS; turn += 1) {
    const {status} = await mutate([{create: {_id: idOf(turn), _type: 't', text: `${turn} `.repeat(1500)}}])
    expect(status).toBe(200)
  }
  await lake[end]()
}

/** Remembers the files of the folder, and gives what puts them back: in place, for the lake knows its own file. */
function remember(): () => void {
  const files = readdirSync(dataDir).filter((name) => /^lake\.(sqlite(-wal)?|acknowledged)$/.test(name))
  const contents = files.map((name) => [join(dataDir, name), readFileSync(join(dataDir, name))] as const)
  return () => {
    rmSync(join(dataDir, 'lake.sqlite-wal'), {force: true})
    rmSync(join(dataDir, 'lake.sqlite-shm'), {force: true})
    for (const [path, bytes] of contents) writeFileSync(path, bytes)
  }
}

function overwrite(name: string, position: number, bytes: Uint8Array): void {
  const handle = openSync(join(dataDir, name), 'r+')
  writeSync(handle, bytes, 0, bytes.length, position)
  closeSync(handle)
}

async function readIds(): Promise<unknown> {
  const lake = createLake({dataDir})
  const query = encodeURIComponent('*[_type == "t"]._id')
  const answer = await lake.fetch(`http://localhost/v2025-02-19/data/query/production?query=${query}`)
  const body: unknown = await answer.json()
  lake.close()
  return typeof body === 'object' && body !== null && 'result' in body ? body.result : body
}

const sizeOf = (name: string): number => statSync(join(dataDir, name)).size

const start = () => callLake('start', '--port', '0', '--data-dir', dataDir)
const check = (...more: string[]) => callLake('check', '--data-dir', dataDir, ...more)

/** What reading all documents says: the lake does not start, or it answers that it is damaged. */
async function readAll(): Promise<string> {
  const lake = await startLakeProcess(dataDir, {}, {mayComplain: true}).catch(() => undefined)
  if (!lake) return 'refused'
  const said = await lakeRequests(lake.url, token)
    .query('*[_type == "t"]{_id, text}')
    .then((result) => `served ${JSON.stringify(result).length}`, String)
  await lake.stop()
  return said
}

describe('a write-ahead log', () => {
  let restore: () => void
  beforeAll(async () => {
    await write('kill')
    restore = remember()
  })
  beforeEach(() => restore())

  test.each([
    [
      'cut to half',
      () => truncateSync(join(dataDir, 'lake.sqlite-wal'), Math.floor(sizeOf('lake.sqlite-wal') / 2)),
    ],
    [
      'cut in its last frame',
      () => truncateSync(join(dataDir, 'lake.sqlite-wal'), sizeOf('lake.sqlite-wal') - 100),
    ],
    [
      'changed in the middle',
      () => overwrite('lake.sqlite-wal', Math.floor(sizeOf('lake.sqlite-wal') / 2), Buffer.alloc(64, 7)),
    ],
    ['gone', () => rmSync(join(dataDir, 'lake.sqlite-wal'))],
  ])(
    'that is %s is noticed, since acknowledged transactions are missing; what is left is whole',
    async (_, damage) => {
      damage()
      const refused = await start()
      expect(refused).toMatchObject({
        code: 1,
        out: '',
        error: expect.stringContaining('lake.sqlite-wal has lost its end'),
      })
      expect(refused.error).toMatch(/"lake restore".*"lake check --repair"/)
      expect(refused.error.trim()).not.toContain('\n')
      expect(await check('--repair')).toMatchObject({
        code: 0,
        out: expect.stringMatching(/acknowledged changes at the end are missing/),
      })
      const ids = await readIds()
      if (!Array.isArray(ids)) throw new Error('No list of ids.')
      expect(ids.length).toBeLessThan(DOCUMENTS)
      expect(ids).toEqual(Array.from(ids, (_id, turn) => idOf(turn)))
    },
  )

  test('that is whole gives everything back; of a folder put in its place nothing is claimed to be missing', async () => {
    expect(await readIds()).toHaveLength(DOCUMENTS)
    const older = join(root, 'older.sqlite')
    cpSync(join(dataDir, 'lake.sqlite'), older)
    const lake = createLake({dataDir, dataset: 'later'})
    const author = lake.createToken({role: 'editor', label: 'later'})
    const {status} = await lake.fetch('http://localhost/v2025-02-19/data/mutate/later', {
      method: 'POST',
      body: JSON.stringify({mutations: [{create: {_id: 'x', _type: 'later'}}]}),
      headers: {authorization: `Bearer ${author}`},
    })
    expect(status).toBe(200)
    lake.close()
    rmSync(join(dataDir, 'lake.sqlite'))
    cpSync(older, join(dataDir, 'lake.sqlite'))
    expect(await readIds()).toHaveLength(DOCUMENTS)
  })
})

describe('a database file', () => {
  let restore: () => void
  beforeAll(async () => {
    await write('stop')
    restore = remember()
  })
  beforeEach(() => restore())

  test.each([
    [
      'is no database',
      () => overwrite('lake.sqlite', 0, Buffer.from('something else')),
      /is no SQLite database/,
    ],
    [
      'was cut short',
      () => truncateSync(join(dataDir, 'lake.sqlite'), sizeOf('lake.sqlite') - 4096),
      /of its \d+ bytes are there/,
    ],
    [
      'has a broken first page',
      () => overwrite('lake.sqlite', 100, Buffer.alloc(3996, 255)),
      /malformed|not a database/,
    ],
  ])('that %s is refused by one clear line', async (_, damage, reason) => {
    damage()
    const refused = await start()
    expect(refused).toMatchObject({code: 1, out: ''})
    expect(refused.error).toMatch(reason)
    expect(refused.error).toMatch(/lake\.sqlite is damaged: .*"lake check".*"lake restore"/)
    expect(refused.error.trim()).not.toContain('\n')
    const checked = await check()
    expect(checked.code).toBe(1)
    expect(checked.out + checked.error).toMatch(reason)
  })

  test('of which pages are broken is found by the check, and never served as if it were well', async () => {
    const marker = Buffer.from(`{"_id":"${idOf(7)}"`)
    const position = readFileSync(join(dataDir, 'lake.sqlite')).indexOf(marker)
    const page = Math.floor(position / 4096) * 4096
    overwrite('lake.sqlite', page, Buffer.alloc(4096, 165))
    const {code, out} = await check()
    expect(code).toBe(1)
    expect(out).toMatch(/"lake restore"/)
    expect(await readAll()).toMatch(/damaged|refused/)
  })

  test('in which a single letter of a document is another is found by the check', async () => {
    const marker = Buffer.from('7 7 7 7 7 7 7')
    const position = readFileSync(join(dataDir, 'lake.sqlite')).indexOf(marker)
    overwrite('lake.sqlite', position, Buffer.from('8'))
    const {code, out} = await check()
    expect(code).toBe(1)
    expect(out).toMatch(/production doc-\d+: it is not what its changes lead to/)
  })
})

const database = (): string => join(dataDir, 'lake.sqlite')
const kept = (ending: string): string => {
  const pattern = new RegExp(`^lake\\.sqlite\\.replaced-[-0-9TZ]+${ending}$`)
  const name = readdirSync(dataDir).find((file) => pattern.test(file))
  if (name === undefined) throw new Error(`Nothing is kept of lake.sqlite${ending}.`)
  return join(dataDir, name)
}
const forgetKept = (): void => {
  for (const name of readdirSync(dataDir)) if (name.includes('replaced')) rmSync(join(dataDir, name))
}

describe('a backup comes back over', () => {
  let backups = ''
  let whole: () => void
  let killed: () => void
  beforeAll(async () => {
    backups = await mkdtemp(join(root, 'backups-'))
    await write('kill')
    killed = remember()
    await callLake('backup', backups, '--data-dir', dataDir)
    whole = remember()
  })

  const restore = (...more: string[]) => callLake('restore', backups, '--data-dir', dataDir, ...more)

  test.each<[string, () => void]>([
    ['a file that begins with nothing', () => overwrite('lake.sqlite', 0, Buffer.alloc(100))],
    ['a file without its schema', () => overwrite('lake.sqlite', 100, Buffer.alloc(3996, 255))],
    ['half a file', () => truncateSync(database(), Math.floor(statSync(database()).size / 2) + 100)],
    ['broken pages', () => overwrite('lake.sqlite', 3 * 4096, Buffer.alloc(6 * 4096, 170))],
  ])('%s, which is kept as it was', async (_, damage) => {
    whole()
    forgetKept()
    damage()
    const damaged = readFileSync(database())
    const refused = await restore()
    expect(refused).toMatchObject({code: 1, error: expect.stringMatching(/holds a lake .*say --force/)})
    expect(readFileSync(database())).toEqual(damaged)
    expect(await restore('--force')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/The database that was there is kept as .*replaced-/),
    })
    expect(readFileSync(kept(''))).toEqual(damaged)
    expect(await check()).toMatchObject({code: 0})
    expect(await readIds()).toHaveLength(DOCUMENTS)
  })

  test('a write-ahead log that is broken in its middle, which is kept to its end', async () => {
    killed()
    forgetKept()
    overwrite('lake.sqlite-wal', Math.floor(sizeOf('lake.sqlite-wal') / 2), Buffer.alloc(64, 7))
    const log = readFileSync(join(dataDir, 'lake.sqlite-wal'))
    expect(await restore('--force')).toMatchObject({code: 0})
    expect(readFileSync(kept('-wal'))).toEqual(log)
    expect(await readIds()).toHaveLength(DOCUMENTS)
    const old = new DatabaseSync(kept(''))
    const {n} = old.prepare('SELECT count(*) AS n FROM documents').get() ?? {}
    old.close()
    expect(n).toBeGreaterThan(0)
    expect(n).toBeLessThan(DOCUMENTS)
  })

  test('nothing: where the database is gone no empty lake is begun instead', async () => {
    whole()
    forgetKept()
    const lake = await startLakeProcess(dataDir)
    expect((await lakeRequests(lake.url, token).mutate([{create: {_id: 'x', _type: 'x'}}])).status).toBe(200)
    await lake.stop()
    rmSync(database())
    const refused = await start()
    expect(refused).toMatchObject({code: 1, out: '', error: expect.stringMatching(/lake\.sqlite is gone/)})
    expect(refused.error).toMatch(/"lake restore".*remove .*lake\.acknowledged/)
    expect(readdirSync(dataDir)).not.toContain('lake.sqlite')
    expect(await restore()).toMatchObject({code: 0})
    expect(await readIds()).toHaveLength(DOCUMENTS)
  })
})
