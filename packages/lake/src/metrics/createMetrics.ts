import {statSync} from 'node:fs'
import {join} from 'node:path'
import {collectDefaultMetrics, Counter, Gauge, Histogram, Registry} from 'prom-client'
import type {RequestRecord} from '../http/observeRequests.ts'
import type {LakeCore} from '../LakeCore.ts'

/** The figures of a running lake, for a monitor that asks. */
export type Metrics = {
  /** `text/plain; version=0.0.4; charset=utf-8` */
  contentType: string
  request(record: RequestRecord): void
  /** The figures in Prometheus' text format. */
  text(): Promise<string>
}

// From a quick query to the time limit of one.
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** Counts what a lake does from now on. Its labels are routes, methods, states and datasets: never content. */
export function createMetrics(
  core: Pick<LakeCore, 'datasets' | 'hub' | 'onQuery'>,
  {dataDir, imageCacheBytes}: {dataDir: string | undefined; imageCacheBytes: () => number},
): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({register: registry})
  const requests = new Counter({
    name: 'lake_http_requests_total',
    help: 'Requests by method, route and status.',
    labelNames: ['method', 'route', 'status'],
    registers,
  })
  const latency = new Histogram({
    name: 'lake_http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last of its answer; event streams are left out.',
    labelNames: ['route'],
    buckets: SECONDS,
    registers,
  })
  const queries = new Histogram({
    name: 'lake_query_duration_seconds',
    help: 'Time of evaluating a GROQ query.',
    buckets: SECONDS,
    registers,
  })
  const transactions = new Counter({
    name: 'lake_transactions_total',
    help: 'Transactions committed, by dataset.',
    labelNames: ['dataset'],
    registers,
  })
  core.onQuery.add((ms) => queries.observe(ms / 1000))
  core.datasets.onOpen(({name, transactor}) => {
    transactor.subscribe(() => transactions.inc({dataset: name}))
  })
  gauge('lake_listeners', 'Open event streams.', () => core.hub.listenerCount)
  gauge('lake_database_bytes', 'Size of the database.', () => sizeOf(dataDir, 'lake.sqlite'))
  gauge('lake_wal_bytes', 'Size of the write-ahead log.', () => sizeOf(dataDir, 'lake.sqlite-wal'))
  gauge('lake_image_cache_bytes', 'Size of the transformed images that are kept.', imageCacheBytes)
  const documents = new Gauge({
    name: 'lake_documents',
    help: 'Documents, by dataset.',
    labelNames: ['dataset'],
    registers,
    collect: () => {
      documents.reset()
      for (const {name, store} of core.datasets.list()) documents.set({dataset: name}, store.ids.size)
    },
  })
  return {
    contentType: registry.contentType,
    request: ({method, route, status, ms}) => {
      requests.inc({method, route, status: String(status)})
      if (!/\/(listen|live)\//.test(route)) latency.observe({route}, ms / 1000)
    },
    // prom-client writes "Nan" for a mean over nothing; the text format 0.0.4 knows "NaN".
    text: async () => (await registry.metrics()).replaceAll(/ Nan$/gm, ' NaN'),
  }

  function gauge(name: string, help: string, read: () => number): void {
    const made: Gauge = new Gauge({name, help, registers, collect: () => made.set(read())})
  }
}

function sizeOf(dataDir: string | undefined, name: string): number {
  return dataDir === undefined ? 0 : (statSync(join(dataDir, name), {throwIfNoEntry: false})?.size ?? 0)
}
