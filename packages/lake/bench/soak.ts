import {mkdtempSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {parseArgs} from 'node:util'
import {assembleLake} from '../src/assembleLake.ts'
import {seedDocuments} from '../src/seedDocuments.ts'
import {benchDocuments} from './benchDocuments.ts'
import {LakeUnderLoad} from './LakeUnderLoad.ts'
import type {Memory} from './LakeUnderLoad.ts'
import {round} from './printLine.ts'
import {editOnce} from './soakEditor.ts'
import {follow, STUDIO_QUERIES} from './soakListener.ts'

// node packages/lake/bench/soak.ts --minutes 60 [--editors 4] [--pause-ms 1500] [--sample-seconds 60]
// Editors work at a steady rate while Studios listen; at the end stands whether memory kept growing.
const {values} = parseArgs({
  options: {
    minutes: {type: 'string', default: '60'},
    editors: {type: 'string', default: '4'},
    'pause-ms': {type: 'string', default: '1500'},
    'sample-seconds': {type: 'string', default: '60'},
  },
})
const endAt = Date.now() + Number(values.minutes) * 60_000
const folder = mkdtempSync(join(tmpdir(), 'lake-soak-'))
const seeding = assembleLake({dataDir: folder})
seedDocuments(seeding.core.datasets.get('production'), [...benchDocuments(1000)])
seeding.lake.close()
const lake = await LakeUnderLoad.start(folder)
const stop = new AbortController()
const listeners = Array.from({length: Number(values.editors)}, (_, studio) =>
  STUDIO_QUERIES.map((query, index) =>
    follow(lake, query, {signal: stop.signal, connectionMs: 20_000 + 7_000 * index + 3_000 * studio}),
  ),
).flat()
const editors = Array.from({length: Number(values.editors)}, async (_, editor) => {
  for (let turn = 0; Date.now() < endAt; turn += 1) {
    await editOnce(lake, editor, turn).catch((error: unknown) => lake.errors.push(String(error)))
    await sleep(Number(values['pause-ms']))
  }
})
const samples: (Memory & {hours: number})[] = []
const started = Date.now()
while (Date.now() < endAt) {
  await sleep(Math.min(Number(values['sample-seconds']) * 1000, Math.max(endAt - Date.now(), 1)))
  const sample = {hours: (Date.now() - started) / 3_600_000, ...(await lake.memory())}
  samples.push(sample)
  const {hours, resident, own, heap, buffers} = sample
  const file = statSync(join(folder, 'lake.sqlite')).size / 1024 / 1024
  print({
    minutes: hours * 60,
    resident,
    own,
    heap,
    buffers,
    file,
    requests: requests(),
    errors: lake.errors.length,
    lastError: lake.errors.at(-1),
  })
}
await Promise.all(editors)
stop.abort()
const events = (await Promise.all(listeners)).reduce((sum, count) => sum + count, 0)
await lake.stop()
for (const [name, durations] of lake.durations) {
  const sorted = durations.toSorted((left, right) => left - right)
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0
  print({request: name, count: sorted.length, p50: at(0.5), p99: at(0.99), unit: 'ms'})
}
// The first third is warming up: caches fill, code is compiled.
const settled = samples.slice(Math.floor(samples.length / 3))
const growth = slope(settled.map(({hours, heap}) => ({at: hours, value: heap})))
const isFlat = growth < 5
print({
  verdict: settled.length < 10 ? 'too short to say' : isFlat ? 'flat' : 'growing',
  heapGrowth: growth,
  ownGrowth: slope(settled.map(({hours, own}) => ({at: hours, value: own}))),
  unit: 'MB/hour',
  events,
  errors: lake.errors.length,
  firstErrors: lake.errors.slice(0, 10),
})
rmSync(folder, {recursive: true})
process.exitCode = isFlat && lake.errors.length === 0 ? 0 : 1

function requests(): number {
  return [...lake.durations.values()].reduce((sum, {length}) => sum + length, 0)
}

/** Least squares. */
function slope(points: readonly {at: number; value: number}[]): number {
  const mean = (pick: (point: {at: number; value: number}) => number): number =>
    points.reduce((sum, point) => sum + pick(point), 0) / points.length
  const [meanAt, meanValue] = [mean(({at}) => at), mean(({value}) => value)]
  const covariance = mean(({at, value}) => (at - meanAt) * (value - meanValue))
  const variance = mean(({at}) => (at - meanAt) ** 2)
  return variance === 0 ? 0 : covariance / variance
}

function print(line: Record<string, unknown>): void {
  const rounded = Object.entries(line).map(([name, value]) => [
    name,
    typeof value === 'number' ? round(value) : value,
  ])
  process.stdout.write(`${JSON.stringify(Object.fromEntries(rounded))}\n`)
}
