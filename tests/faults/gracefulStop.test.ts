import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtemp, rm, stat} from 'node:fs/promises'
import {request} from 'node:http'
import type {ClientRequest, IncomingMessage} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {CLI, runLake} from './runLake.ts'

let dataDir = ''
let child: ReturnType<typeof spawn> | undefined
let exited: Promise<unknown[]> | undefined
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lake-stop-'))
})
afterEach(async () => {
  child?.kill('SIGKILL')
  await exited
  await rm(dataDir, {recursive: true})
})

async function start(...options: string[]): Promise<{url: string; token: string}> {
  const token = (await runLake(['token', 'create', '--role', 'editor', '--data-dir', dataDir])).trim()
  const started = spawn(process.execPath, [CLI, 'start', '--port', '0', '--data-dir', dataDir, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child = started
  exited = once(started, 'exit')
  let text = ''
  const url = await new Promise<string>((resolve, reject) => {
    started.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const [found] = /http:\/\/\S+(?=\s)/.exec(text) ?? []
      if (found !== undefined) resolve(found)
    })
    started.once('exit', () => reject(new Error(`The lake did not start: ${text}`)))
  })
  return {url, token}
}

const BODY = JSON.stringify({mutations: [{create: {_id: 'slow', _type: 'note', text: 'x'.repeat(1000)}}]})

/** A write that the lake has begun to take, and whose body is sent by half. */
async function beginWrite(
  url: string,
  token: string,
): Promise<{write: ClientRequest; answered: Promise<number | string>}> {
  const write = request(`${url}/v1/data/mutate/production`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-length': BODY.length,
      // RFC 9110: who takes the request says so before its body is sent.
      expect: '100-continue',
    },
  })
  const taken = once(write, 'continue')
  write.flushHeaders()
  const answered = new Promise<number | string>((resolve) => {
    write.once('error', (error) => resolve(error.message))
    write.once('response', (response: IncomingMessage) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
  })
  await taken
  write.write(BODY.slice(0, 500))
  return {write, answered}
}

const ping = (url: string): Promise<string> =>
  fetch(`${url}/v1/ping`).then(
    () => 'answered',
    (error: unknown) => (error instanceof Error ? error.message : ''),
  )

test('a request under way when the lake is told to stop is answered, on disk, and the log is in the database', async () => {
  const {url, token} = await start('--stop-timeout', '60000')
  const listening = await fetch(`${url}/v1/data/listen/production?query=*`, {
    headers: {authorization: `Bearer ${token}`},
  })
  const {write, answered} = await beginWrite(url, token)
  child?.kill('SIGTERM')
  // Nobody new is taken.
  await expect.poll(() => ping(url)).toBe('fetch failed')
  write.end(BODY.slice(500))
  expect(await answered).toBe(200)
  expect(await exited).toEqual([0, null])
  expect(await listening.text()).toContain('event: welcome')
  await expect(stat(join(dataDir, 'lake.sqlite-wal'))).rejects.toThrow('ENOENT')
  expect(await runLake(['export', '-', '--data-dir', dataDir])).toContain('"_id":"slow"')
})

test('a request that takes longer than the limit is cut off, and has changed nothing', async () => {
  const {url, token} = await start('--stop-timeout', '500')
  const {answered} = await beginWrite(url, token)
  child?.kill('SIGINT')
  expect(await answered).toMatch(/socket hang up|ECONNRESET/)
  expect(await exited).toEqual([0, null])
  expect(await runLake(['export', '-', '--data-dir', dataDir])).toBe('')
})
