import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {assembleLake} from '../src/assembleLake.ts'
import type {AssembledLake} from '../src/assembleLake.ts'
import type {Dataset} from '../src/Dataset.ts'
import {runQuery} from '../src/query/runQuery.ts'
import {seedDocuments} from '../src/seedDocuments.ts'
import {applyMutation} from '../src/transactions/applyMutation.ts'
import {parseMutation} from '../src/transactions/Mutation.ts'
import {benchDocuments} from './benchDocuments.ts'
import {printLine, round} from './printLine.ts'

const SIZE = Number(process.env['LAKE_BENCH_SIZE'] ?? 100_000)
const SECONDS = 2

const folder = mkdtempSync(join(tmpdir(), 'lake-bench-'))
const bare = measureBare(join(folder, 'bare.sqlite'))
let lake = assembleLake({dataDir: folder})
const one = await measureWriters(lake, 1)
printLine({
  name: 'one writer, durable',
  value: one,
  unit: 'writes/s',
  baseline: `bare SQLite, ${round(bare)} writes/s`,
  ratio: one / bare,
  target: 'at least 0.7 times',
  ok: one / bare >= 0.7,
})
const sixteen = await measureWriters(lake, 16)
printLine({
  name: '16 writers, durable',
  value: sixteen,
  unit: 'writes/s',
  baseline: `one writer, ${round(one)} writes/s`,
  ratio: sixteen / one,
  target: 'at least 3 times',
  ok: sixteen / one >= 3,
})
const ends = Array.from({length: 1000}, (_, n) =>
  follow(lake, `*[_type == "article" && slug.current == "article-${n}"]`),
)
const heard = await measureWriters(lake, 1)
printLine({
  name: 'one writer before 1,000 listeners',
  value: one / heard,
  unit: 'times slower',
  baseline: 'no listeners',
  ratio: one / heard,
  target: 'at most 1.3 times',
  ok: one / heard <= 1.3,
})
for (const end of ends) end()
lake.lake.close()
rmSync(folder, {recursive: true})

const large = mkdtempSync(join(tmpdir(), 'lake-bench-'))
lake = assembleLake({dataDir: large})
seedDocuments(lake.core.datasets.get('production'), [...benchDocuments(SIZE)])
lake.lake.close()
globalThis.gc?.()
const before = residentMegabytes()
const started = performance.now()
lake = assembleLake({dataDir: large})
await firstAnswer(lake)
const start = performance.now() - started
printLine({
  name: `start with ${SIZE} documents until the first answer`,
  value: start,
  unit: 'ms',
  baseline: '2000 ms',
  ratio: start / 2000,
  target: 'at most 1',
  ok: start <= 2000,
})
const memory = residentMegabytes() - before
printLine({
  name: `memory of ${SIZE} documents at rest`,
  value: memory,
  unit: 'MB more than before',
  baseline: '300 MB',
  ratio: memory / 300,
  target: 'at most 1',
  ok: memory <= 300,
})
lake.lake.close()
rmSync(large, {recursive: true})

/** Rows a second that SQLite itself writes, each on disk before the next. */
function measureBare(file: string): number {
  const database = new DatabaseSync(file)
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE rows (id TEXT PRIMARY KEY, content TEXT)',
  )
  const insert = database.prepare('INSERT OR REPLACE INTO rows VALUES (?, ?)')
  const content = JSON.stringify({text: 'x'.repeat(1500)})
  const end = performance.now() + SECONDS * 1000
  let count = 0
  for (; performance.now() < end; count += 1) insert.run(`id-${count % 100}`, content)
  database.close()
  return count / SECONDS
}

/** Acknowledged writes a second, each writer waiting for its own. */
async function measureWriters({core}: AssembledLake, writers: number): Promise<number> {
  const dataset = core.datasets.get('production')
  const end = performance.now() + SECONDS * 1000
  let count = 0
  const write = async (writer: number): Promise<void> => {
    for (let turn = 0; performance.now() < end; turn += 1) {
      await put(dataset, core.createId, {
        _id: `w${writer}-${turn % 100}`,
        _type: 'note',
        text: 'x'.repeat(1500),
        turn,
      })
      count += 1
    }
  }
  await Promise.all(Array.from({length: writers}, (_, writer) => write(writer)))
  return count / SECONDS
}

async function put(dataset: Dataset, createId: () => string, document: object): Promise<void> {
  const mutation = parseMutation({createOrReplace: document})
  const tools = {createId, autoGenerateArrayKeys: false, select: (): string[] => []}
  await dataset.transactor.commit({
    transactionId: createId(),
    author: 'bench',
    build: (copy) => applyMutation(copy, mutation, tools),
  })
}

function follow({core}: AssembledLake, query: string): () => void {
  const options = {
    includeResult: true,
    includePreviousRevision: false,
    includeMutations: true,
    includeEffects: true,
    includeAllVersions: false,
  }
  const sink = {send: () => undefined, beat: () => undefined, close: () => undefined}
  return core.hub.listen(
    core.datasets.get('production'),
    {query, params: {}, options, viewer: {kind: 'anonymous'}, lastEventId: undefined, resumes: false},
    sink,
  )
}

async function firstAnswer({core, lake: opened}: AssembledLake): Promise<void> {
  await runQuery(core.datasets.get('production').store, {
    query: '*[_type == "article" && slug.current == "article-7"][0]{..., author->}',
    params: {},
    perspective: {kind: 'published'},
    viewer: {kind: 'anonymous'},
    projectId: opened.projectId,
    dataset: opened.dataset,
    now: new Date(),
  })
}

function residentMegabytes(): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
  return Number(kilobytes) / 1024
}
