import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtemp, rm, stat} from 'node:fs/promises'
import {request} from 'node:http'
import type {ClientRequest, IncomingMessage} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {CLI, runLake} from './runLake.ts'

// Each case runs commands, which a machine at work may take its time to start.
vi.setConfig({testTimeout: 240_000})

let dataDir = ''
let child: ReturnType<typeof spawn> | undefined
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lake-stop-'))
})
afterEach(async () => {
  child?.kill('SIGKILL')
  await rm(dataDir, {recursive: true})
})

async function start(
  ...options: string[]
): Promise<{url: string; exited: Promise<unknown[]>; token: string}> {
  const token = (await runLake(['token', 'create', '--role', 'editor', '--data-dir', dataDir])).trim()
  const started = spawn(process.execPath, [CLI, 'start', '--port', '0', '--data-dir', dataDir, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child = started
  const exited = once(started, 'exit')
  let text = ''
  const url = await new Promise<string>((resolve, reject) => {
    started.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const [found] = /http:\/\/\S+/.exec(text) ?? []
      if (found !== undefined) resolve(found)
    })
    started.once('exit', () => reject(new Error(`The lake did not start: ${text}`)))
  })
  return {url, exited, token}
}

const BODY = JSON.stringify({mutations: [{create: {_id: 'slow', _type: 'note', text: 'x'.repeat(1000)}}]})

/** A write whose body has arrived by half. */
function beginWrite(url: string, token: string): {write: ClientRequest; answered: Promise<number | string>} {
  const write = request(`${url}/v1/data/mutate/production`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-length': BODY.length,
    },
  })
  const answered = new Promise<number | string>((resolve) => {
    write.once('error', (error) => resolve(error.message))
    write.once('response', (response: IncomingMessage) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
  })
  write.write(BODY.slice(0, 500))
  return {write, answered}
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

test('a request under way when the lake is told to stop is answered, on disk, and the log is in the database', async () => {
  const {url, exited, token} = await start()
  const listening = await fetch(`${url}/v1/data/listen/production?query=*`, {
    headers: {authorization: `Bearer ${token}`},
  })
  const {write, answered} = beginWrite(url, token)
  await pause(300)
  child?.kill('SIGTERM')
  await pause(300)
  // Nobody new is taken.
  await expect(fetch(`${url}/v1/ping`)).rejects.toThrow('fetch failed')
  write.end(BODY.slice(500))
  expect(await answered).toBe(200)
  expect(await exited).toEqual([0, null])
  expect(await listening.text()).toContain('event: welcome')
  await expect(stat(join(dataDir, 'lake.sqlite-wal'))).rejects.toThrow('ENOENT')
  expect(await runLake(['export', '-', '--data-dir', dataDir])).toContain('"_id":"slow"')
})

test('a request that takes longer than the limit is cut off, and has changed nothing', async () => {
  const {url, exited, token} = await start('--stop-timeout', '500')
  const {answered} = beginWrite(url, token)
  await pause(300)
  child?.kill('SIGINT')
  expect(await answered).toMatch(/socket hang up|ECONNRESET/)
  expect(await exited).toEqual([0, null])
  expect(await runLake(['export', '-', '--data-dir', dataDir])).toBe('')
})
