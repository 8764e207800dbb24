import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {existsSync} from 'node:fs'
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {fileURLToPath} from 'node:url'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {lakeCommand} from './lakeCommand.ts'

const CLI = fileURLToPath(new URL('../../packages/lake/src/cli.ts', import.meta.url))
const COUNT = 6000

let folder = ''
let file = ''
let dataDir = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lake-resume-'))
  file = join(folder, 'many.ndjson')
  dataDir = join(folder, 'data')
  // Every document refers to one that comes later, and the last to the first.
  const lines = Array.from({length: COUNT}, (_, n) =>
    JSON.stringify({
      _id: `d${n}`,
      _type: 't',
      text: 'x'.repeat(300),
      next: {_type: 'reference', _ref: `d${(n + 1) % COUNT}`},
    }),
  )
  await writeFile(file, lines.join('\n'))
})
afterEach(() => rm(folder, {recursive: true}))

const counts = (): Record<'documents' | 'strong' | 'weak' | 'unfinished', number> => {
  using database = new DatabaseSync(join(dataDir, 'lake.sqlite'))
  const count = (sql: string): number => Number(database.prepare(sql).get()?.['n'] ?? 0)
  const found = {
    documents: count('SELECT count(*) AS n FROM documents'),
    strong: count('SELECT count(*) AS n FROM document_references WHERE strong = 1'),
    weak: count('SELECT count(*) AS n FROM document_references WHERE strong = 0'),
    unfinished: count('SELECT count(*) AS n FROM import_progress'),
  }
  // Whatever moment it is stopped at: a strong reference has its document.
  expect(
    count(
      `SELECT count(*) AS n FROM document_references AS r WHERE strong = 1
       AND NOT EXISTS (SELECT 1 FROM documents AS d WHERE d.dataset = r.dataset AND d.id = r.target)`,
    ),
  ).toBe(0)
  return found
}

/** Kills the import as soon as the database holds a part of it. */
async function importKilledAfter(part: 'documents' | 'strong'): Promise<void> {
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    const child = spawn(process.execPath, [CLI, 'import', file, '--resumable', '--data-dir', dataDir])
    const exited = once(child, 'exit')
    // Before there is a log, whoever looks keeps the import from turning it on.
    const hasBegun = (): boolean => existsSync(join(dataDir, 'lake.sqlite-wal')) && countIf(part) > 0
    while (child.exitCode === null && !hasBegun()) await new Promise((resolve) => setTimeout(resolve, 5))
    child.kill('SIGKILL')
    await exited
    if (child.signalCode === 'SIGKILL') return
    // Looked at too late: on a machine at work it may all be there by then.
    await rm(dataDir, {recursive: true, force: true})
  }
  throw new Error('Each import was over before it could be killed.')
}

function countIf(part: 'documents' | 'strong'): number {
  try {
    return counts()[part]
  } catch {
    // Not made yet.
    return 0
  }
}

test.each(['documents', 'strong'] as const)(
  'killed while %s are written, it goes on: nothing twice, nothing missing',
  async (part) => {
    await importKilledAfter(part)
    const between = counts()
    expect(between.documents).toBeGreaterThan(0)
    expect(between.strong + between.weak).toBe(between.documents)
    const again = await lakeCommand(['import', file, '--resumable', '--data-dir', dataDir])
    expect(again).toMatchObject({code: 0})
    expect(counts()).toEqual({documents: COUNT, strong: COUNT, weak: 0, unfinished: 0})
    const database = new DatabaseSync(join(dataDir, 'lake.sqlite'))
    // Once as it came and once with its reference made strong; those whose reference was there at once, once.
    const most = database
      .prepare(
        'SELECT max(n) AS most FROM (SELECT count(*) AS n FROM transactions WHERE document IS NOT NULL GROUP BY document)',
      )
      .get()
    expect(Number(most?.['most'])).toBeLessThanOrEqual(2)
    database.close()
  },
)

test('killed without --resumable it has written all or nothing', async () => {
  for (const delayMs of [50, 150, 300, 450, 600]) {
    const child = spawn(process.execPath, [CLI, 'import', file, '--missing', '--data-dir', dataDir])
    const exited = once(child, 'exit')
    while (child.exitCode === null && !existsSync(join(dataDir, 'lake.sqlite')))
      await new Promise((resolve) => setTimeout(resolve, 5))
    await new Promise((resolve) => setTimeout(resolve, delayMs))
    child.kill('SIGKILL')
    await exited
    expect([0, COUNT]).toContain(countIf('documents'))
  }
  expect(await lakeCommand(['import', file, '--missing', '--data-dir', dataDir])).toMatchObject({code: 0})
  expect(counts()).toMatchObject({documents: COUNT, strong: COUNT})
})
