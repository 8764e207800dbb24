import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'
import {evaluate, evaluateSync, parse} from 'groq-js'
import {assembleLake} from '../src/assembleLake.ts'
import type {JsonObject} from '../src/json/isJsonObject.ts'
import {runQuery} from '../src/query/runQuery.ts'
import {seedDocuments} from '../src/seedDocuments.ts'
import {benchDocuments} from './benchDocuments.ts'
import {printLine, round} from './printLine.ts'

type Case = {
  name: string
  query: string
  params: JsonObject
  target: number
  baseline: 'evaluate' | 'evaluateSync'
}

const CASES: readonly Case[] = [
  {
    name: 'by slug, three dereferences',
    query: '*[_type == "article" && slug.current == $slug][0]{..., author->, reviewer->, exercise->}',
    params: {slug: 'article-7'},
    target: 3000,
    baseline: 'evaluate',
  },
  {
    name: 'newest 20',
    query: '*[_type == "article"] | order(publishedAt desc) [0...20] {_id, title, publishedAt}',
    params: {},
    target: 3000,
    baseline: 'evaluate',
  },
  {
    name: 'references',
    query: '*[references($id)]{_id}',
    params: {id: 'exercise-1'},
    target: 3000,
    baseline: 'evaluate',
  },
  {name: 'count', query: 'count(*[_type == "article"])', params: {}, target: 3000, baseline: 'evaluate'},
  {
    name: 'title match',
    query: '*[_type == "exercise" && title match $words]{_id, title}',
    params: {words: 'knee spi*'},
    target: 50,
    baseline: 'evaluate',
  },
  {
    name: 'two filters',
    query: '*[_type == "exercise" && difficulty == 2 && kind == "hip"]{_id, title}',
    params: {},
    target: 100,
    baseline: 'evaluateSync',
  },
  {
    name: 'nothing narrows',
    query: 'count(*[length(title) > 30])',
    params: {},
    target: 1,
    baseline: 'evaluateSync',
  },
]

const SIZES = (process.env['LAKE_BENCH_SIZES'] ?? '1000,10000,100000').split(',').map(Number)
const ofSmallest = new Map<string, number>()

for (const size of SIZES) {
  const dataDir = mkdtempSync(join(tmpdir(), 'lake-bench-'))
  const {core, lake} = assembleLake({dataDir})
  const dataset = core.datasets.get(lake.dataset)
  seedDocuments(dataset, [...benchDocuments(size)])
  // As in a lake that serves: without the garbage of seeding it, and without all documents in memory for the baseline.
  collectGarbage()
  const own = new Map<Case, number>()
  for (const item of CASES) own.set(item, await measureOwn(item))
  const stored = [...benchDocuments(size)].toSorted((left, right) =>
    String(left['_id']) < String(right['_id']) ? -1 : 1,
  )
  for (const item of CASES) report(size, item, own.get(item) ?? NaN, await measureBaseline(item, stored))
  lake.close()
  rmSync(dataDir, {recursive: true})

  async function measureOwn({query, params}: Case): Promise<number> {
    const request = {
      query,
      params,
      perspective: {kind: 'published'},
      viewer: {kind: 'anonymous'},
      projectId: lake.projectId,
      dataset: lake.dataset,
      now: new Date(),
      timeoutMs: 600_000,
    } as const
    return median(() => runQuery(dataset.store, request))
  }
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') collect()
}

async function measureBaseline(
  {query, params, baseline}: Case,
  dataset: readonly JsonObject[],
): Promise<number> {
  const tree = parse(query, {params})
  if (baseline === 'evaluateSync') return median(() => Promise.resolve(evaluateSync(tree, {dataset, params})))
  return median(async () => (await evaluate(tree, {dataset, params})).get())
}

/** Milliseconds of one run: the median of as many as fit into a second, at least three. */
async function median(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  const end = performance.now() + 1000
  await run()
  while (times.length < 3 || (performance.now() < end && times.length < 2000)) {
    const started = performance.now()
    await run()
    times.push(performance.now() - started)
  }
  return times.toSorted((left, right) => left - right)[Math.floor(times.length / 2)] ?? NaN
}

function report(size: number, {name, target, baseline: by}: Case, own: number, baseline: number): void {
  printLine({
    name: `${name} at ${size}`,
    value: own,
    unit: 'ms',
    baseline: `groq-js ${by}, ${round(baseline)} ms`,
    ratio: baseline / own,
    target: size < 100_000 ? 'none at this size' : `at least ${target} times faster`,
    ok: size < 100_000 || baseline / own >= target,
  })
  const smallest = ofSmallest.get(name)
  if (smallest === undefined) ofSmallest.set(name, own)
  else if (target >= 3000) {
    printLine({
      name: `${name}: growth to ${size}`,
      value: own,
      unit: 'ms',
      baseline: `its own ${round(smallest)} ms at ${SIZES[0]}`,
      ratio: own / smallest,
      target: 'at most 4 times',
      ok: own / smallest <= 4,
    })
  }
}
