import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {createLake} from '../createLake.ts'
import type {Lake} from '../createLake.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import type {LakeLimits} from '../LakeLimits.ts'

let folder = ''
let lake: Lake
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lake-isolation-'))
})
afterEach(() => {
  lake.close()
  rmSync(folder, {recursive: true})
})

const documents = Array.from({length: 300}, (_, n) => ({
  _id: `d${n}`,
  _type: 'note',
  n,
  title: `Note ${n}`,
  list: Array.from({length: 200}, (__, item) => ({_key: `k${item}`, n: item, text: 'a'.repeat(40)})),
}))

type Answer = {status: number; body: unknown; headers: Headers}

async function ask(query: string, params: Record<string, unknown> = {}, token?: string): Promise<Answer> {
  const response = await lake.fetch('http://localhost/v2025-02-19/data/query/production?perspective=raw', {
    method: 'POST',
    body: JSON.stringify({query, params}),
    headers: token === undefined ? {} : {authorization: `Bearer ${token}`},
  })
  return {status: response.status, body: await response.json(), headers: response.headers}
}

function errorOf({body}: Answer): {type: unknown; description: string} {
  const error = isJsonObject(body) ? body['error'] : undefined
  if (!isJsonObject(error)) throw new Error(`No error in ${JSON.stringify(body).slice(0, 300)}`)
  return {type: error['type'], description: String(error['description'])}
}

async function write(mutations: unknown[]): Promise<void> {
  const token = lake.createToken({role: 'editor', label: 'test'})
  const response = await lake.fetch('http://localhost/v2025-02-19/data/mutate/production', {
    method: 'POST',
    headers: {authorization: `Bearer ${token}`},
    body: JSON.stringify({mutations}),
  })
  expect(response.status).toBe(200)
}

function open(place: {dataDir?: string}, limits: Partial<LakeLimits> = {}): void {
  lake = createLake({documents, ...place, limits: {queryTimeoutMs: 1_000, ...limits}})
}

/** Feeds a query its own result, so many times. */
function nested(times: number, seed: string, step: (inner: string) => string): string {
  return Array.from({length: times}).reduce<string>(step, seed)
}

const doublingFunctions = Array.from({length: 30}, (_, n) => {
  const inner = `a::f${n - 1}(@)`
  return `fn a::f${n}($x) = $x{"a": ${n === 0 ? '1' : `${inner}, "b": ${inner}`}};`
})

/** Queries without an end in sight, each of another kind. */
const HOSTILE: Record<string, string> = {
  'a cartesian product': 'count(*[count(*[count(*[n > ^.n && ^.^.n < n]) > 1]) > 1])',
  'a product within one document':
    '*[_id == "d1"]{"x": list[count(^.list[count(^.^.list[count(^.^.^.list[n != ^.n]) > 0]) > 0]) > 0]}',
  'maps within maps': '*[_id == "d1"]{"x": list[]{"a": ^.list[]{"b": ^.^.list[]{"c": ^.^.^.list[]{n}}}}}',
  'an array that doubles': nested(40, '[1]', (inner) => `[{"v": ${inner}}][]{"v": [...v, ...v]}[0].v`),
  'a result that doubles': nested(40, '1', (inner) => `[{"v": ${inner}}][]{"v": {"a": v, "b": v}}[0].v`),
  'a pattern that backtracks': `*["${'a'.repeat(60)}" match "${'*a'.repeat(25)}*c"]`,
  'functions that double': `${doublingFunctions.join('')} *[0]{"x": a::f29(@)}`,
  'a long text': `*[n == 1${' && n == 1'.repeat(20_000)}]`,
}

