import {mkdtempSync, rmSync} from 'node:fs'
import {request} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {startLake} from '../startLake.ts'
import type {RunningLake} from '../startLake.ts'

let folder = ''
let lake: RunningLake
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lake-metrics-'))
  lake = await startLake({port: 0, dataDir: folder, metrics: true})
})
afterEach(async () => {
  await lake.close()
  rmSync(folder, {recursive: true})
})

type Sample = {name: string; labels: Record<string, string>; value: number}

const LINE =
  /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{((?:[a-zA-Z_]\w*="(?:[^"\\\n]|\\[\\"n])*",?)*)\})? (NaN|[+-]Inf|-?[\d.]+(?:e[+-]?\d+)?)$/

/** Reads the text format 0.0.4 as its specification has it; throws at the first line that breaks a rule. */
function parseMetrics(text: string): {samples: Sample[]; types: Map<string, string>} {
  const types = new Map<string, string>()
  const samples: Sample[] = []
  if (!text.endsWith('\n')) throw new Error('The last line has no end.')
  for (const line of text.slice(0, -1).split('\n')) {
    const [, type, name = '', rest = ''] = /^# (TYPE|HELP) (\S+) (.*)$/.exec(line) ?? []
    if (type === 'TYPE') {
      if (types.has(name)) throw new Error(`${name} has two types.`)
      if (!/^(counter|gauge|histogram|summary|untyped)$/.test(rest)) throw new Error(`${name} is a ${rest}.`)
      types.set(name, rest)
    }
    if (line === '' || line.startsWith('#')) continue
    const [, sample = '', labels = '', value = ''] = LINE.exec(line) ?? []
    if (sample === '') throw new Error(`This is no sample: ${line}`)
    const base = types.has(sample) ? sample : sample.replace(/_(bucket|sum|count)$/, '')
    if (!types.has(base)) throw new Error(`${sample} has no type.`)
    const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, key, text]) => [key, text])
    samples.push({name: sample, labels: Object.fromEntries(pairs), value: Number(value)})
  }
  return {samples, types}
}

async function readMetrics(): Promise<ReturnType<typeof parseMetrics>> {
  const response = await fetch(`${lake.url}/metrics`)
  expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
  return parseMetrics(await response.text())
}

// A request is counted once its connection is done with it, which its client need not wait for.
async function untilCounted(labels: Record<string, string>, count: number): Promise<void> {
  const isMeant = (sample: Sample): boolean =>
    sample.name === 'lake_http_requests_total' &&
    Object.entries(labels).every(([key, text]) => sample.labels[key] === text)
  const counted = async (): Promise<number> =>
    (await readMetrics()).samples.filter(isMeant).reduce((sum, {value}) => sum + value, 0)
  await expect.poll(counted).toBe(count)
}

test('what the lake does is counted, in the text format 0.0.4', async () => {
  const token = lake.createToken({role: 'editor', label: 'metrics'})
  const headers = {authorization: `Bearer ${token}`}
  const body = JSON.stringify({mutations: [{create: {_id: 'a', _type: 't'}}]})
  await (await fetch(`${lake.url}/v1/data/mutate/production`, {method: 'POST', body, headers})).text()
  for (const query of ['*', 'count(*)', '*['])
    await (await fetch(`${lake.url}/v1/data/query/production?query=${query}`)).text()
  const stream = new AbortController()
  const listening = await fetch(`${lake.url}/v1/data/listen/production?query=*`, {
    headers,
    signal: stream.signal,
  })
  await untilCounted({route: '/:version/data/query/:dataset'}, 3)
  const {samples, types} = await readMetrics()
  stream.abort()
  await listening.text().catch(() => undefined)
  const valueOf = (name: string, labels: Record<string, string> = {}): number | undefined =>
    samples.find(
      (sample) =>
        sample.name === name && Object.entries(labels).every(([key, text]) => sample.labels[key] === text),
    )?.value
  const query = {route: '/:version/data/query/:dataset'}
  expect(types.get('lake_http_request_duration_seconds')).toBe('histogram')
  expect(valueOf('lake_http_requests_total', {...query, method: 'GET', status: '200'})).toBe(2)
  expect(valueOf('lake_http_requests_total', {...query, status: '400'})).toBe(1)
  expect(valueOf('lake_http_request_duration_seconds_bucket', {...query, le: '+Inf'})).toBe(3)
  expect(valueOf('lake_query_duration_seconds_count')).toBe(3)
  expect(valueOf('lake_transactions_total', {dataset: 'production'})).toBe(1)
  expect(valueOf('lake_documents', {dataset: 'production'})).toBe(1)
  expect(valueOf('lake_listeners')).toBe(1)
  expect(valueOf('lake_database_bytes')).toBeGreaterThan(1000)
  expect(valueOf('lake_wal_bytes')).toBeGreaterThan(0)
  expect(valueOf('lake_image_cache_bytes')).toBe(0)
  expect(valueOf('process_resident_memory_bytes')).toBeGreaterThan(10_000_000)
  const buckets = samples.filter(
    ({name, labels}) => name.endsWith('request_duration_seconds_bucket') && labels['route'] === query.route,
  )
  expect(buckets.map(({value}) => value)).toEqual(
    buckets.map(({value}) => value).toSorted((left, right) => left - right),
  )
})

test('routes that there are not add no label', async () => {
  for (const path of ['/v1/one', '/v1/two', '/three']) await (await fetch(lake.url + path)).text()
  await untilCounted({route: '(unknown)', status: '404'}, 3)
  const {samples} = await readMetrics()
  expect(
    samples.filter(({labels}) => Object.values(labels).some((text) => /one|two|three/.test(text))),
  ).toEqual([])
})

/** The status for a request that a proxy on this machine passes on. */
async function statusOf(headers: Record<string, string>): Promise<number> {
  const response = await fetch(`${lake.url}/metrics`, {
    headers: {'x-forwarded-for': '203.0.113.9', ...headers},
  })
  return response.status
}

test('what a proxy passes on needs the token of an administrator', async () => {
  expect(await statusOf({})).toBe(401)
  for (const [role, status] of [
    ['viewer', 403],
    ['editor', 403],
    ['deploy', 403],
    ['administrator', 200],
  ] as const) {
    expect(await statusOf({authorization: `Bearer ${lake.createToken({role, label: role})}`})).toBe(status)
  }
  expect(await statusOf({authorization: 'Bearer skWrong'})).toBe(403)
})

test('a page of another name cannot ask for them, and they are off unless wanted', async () => {
  const status = await new Promise((resolve) => {
    request(
      {port: lake.port, host: '127.0.0.1', path: '/metrics', headers: {host: 'evil.example'}},
      (response) => {
        response.resume()
        resolve(response.statusCode)
      },
    ).end()
  })
  expect(status).toBe(403)
  const without = await startLake({port: 0})
  expect((await fetch(`${without.url}/metrics`)).status).toBe(404)
  await without.close()
})
