/* Run by `node bench/read.bench.ts`: prints one JSON object a line. */
import {spawnSync} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {evaluate, parse} from 'groq-js'
import {generateDocuments, sampleDocuments} from '@spine-center/sample'
import {bundleForNode} from '../bundleForNode.ts'
import {uniqueDocuments} from '../src/content/uniqueDocuments.ts'
import {articleBySlugLight} from '../src/generated/articleBySlug.light.ts'
import {articlesLight} from '../src/generated/articles.light.ts'
import {exercisesLight} from '../src/generated/exercises.light.ts'

const STORED = {_rev: 'r', _createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-01T00:00:00Z'}
const ANY = {
  language: null,
  kind: null,
  bodyRegion: null,
  position: null,
  equipment: null,
  maxDifficulty: null,
}
const FIRST = {...ANY, text: null, before: null, after: null, afterId: null, afterRank: 3, limit: 100}
const MOST_OF_PARSE = 0.25
const MOST_OF_START_MS = 10

const published = (documents: readonly {_id: string}[]) =>
  documents
    .filter(({_id: id}) => !/^(?:drafts|versions)\./.test(id))
    .map((document) => ({...STORED, ...document}))

async function run(
  query: string,
  params: Record<string, unknown>,
  dataset: readonly unknown[],
): Promise<unknown> {
  const value = await evaluate(parse(query, {params}), {params, dataset: [...dataset]})
  return value.get()
}

/** Four digits say enough. */
function round(figure: number): number {
  return Number(figure.toPrecision(4))
}

function print(
  name: string,
  value: number,
  unit: string,
  baseline: number,
  target: string,
  isOk: (ratio: number) => boolean,
) {
  const ratio = value / baseline
  process.stdout.write(
    `${JSON.stringify({name, value: round(value), unit, baseline: round(baseline), ratio: round(ratio), target, ok: isOk(ratio)})}\n`,
  )
}

/** Microseconds a call takes, the shortest of several series: the machine is shared. */
function microseconds(call: () => unknown): number {
  const count = 300
  const series = () => {
    const start = performance.now()
    for (let index = 0; index < count; index += 1) call()
    return ((performance.now() - start) * 1000) / count
  }
  series()
  return Math.min(...Array.from({length: 15}, series))
}

async function benchValidation(label: string): Promise<void> {
  const sample = published(sampleDocuments)
  const many = published([...generateDocuments({count: 1000, seed: 1})])
  const article = await run(
    articleBySlugLight.query,
    {slug: 'exercising-with-back-pain', language: null},
    sample,
  )
  const cases: readonly (readonly [string, unknown, (value: unknown) => boolean])[] = [
    ['article', uniqueDocuments(article), articleBySlugLight.matches],
    ['100 articles', await run(articlesLight.query, FIRST, many), articlesLight.matches],
    ['100 exercises', await run(exercisesLight.query, FIRST, many), exercisesLight.matches],
  ]
  for (const [name, result, matches] of cases) {
    const text = JSON.stringify(result)
    const value: unknown = JSON.parse(text)
    if (!matches(value)) throw new Error(`${name}: the result is refused.`)
    print(
      `validate ${name} (${Math.round(text.length / 1000)} KB)${label}`,
      microseconds(() => matches(value)),
      'µs',
      microseconds((): unknown => JSON.parse(text)),
      `at most ${MOST_OF_PARSE} of JSON.parse`,
      (ratio) => ratio <= MOST_OF_PARSE,
    )
  }
}

// In a process of its own, from the import to the article; the answer is there at once. Node loads its fetch and
// what belongs to it with the first use: that is no work of the SDK's.
const PREPARE = `
const body = (await import('node:fs')).readFileSync(0, 'utf8')
const fetch = async () => new Response(body, {headers: {'content-type': 'application/json'}})
await (await new Response('{}').body.getReader()).read()
new URL('http://localhost:1'), new URLSearchParams({a: 'b'}), new AbortController(), new TextDecoder()
const started = process.cpuUsage()
`
const READ = `
const {createContent} = await import(process.argv[1])
const content = createContent({url: 'http://localhost:1', dataset: 'production', fetch})
if (!(await content.article('exercising-with-back-pain'))) throw new Error('no article')
`
const BARE = `
const {result} = JSON.parse(await (await fetch()).text())
if (!result) throw new Error('no article')
`
const REPORT = `
const {user, system} = process.cpuUsage(started)
process.stdout.write(String((user + system) / 1000))
`

/** Milliseconds on the processor in a fresh process, the shortest of several. */
function freshMs(code: string, input: string): number {
  const built = fileURLToPath(new URL('../dist/node/index.js', import.meta.url))
  const args = ['--input-type=module', '--eval', PREPARE + code + REPORT, built]
  const took = Array.from({length: 15}, () => {
    const {stdout, stderr} = spawnSync(process.execPath, args, {encoding: 'utf8', input})
    if (stdout === '' || Number.isNaN(Number(stdout))) throw new Error(`No article was read: ${stderr}`)
    return Number(stdout)
  })
  return Math.min(...took)
}

async function benchFirstQuery(): Promise<void> {
  const params = {slug: 'exercising-with-back-pain', language: null}
  const article = await run(articleBySlugLight.query, params, published(sampleDocuments))
  const answer = JSON.stringify({result: article, ms: 1})
  print(
    'first article in a fresh process, import included, less bare fetch and JSON.parse',
    freshMs(READ, answer) - freshMs(BARE, answer),
    'ms of processor time',
    MOST_OF_START_MS,
    `at most ${MOST_OF_START_MS} ms`,
    (ratio) => ratio <= 1,
  )
}

if (process.argv.includes('--validation-only')) {
  await benchValidation(', no code from strings')
} else {
  await benchValidation('')
  const args = [
    '--disallow-code-generation-from-strings',
    fileURLToPath(import.meta.url),
    '--validation-only',
  ]
  const {status, stdout, stderr} = spawnSync(process.execPath, args, {encoding: 'utf8'})
  process.stdout.write(stdout)
  if (status !== 0) throw new Error(`Validation without code from strings was not measured: ${stderr}`)
  // What is measured is the code as it is, not as it was built last.
  await bundleForNode()
  await benchFirstQuery()
}
