import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {createLake} from '../createLake.ts'
import type {Lake} from '../createLake.ts'

const START = Date.parse('2026-01-01T00:00:00Z')
const HOUR_MS = 3_600_000

let dataDir: string
let lake: Lake
let token: string
let reports: string[]

/** Starts the lake so many hours after New Year. */
function start(hours: number): void {
  reports = []
  lake = createLake({
    dataDir,
    clock: () => new Date(START + hours * HOUR_MS),
    onError: (error) => reports.push(error instanceof Error ? error.message : String(error)),
  })
  token = lake.createToken({role: 'administrator', label: 'test'})
}

async function ask(path: string, body?: object): Promise<unknown> {
  const response = await lake.fetch(`http://localhost/v2025-02-19/data/${path}`, {
    headers: {authorization: `Bearer ${token}`, 'content-type': 'application/json'},
    ...(body ? {method: 'POST', body: JSON.stringify(body)} : {}),
  })
  return response.json()
}

async function schedule(releaseId: string, publishAt: string): Promise<void> {
  const document = {_id: `versions.${releaseId}.${releaseId}-a`, _type: 't'}
  const actions = [
    {actionType: 'sanity.action.release.create', releaseId},
    {actionType: 'sanity.action.document.version.create', publishedId: `${releaseId}-a`, document},
    {actionType: 'sanity.action.release.schedule', releaseId, publishAt},
  ]
  expect(await ask('actions/production', {actions})).toMatchObject({transactionId: expect.any(String)})
}

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'lake-scheduler-'))
})
afterEach(() => {
  lake.close()
  rmSync(dataDir, {recursive: true})
})

describe('releases that were due while the lake was down', () => {
  test('go out when it starts; the log, the release and its history say how late', async () => {
    start(0)
    await schedule('r', '2026-01-01T02:00:00Z')
    lake.close()
    start(5)
    await expect.poll(() => ask('doc/production/r-a')).toMatchObject({documents: [{_id: 'r-a'}]})
    expect(reports).toEqual([
      'Release "r" in dataset "production" went out 10800 s late: the lake was not running at its time.',
    ])
    expect(await ask('doc/production/_.releases.r')).toMatchObject({
      documents: [
        {
          state: 'published',
          publishAt: '2026-01-01T02:00:00.000Z',
          publishedAt: '2026-01-01T05:00:00.000Z',
          lateBySeconds: 10_800,
        },
      ],
    })
    expect(await ask('history/production/events/releases/r')).toMatchObject({
      events: [
        {type: 'publishRelease', lateBySeconds: 10_800},
        {type: 'addDocumentToRelease'},
        {type: 'scheduleRelease'},
        {type: 'createRelease'},
      ],
    })
    expect(await ask('history/production/events/documents/r-a')).toMatchObject({
      events: {'r-a': [{type: 'publishDocumentVersion', publishCause: 'release.schedule'}]},
    })
  })

  test('those that are not due yet wait', async () => {
    start(0)
    await schedule('due', '2026-01-01T02:00:00Z')
    await schedule('later', '2026-01-02T00:00:00Z')
    lake.close()
    start(5)
    await expect
      .poll(() => ask('doc/production/_.releases.due'))
      .toMatchObject({documents: [{state: 'published'}]})
    expect(await ask('doc/production/_.releases.later')).toMatchObject({documents: [{state: 'scheduled'}]})
  })

  test('those unscheduled in time do not', async () => {
    start(0)
    await schedule('r', '2026-01-01T02:00:00Z')
    await ask('actions/production', {
      actions: [{actionType: 'sanity.action.release.unschedule', releaseId: 'r'}],
    })
    await schedule('s', '2026-01-01T02:00:00Z')
    lake.close()
    start(5)
    await expect
      .poll(() => ask('doc/production/_.releases.s'))
      .toMatchObject({documents: [{state: 'published'}]})
    expect(await ask('doc/production/_.releases.r')).toMatchObject({documents: [{state: 'active'}]})
  })
})

function changeDatabase(sql: string): void {
  const database = new DatabaseSync(join(dataDir, 'lake.sqlite'))
  database.exec(sql)
  database.close()
}

const REFUSE_CHANGES =
  "CREATE TRIGGER refused BEFORE INSERT ON transactions BEGIN SELECT RAISE(ABORT, 'No room.'); END"
const TAKE_CHANGES = 'DROP TRIGGER refused'

describe('a release that cannot go out', () => {
  test('because nothing can be written waits, and goes out once the lake takes changes again', async () => {
    start(0)
    await schedule('r', '2026-01-01T02:00:00Z')
    lake.close()
    start(5)
    changeDatabase(REFUSE_CHANGES)
    await expect.poll(() => reports).toContainEqual(expect.stringContaining('could not go out at its time'))
    expect(await ask('doc/production/_.releases.r')).toMatchObject({documents: [{state: 'scheduled'}]})
    changeDatabase(TAKE_CHANGES)
    // A change of any release makes the lake look at its schedule; without one it does so after a while.
    await ask('actions/production', {actions: [{actionType: 'sanity.action.release.create', releaseId: 's'}]})
    await expect.poll(() => ask('doc/production/r-a')).toMatchObject({documents: [{_id: 'r-a'}]})
  })

  test('waits for the next start when the lake stops just then', async () => {
    start(0)
    await schedule('r', '2026-01-01T02:00:00Z')
    lake.close()
    start(5)
    changeDatabase(REFUSE_CHANGES)
    // The lake learns of it only after it was closed.
    await new Promise((resolve) => setTimeout(resolve, 1))
    lake.close()
    changeDatabase(TAKE_CHANGES)
    start(6)
    await expect.poll(() => ask('doc/production/r-a')).toMatchObject({documents: [{_id: 'r-a'}]})
  })
})
