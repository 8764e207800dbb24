import {readFileSync} from 'node:fs'
import {isDeepStrictEqual} from 'node:util'
import {evaluate, evaluateSync, parse} from 'groq-js'
import {isJsonObject} from '../src/json/isJsonObject.ts'
import type {JsonObject} from '../src/json/isJsonObject.ts'
import {startLake} from '../src/startLake.ts'
import {withoutScores} from './withoutScores.ts'

/**
 * Puts the public GROQ conformance corpus (github.com/sanity-io/groq-test-suite, compiled to `suite.ndjson` by its own
 * `build`) to plain groq-js and to the lake over HTTP, and reports where they differ:
 *
 * node packages/lake/bench/conformance.ts <suite.ndjson> [what a name must contain]
 */
const [, , file, only = ''] = process.argv
if (file === undefined) throw new TypeError('Name the compiled corpus: conformance.ts <suite.ndjson>')

type Case = {
  name: string
  query: string
  params: JsonObject
  valid: boolean
  result: unknown
  dataset: string
}
type Outcome = {ok: boolean; said: unknown}

// What the lake adds to documents that lack it, and what it answers where groq-js says `me`.
const ADDED = new Set(['_rev', '_createdAt', '_updatedAt'])
const UNTYPED = 'conformance.untyped'

// Plain groq-js takes minutes over it; its own test run leaves it out too.
const ENDLESS = 'Filters / documents, nested 3'

const {datasets, cases} = readCorpus(readFileSync(file, 'utf8'))
const counts = {cases: 0, plain: 0, same: 0, worse: 0, better: 0, neither: 0, unfit: 0}
for (const [id, documents] of datasets) {
  const own = cases.filter(({dataset, name}) => dataset === id && name.includes(only) && name !== ENDLESS)
  if (own.length > 0) await runDataset(documents, own)
}
process.stdout.write(`${JSON.stringify(counts)}\n`)
process.exitCode = counts.worse > 0 ? 1 : 0

function readCorpus(text: string): {datasets: Map<string, JsonObject[]>; cases: Case[]} {
  const found: {datasets: Map<string, JsonObject[]>; cases: Case[]} = {datasets: new Map(), cases: []}
  for (const line of text.split('\n')) {
    if (line === '') continue
    const entry: unknown = JSON.parse(line)
    if (!isJsonObject(entry)) continue
    if (entry['_type'] === 'dataset') {
      const documents = Array.isArray(entry['documents'])
        ? entry['documents'].filter(isJsonObject)
        : undefined
      if (documents) found.datasets.set(String(entry['_id']), documents)
    } else found.cases.push(readCase(entry))
  }
  return found
}

function readCase(entry: JsonObject): Case {
  const {dataset, params} = entry
  return {
    name: String(entry['name']),
    query: String(entry['query']),
    params: isJsonObject(params) ? params : {},
    valid: entry['valid'] === true,
    result: entry['result'],
    dataset: isJsonObject(dataset) ? String(dataset['_ref']) : '',
  }
}

async function runDataset(documents: JsonObject[], own: readonly Case[]): Promise<void> {
  const typed = documents.map((document) => ({_type: UNTYPED, ...document}))
  const lake = await startLake({port: 0, documents: []})
  try {
    const token = lake.createToken({role: 'administrator', label: 'conformance'})
    const headers = {authorization: `Bearer ${token}`}
    const stored = await fetch(`${lake.url}/v2025-02-19/data/mutate/production?visibility=async`, {
      method: 'POST',
      headers,
      body: JSON.stringify({mutations: typed.map((document) => ({createOrReplace: document}))}),
    })
    if (!stored.ok) {
      counts.unfit += own.length
      process.stdout.write(
        `unfit: ${own.length} cases, e.g. "${own[0]?.name}": ${(await stored.text()).slice(0, 200)}\n`,
      )
      return
    }
    for (const one of own) {
      const response = await fetch(`${lake.url}/v2025-02-19/data/query/production?perspective=raw`, {
        method: 'POST',
        headers,
        body: JSON.stringify({query: one.query, params: one.params}),
      })
      const body: unknown = await response.json()
      count(one, await askPlain(one, documents), judge(one, response.ok, body))
    }
  } finally {
    await lake.close()
  }
}

async function askPlain(one: Case, documents: JsonObject[]): Promise<Outcome> {
  const dataset = documents.toSorted((left, right) => (String(left['_id']) < String(right['_id']) ? -1 : 1))
  try {
    const tree = parse(one.query, {params: one.params})
    const options = {dataset, params: one.params}
    const value = /changed(Any|Only)/.test(one.query)
      ? await evaluate(tree, options)
      : evaluateSync(tree, options)
    const result: unknown = await value.get()
    return judge(one, true, {result})
  } catch (error) {
    return judge(one, false, error instanceof Error ? error.message : error)
  }
}

function judge(one: Case, ok: boolean, body: unknown): Outcome {
  if (!ok) return {ok: !one.valid, said: body}
  const result = isJsonObject(body) ? body['result'] : body
  const isRight = one.valid && isDeepStrictEqual(plainly(result), plainly(one.result))
  return {ok: isRight, said: result}
}

function plainly(value: unknown): unknown {
  return withoutScores(
    JSON.parse(
      JSON.stringify(value ?? null, (name, member: unknown) => (isAdded(name, member) ? undefined : member)),
    ),
  )
}

function isAdded(name: string, member: unknown): boolean {
  return ADDED.has(name) || (name === '_type' && member === UNTYPED)
}

function count(one: Case, plain: Outcome, lake: Outcome): void {
  counts.cases += 1
  if (plain.ok) counts.plain += 1
  const kind = plain.ok ? (lake.ok ? 'same' : 'worse') : lake.ok ? 'better' : 'neither'
  counts[kind] += 1
  if (kind === 'same' || kind === 'better') return
  const line = {
    kind,
    name: one.name,
    query: one.query.slice(0, 300),
    expected: one.valid ? one.result : 'an error',
    lake: lake.said,
  }
  process.stdout.write(`${JSON.stringify(line).slice(0, 1500)}\n`)
}
