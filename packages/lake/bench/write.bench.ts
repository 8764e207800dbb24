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

// What is compared is measured turn by turn: a disk that others use slows all of it alike.
const ROUNDS = 7
const TURN_MS = 500

const folder = mkdtempSync(join(tmpdir(), 'lake-bench-'))
const bare = openBare(join(folder, 'bare.sqlite'))
let lake = assembleLake({dataDir: folder})
const elsewhere = (n: number): string => `*[_type == "article" && slug.current == "article-${n}"]`
// Each has to look into every note; hardly any lets one through.
const concerned = (n: number): string => `*[_type == "note" && turn > ${1_000_000 + n}]`
// Matching is measured without a disk, whose moods are longer than what matching takes.
const inMemory = assembleLake({})
type Round = {bare: number; one: number; sixteen: number; heard: number; plain: number; matched: number}
const rounds: Round[] = []
for (let round = 0; round <= ROUNDS; round += 1) {
  const measured = {
    bare: bare.measure(),
    one: await measureWriters(lake, 1),
    sixteen: await measureWriters(lake, 16),
    heard: await withListeners(lake, elsewhere, () => measureWriters(lake, 1)),
    plain: await measureWriters(inMemory, 1),
    matched: await withListeners(inMemory, concerned, () => measureWriters(inMemory, 1)),
  }
  // The first round warms up: code is compiled, and both logs have grown to the length that they keep.
  if (round > 0) rounds.push(measured)
}
bare.close()
inMemory.lake.close()
const middle = (pick: (round: Round) => number): number =>
  rounds.map(pick).toSorted((left, right) => left - right)[Math.floor(ROUNDS / 2)] ?? NaN
reportRatio(
  'one writer, durable',
  middle(({one}) => one),
  {
    unit: 'writes/s',
    baseline: `bare SQLite, ${round(middle((each) => each.bare))} writes/s`,
    ratio: middle(({one, bare: rows}) => one / rows),
    atLeast: 0.7,
  },
)
reportRatio(
  '16 writers, durable',
  middle(({sixteen}) => sixteen),
  {
    unit: 'writes/s',
    baseline: `one writer, ${round(middle(({one}) => one))} writes/s`,
    ratio: middle(({sixteen, one}) => sixteen / one),
    atLeast: 3,
  },
)
reportRatio(
  'one writer before 1,000 listeners elsewhere',
  middle(({heard}) => heard),
  {
    unit: 'writes/s',
    baseline: 'no listeners',
    ratio: middle(({heard, one}) => one / heard),
    atMost: 1.3,
  },
)
const matchMs = middle(({matched, plain}) => 1000 / matched - 1000 / plain)
reportRatio('one change matched against 1,000 different listeners that it may concern', matchMs, {
  unit: 'ms',
  baseline: '10 ms',
  ratio: matchMs / 10,
  atMost: 1,
})
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

function reportRatio(
  name: string,
  value: number,
  {
    unit,
    baseline,
    ratio,
    atLeast,
    atMost,
  }: {
    unit: string
    baseline: string
    ratio: number
    atLeast?: number
    atMost?: number
  },
): void {
  const target = atLeast === undefined ? `at most ${atMost} times` : `at least ${atLeast} times`
  const ok = atLeast === undefined ? ratio <= (atMost ?? Infinity) : ratio >= atLeast
  printLine({name, value, unit, baseline, ratio, target, ok})
}

/** Rows a second that SQLite itself writes, each on disk before the next. */
function openBare(file: string): {measure: () => number; close: () => void} {
  const database = new DatabaseSync(file)
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE rows (id TEXT PRIMARY KEY, content TEXT)',
  )
  const insert = database.prepare('INSERT OR REPLACE INTO rows VALUES (?, ?)')
  const content = JSON.stringify({text: 'x'.repeat(1500)})
  return {
    measure: () => {
      const end = performance.now() + TURN_MS
      let count = 0
      for (; performance.now() < end; count += 1) insert.run(`id-${count % 100}`, content)
      return (count / TURN_MS) * 1000
    },
    close: () => database.close(),
  }
}

async function withListeners<Result>(
  opened: AssembledLake,
  queryOf: (n: number) => string,
  measure: () => Promise<Result>,
): Promise<Result> {
  const ends = Array.from({length: 1000}, (_, n) => follow(opened, queryOf(n)))
  const result = await measure()
  for (const end of ends) end()
  return result
}

/** Acknowledged writes a second, each writer waiting for its own. */
async function measureWriters({core}: AssembledLake, writers: number): Promise<number> {
  const dataset = core.datasets.get('production')
  const end = performance.now() + TURN_MS
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
  return (count / TURN_MS) * 1000
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
    {
      query,
      params: {},
      options,
      viewer: {kind: 'anonymous'},
      client: '',
      lastEventId: undefined,
      resumes: false,
    },
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
