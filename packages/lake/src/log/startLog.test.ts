import {mkdtempSync, readFileSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {startLake} from '../startLake.ts'
import type {RunningLake} from '../startLake.ts'
import {createLog} from './createLog.ts'
import type {LogFormat} from './createLog.ts'

let folder = ''
let lake: RunningLake | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lake-log-'))
})
afterEach(async () => {
  await lake?.close()
  rmSync(folder, {recursive: true})
})

const SECRETS = ['s3cretTitle', 's3cretParameter', 's3cretId', 's3cretPath', 's3cretFile', 's3cretSession']

/** A lake under every kind of request, each of which carries something that a log may not hold. */
async function useLake(format: LogFormat): Promise<{lines: string[]; token: string}> {
  const lines: string[] = []
  const log = createLog({level: 'debug', format, write: (line) => lines.push(line)})
  const running = await startLake({
    port: 0,
    dataDir: folder,
    onRequest: (record) => log.request(record),
    onError: (error) => log.failure(error),
  })
  lake = running
  const token = running.createToken({role: 'editor', label: 'log'})
  const ask = async (path: string, init: RequestInit = {}): Promise<void> => {
    const response = await fetch(`${running.url}${path}`, {
      ...init,
      headers: {authorization: `Bearer ${token}`},
    })
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f]{12}$/)
    await response.arrayBuffer()
  }
  const create = {create: {_id: 's3cretId', _type: 't', title: 's3cretTitle'}}
  await ask('/v1/data/mutate/production', {method: 'POST', body: JSON.stringify({mutations: [create]})})
  await ask('/v1/data/mutate/production', {method: 'POST', body: JSON.stringify({mutations: [create]})})
  await ask('/v1/data/query/production?query=*[title==$a]&$a="s3cretParameter"')
  await ask('/v1/data/query/production?query=*[s3cretParameter')
  await ask('/v1/data/doc/production/s3cretId')
  await ask('/v1/auth/fetch?sid=s3cretSession')
  await ask('/s3cretPath/v1')
  await ask(`/v1/${token}`)
  await ask('/v1/data/query/s3cretPath?query=*')
  await ask('/images/spine/production/s3cretFile.png')
  await ask('/v1/assets/files/production?filename=s3cretFile.txt', {method: 'POST', body: 's3cretTitle'})
  await ask('/v1/data/query/production', {method: 'POST', body: '{"query": "s3cretParameter'})
  log.failure(new SyntaxError('Unexpected token in "s3cretTitle"'))
  await running.close()
  lake = undefined
  return {lines, token}
}

test('JSON lines tell of every request, and hold no content, parameter or token', async () => {
  const {lines, token} = await useLake('json')
  const text = lines.join('\n')
  for (const secret of [...SECRETS, token]) expect(text).not.toContain(secret)
  const entries = lines.map((line): Record<string, unknown> => JSON.parse(line))
  expect(entries).toHaveLength(13)
  expect(entries[0]).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    id: expect.stringMatching(/^[0-9a-f]{12}$/),
    method: 'POST',
    path: '/v1/data/mutate/production',
    status: 200,
    ms: expect.any(Number),
    bytes: expect.any(Number),
    msg: 'request',
  })
  expect(entries.map(({status, path}) => `${String(status)} ${String(path)}`)).toEqual(
    expect.arrayContaining([
      '409 /v1/data/mutate/production',
      '400 /v1/data/query/production',
      '200 /v1/data/doc/production/:ids',
      '404 (unknown)',
      '404 /v1/data/query/:dataset',
      '404 /images/:projectId/production/:file',
      '200 /v1/assets/files/production',
    ]),
  )
  expect(entries.at(-1)).toMatchObject({
    level: 'error',
    msg: 'failure',
    type: 'SyntaxError',
    stack: expect.any(Array),
  })
})

test('lines for people are one line each and as silent about what is said', async () => {
  const {lines, token} = await useLake('pretty')
  for (const secret of [...SECRETS, token]) expect(lines.join('\n')).not.toContain(secret)
  expect(lines[0]).toMatch(
    /^\d\d:\d\d:\d\d POST \/v1\/data\/mutate\/production 200 [\d.]+ ms \d+ B [0-9a-f]{12}$/,
  )
  for (const line of lines) expect(line).not.toContain('\n')
})

test('levels hold back, and a file takes lines that nobody else may read', () => {
  const lines: string[] = []
  const record = {id: '1', method: 'GET', route: '/', path: '/', status: 200, ms: 1, bytes: 1, isCut: false}
  const quiet = createLog({level: 'warn', format: 'json', write: (line) => lines.push(line)})
  quiet.request(record)
  quiet.event('started')
  quiet.request({...record, status: 500, isCut: true})
  quiet.failure(new Error('late'))
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['request', 'failure'])
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({level: 'error', cut: true})
  const file = join(folder, 'logs', 'lake.log')
  const filed = createLog({level: 'info', format: 'json', file, write: (line) => lines.push(line)})
  filed.request(record)
  expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(1)
  expect(statSync(file).mode & 0o077).toBe(0)
  expect(lines).toHaveLength(2)
})
