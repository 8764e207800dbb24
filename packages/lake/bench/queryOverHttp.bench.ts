import {mkdtempSync, rmSync} from 'node:fs'
import {Agent, createServer, get} from 'node:http'
import type {Server} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {getRequestListener} from '@hono/node-server'
import {assembleLake} from '../src/assembleLake.ts'
import {seedDocuments} from '../src/seedDocuments.ts'
import {startLake} from '../src/startLake.ts'
import {benchDocuments} from './benchDocuments.ts'
import {printLine, round} from './printLine.ts'

const SIZE = Number(process.env['LAKE_BENCH_SIZE'] ?? 100_000)
const QUERY = '*[_type == "article" && slug.current == $slug][0]{..., author->, reviewer->, exercise->}'
const REQUESTS = 1000

const dataDir = mkdtempSync(join(tmpdir(), 'lake-bench-'))
const seeded = assembleLake({dataDir})
seedDocuments(seeded.core.datasets.get('production'), [...benchDocuments(SIZE)])
seeded.lake.close()

const agent = new Agent({keepAlive: true, maxSockets: 1})
const lake = await startLake({dataDir, port: 0})
const path = (slug: string): string =>
  `${lake.url}/v2025-02-19/data/query/production?${new URLSearchParams({query: QUERY, $slug: JSON.stringify(slug)}).toString()}`
const body = await read(path('article-7'))

// The same server software and the same bytes, without a lake behind it.
const plain = await serve(body)
const [buffer, repeated] = await alternating(
  () => read(plain.url),
  () => read(path('article-7')),
)
let next = 0
const [bufferAgain, first] = await alternating(
  () => read(plain.url),
  () => read(path(`article-${(next += 1) + 10}`)),
)
report('repeated query over HTTP', repeated, buffer, 1.5)
report('query over HTTP that is asked for the first time', first, bufferAgain, 3)
plain.server.close()
agent.destroy()
await lake.close()
rmSync(dataDir, {recursive: true})

function report(name: string, own: number, baseline: number, most: number): void {
  printLine({
    name: `${name} at ${SIZE}`,
    value: own,
    unit: 'ms',
    baseline: `a ready buffer of ${body.length} bytes, ${round(baseline)} ms`,
    ratio: own / baseline,
    target: `at most ${most} times`,
    ok: own / baseline <= most,
  })
}

async function serve(bytes: Buffer): Promise<{server: Server; url: string}> {
  const headers = {'Content-Type': 'application/json'}
  const listener = getRequestListener(() => new Response(new Uint8Array(bytes), {headers}), {
    overrideGlobalObjects: false,
  })
  const server = createServer((request, response) => void listener(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return {server, url: `http://127.0.0.1:${address.port}/`}
}

/** Median milliseconds of each of two runs, taken in turns so that both see the same noise. */
async function alternating(
  one: () => Promise<unknown>,
  other: () => Promise<unknown>,
): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []]
  for (let turn = 0; turn < REQUESTS; turn += 1) {
    times[0].push(await timed(one))
    times[1].push(await timed(other))
  }
  return [median(times[0]), median(times[1])]
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await run()
  return performance.now() - started
}

function median(times: readonly number[]): number {
  return times.toSorted((left, right) => left - right)[Math.floor(times.length / 2)] ?? NaN
}

function read(url: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const request = get(url, {agent}, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve(Buffer.concat(chunks)))
    })
    request.on('error', reject)
  })
}
