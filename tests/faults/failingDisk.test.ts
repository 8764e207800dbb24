import {fork} from 'node:child_process'
import type {ChildProcess} from 'node:child_process'
import {once} from 'node:events'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {callLake} from './callLake.ts'
import {createToken, startLakeProcess} from './lakeProcess.ts'
import {lakeRequests} from './lakeRequests.ts'

let dataDir = ''
let child: ChildProcess | undefined
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lake-disk-'))
})
afterEach(async () => {
  child?.kill('SIGKILL')
  child = undefined
  await rm(dataDir, {recursive: true})
})

async function startFaulty(): Promise<{requests: ReturnType<typeof lakeRequests>; child: ChildProcess}> {
  child = fork(fileURLToPath(new URL('faultyLake.ts', import.meta.url)), [dataDir], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  const [{url, token}] = await once(child, 'message')
  return {requests: lakeRequests(url, token), child}
}

async function tell(process: ChildProcess, message: string): Promise<unknown> {
  const answer = once(process, 'message')
  process.send(message)
  return (await answer)[0]
}

test.each([
  ['full', 507, /disk of the lake is full.*Make room/],
  ['fsync', 503, /disk of the lake failed.*acknowledged/],
])(
  'while the disk is such that %s fails, writers are told, readers are served, and afterwards all goes on',
  async (fault, status, message) => {
    const {requests, child: lake} = await startFaulty()
    const {mutate, query} = requests
    expect((await mutate([{create: {_id: 'before', _type: 't', n: 1}}])).status).toBe(200)
    await tell(lake, fault)
    const failed = await Promise.all([
      mutate([{create: {_id: 'lost-1', _type: 't'}}, {patch: {id: 'before', set: {n: 2}}}], 'tx-lost'),
      mutate([{create: {_id: 'lost-2', _type: 't'}}]),
      mutate([{create: {_id: 'lost-3', _type: 't', text: 'x'.repeat(100_000)}}]),
    ])
    expect(failed.map((answer) => answer.status)).toEqual([status, status, status])
    expect(failed[0]?.body).toMatchObject({message: expect.stringMatching(message)})
    // What a client asks for wrongly is still said as that.
    expect((await mutate([{create: {_id: 'before', _type: 't'}}])).status).toBe(409)
    expect(await query('*[_type == "t"]{_id, n}')).toEqual([{_id: 'before', n: 1}])
    expect(await tell(lake, 'heal')).toMatchObject({
      failures: expect.arrayContaining([expect.stringMatching(message)]),
    })
    expect(
      (await mutate([{create: {_id: 'after', _type: 't'}}, {patch: {id: 'before', set: {n: 3}}}], 'tx-lost'))
        .status,
    ).toBe(200)
    const expected = [{_id: 'after'}, {_id: 'before', n: 3}]
    expect(await query('*[_type == "t"]{_id, n}')).toMatchObject(expected)

    // And it is on disk: the process dies without another word.
    lake.kill('SIGKILL')
    await once(lake, 'exit')
    const again = await startFaulty()
    expect(await again.requests.query('*[_type == "t"]{_id, n}')).toMatchObject(expected)
    const exited = once(again.child, 'exit')
    again.child.disconnect()
    await exited
    expect(await callLake('check', '--data-dir', dataDir)).toMatchObject({
      code: 0,
      out: 'The lake is whole.\n',
    })
  },
)

test('when no file may grow any more, what was acknowledged stays, and nothing else is there', async () => {
  const token = await createToken(dataDir)
  const limited = await startLakeProcess(dataDir, {}, {maxFileBytes: 1024 * 1024})
  const {mutate, query} = lakeRequests(limited.url, token)
  const acknowledged: string[] = []
  let refused: number | undefined
  for (let turn = 0; refused === undefined; turn += 1) {
    const id = `doc-${String(turn).padStart(4, '0')}`
    const {status} = await mutate([{create: {_id: id, _type: 't', text: 'x'.repeat(5000)}}])
    if (status === 200) acknowledged.push(id)
    else refused = status
  }
  expect([503, 507]).toContain(refused)
  expect(acknowledged.length).toBeGreaterThan(10)
  expect(await query('*[_type == "t"]._id')).toEqual(acknowledged)
  await limited.kill()

  const free = await startLakeProcess(dataDir)
  const after = lakeRequests(free.url, token)
  expect(await after.query('*[_type == "t"]._id')).toEqual(acknowledged)
  expect((await after.mutate([{create: {_id: 'zz', _type: 't'}}])).status).toBe(200)
  expect(await free.stop()).toBe(0)
})

test('an upload for which there is no room is refused as that, kept by nobody, and goes once there is', async () => {
  const token = await createToken(dataDir)
  const limited = await startLakeProcess(dataDir, {}, {maxFileBytes: 1024 * 1024})
  const upload = async (url: string, bytes: number): Promise<{status: number; text: string}> => {
    const address = `${url}/v2025-02-19/assets/files/production?filename=a.bin`
    const headers = {authorization: `Bearer ${token}`}
    const answer = await fetch(address, {method: 'POST', body: 'x'.repeat(bytes), headers})
    return {status: answer.status, text: await answer.text()}
  }
  // The last piece fits in part, which a single write would report as done.
  for (const bytes of [1024 * 1024 + 1, 3 * 1024 * 1024]) {
    expect(await upload(limited.url, bytes)).toEqual({
      status: 507,
      text: expect.stringMatching(/disk of the lake is full/),
    })
  }
  expect((await upload(limited.url, 1000)).status).toBe(200)
  await limited.kill()
  const free = await startLakeProcess(dataDir)
  expect((await upload(free.url, 3 * 1024 * 1024)).status).toBe(200)
  expect(await free.stop()).toBe(0)
  expect(await callLake('check', '--data-dir', dataDir)).toMatchObject({code: 0, out: 'The lake is whole.\n'})
})