describe.each([
  ['on disk', () => ({dataDir: folder})],
  ['in memory', () => ({})],
])('a lake %s', (_, place) => {
  test('answers others while hostile queries run, and ends each of them', async () => {
    open(place(), {queryThreads: 4, queryTimeoutMs: 2_000, maxResultBytes: 1_000_000})
    const running = new Set(Object.keys(HOSTILE))
    const hostile = Object.entries(HOSTILE).map(async ([name, query]) => {
      const answer = await ask(query)
      running.delete(name)
      return [name, answer.status, errorOf(answer).type]
    })
    const probes = [0, 1, 2, 3, 4].map(async (probe) => {
      expect((await ask(`*[_id == "d${probe}"][0].title`)).body).toMatchObject({result: `Note ${probe}`})
      expect(running).toContain('a cartesian product')
    })
    const [outcomes] = await Promise.all([Promise.all(hostile), ...probes])
    for (const [name, status, type] of outcomes) {
      const isTooLarge = type === 'queryResultTooLargeError' && name === 'a result that doubles'
      expect
        .soft([name, status, type])
        .toEqual([name, ...(isTooLarge ? [413, type] : [400, 'queryTimeoutError'])])
    }
    // The threads that were stopped have been replaced.
    expect((await ask('"abcd" match "*a*b*c*d*"')).body).toMatchObject({result: true})
  })

  test('a query in another thread sees what was written before it', async () => {
    open(place(), {queryTimeoutMs: 20_000})
    const heavy =
      '{"n": count(*[count(list[n > 100]) == 99]), "titles": *[title match "fresh"].title, "x": "a" match "*a*b*c*d*"}'
    for (let turn = 0; turn < 5; turn += 1) {
      await write([{createOrReplace: {_id: `w${turn}`, _type: `t${turn % 2}`, title: `fresh ${turn}`}}])
      if (turn > 1) await write([{delete: {id: `w${turn - 2}`}}])
      const titles = [turn - 1, turn].filter((n) => n >= 0).map((n) => `fresh ${n}`)
      expect((await ask(heavy)).body).toMatchObject({result: {n: 300, titles}})
    }
  })

  test('who comes when all places are taken is told when to come again', async () => {
    open(place(), {queryThreads: 1, maxConcurrentQueries: 1})
    const first = ask(HOSTILE['a cartesian product'] ?? '')
    const second = await ask(HOSTILE['maps within maps'] ?? '')
    expect([second.status, second.headers.get('retry-after')]).toEqual([429, '1'])
    expect(errorOf(second).description).toContain('--max-concurrent-queries')
    expect((await ask('*[_id == "d1"][0].n')).body).toMatchObject({result: 1})
    expect((await first).status).toBe(400)
  })

  test('a stranger with many endless queries keeps no member waiting, and gets half of the places', async () => {
    open(place(), {queryThreads: 2, queryTimeoutMs: 60_000, maxConcurrentQueries: 20})
    const endless = HOSTILE['a cartesian product'] ?? ''
    const hostile = Array.from({length: 20}, (_item, n) => ask(`{"n": ${n}, "x": ${endless}}`))
    const token = lake.createToken({role: 'viewer', label: 'member'})
    const search = await ask('count(*["abcd" match "*a*b*c*d*"])', {}, token)
    expect(search).toMatchObject({status: 200, body: {result: 300}})
    lake.close()
    const ended = await Promise.all(hostile)
    const withStatus = (status: number) => ended.filter((answer) => answer.status === status).length
    expect([withStatus(429), withStatus(503)]).toEqual([10, 10])
    expect(errorOf(ended.find(({status}) => status === 429) ?? search).description).toContain('are yours')
    open({})
  })

  test('what waits or runs when the lake closes fails at once', async () => {
    open(place(), {queryTimeoutMs: 60_000, queryThreads: 1})
    const running = [ask(HOSTILE['a cartesian product'] ?? ''), ask(HOSTILE['maps within maps'] ?? '')]
    await ask('*[_id == "d1"][0].n')
    lake.close()
    expect((await Promise.all(running)).map(({status}) => status)).toEqual([503, 503])
    open({})
  })
})

test.each([
  [{maxQueryLength: 20}, 'count(*[_type == "note"])', 413, '--max-query-length'],
  [{maxQueryDepth: 10}, `${'('.repeat(20)}1${')'.repeat(20)}`, 400, '--max-query-depth'],
  [{maxResultBytes: 1_000, queryTimeoutMs: 20_000}, '*[_type == "note"]', 413, '--max-result-bytes'],
  [{queryTimeoutMs: 50}, HOSTILE['a cartesian product'] ?? '', 400, '--query-timeout-ms'],
])('%j limits a query and is named by the error', async (limits, query, status, named) => {
  open({}, limits)
  const answer = await ask(query)
  expect(answer.status).toBe(status)
  expect(errorOf(answer).description).toContain(named)
})

test.each([
  ['long', `*[n in [${Array.from({length: 2_000}, (__, n) => n).join()}]]`],
  ['of functions that double', `${doublingFunctions.join('\n')} *[n == a::f29(1)]`],
])('a query %s is parsed on no thread that serves: listeners and mutations are told so', async (_, query) => {
  open({})
  const token = lake.createToken({role: 'editor', label: 'test'})
  const headers = {authorization: `Bearer ${token}`}
  const listening = new URLSearchParams({query}).toString()
  const answers = await Promise.all([
    lake.fetch(`http://localhost/v2025-02-19/data/listen/production?${listening}`, {headers}),
    lake.fetch('http://localhost/v2025-02-19/data/mutate/production', {
      method: 'POST',
      headers,
      body: JSON.stringify({mutations: [{delete: {query}}]}),
    }),
  ])
  // A stream tells of an error by an event.
  expect(answers.map(({status}) => status)).toEqual([200, 400])
  for (const answer of answers) expect(await answer.text()).toContain('may have 5000 characters')
})

test('a query that takes more memory than it may is refused by name, and the next is answered', async () => {
  open({dataDir: folder}, {queryTimeoutMs: 60_000, maxQueryMemoryBytes: 48 * 1024 * 1024})
  const refused = await ask('count(*{"all": *{..., "all": *{...}}}[defined(all[n > 1])])')
  expect(refused.status).toBe(413)
  expect(errorOf(refused).type).toBe('queryResultTooLargeError')
  expect(errorOf(refused).description).toContain('maxQueryMemoryBytes or --max-query-memory-bytes')
  expect((await ask('count(*[length(title) > 1])')).body).toMatchObject({result: 300})
})
