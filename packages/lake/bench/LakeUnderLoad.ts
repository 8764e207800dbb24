import {fork} from 'node:child_process'
import type {ChildProcess} from 'node:child_process'
import {once} from 'node:events'
import {fileURLToPath} from 'node:url'
import {isJsonObject} from '../src/json/isJsonObject.ts'

/** What the lake's process holds, in megabytes: `own` is what no file stands behind, `heap` is after a collection. */
export type Memory = {resident: number; own: number; heap: number; buffers: number}

/** A lake in a process of its own, and the requests of its editors with the time that each took. */
export class LakeUnderLoad {
  readonly #child: ChildProcess
  readonly #url: string
  readonly #token: string
  readonly durations = new Map<string, number[]>()
  readonly errors: string[] = []

  private constructor(child: ChildProcess, url: string, token: string) {
    this.#child = child
    this.#url = url
    this.#token = token
  }

  static async start(dataDir: string): Promise<LakeUnderLoad> {
    const child = fork(fileURLToPath(new URL('soakLake.ts', import.meta.url)), [dataDir], {
      execArgv: ['--expose-gc', '--disable-warning=ExperimentalWarning'],
    })
    const {url, token} = await answer(child, 'started')
    return new LakeUnderLoad(child, String(url), String(token))
  }

  /** Sends a request and reads all of its answer; `name` is what its time is counted under. */
  async ask(name: string, path: string, init: RequestInit = {}): Promise<unknown> {
    const started = performance.now()
    const response = await this.fetch(path, init)
    const text = await response.text()
    const durations = this.durations.get(name) ?? []
    this.durations.set(name, durations)
    durations.push(performance.now() - started)
    if (!response.ok) this.errors.push(`${name}: ${response.status} ${text.slice(0, 200)}`)
    return response.headers.get('content-type')?.startsWith('application/json') ? JSON.parse(text) : text
  }

  post(name: string, path: string, body: object): Promise<unknown> {
    return this.ask(name, path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {'content-type': 'application/json'},
    })
  }

  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers)
    headers.set('authorization', `Bearer ${this.#token}`)
    return fetch(`${this.#url}/v2025-02-19${path}`, {...init, headers})
  }

  async memory(): Promise<Memory> {
    this.#child.send('memory')
    const {rss, own, heapUsed, external} = await answer(this.#child, 'memory')
    return {
      resident: toMegabytes(rss),
      own: toMegabytes(own),
      heap: toMegabytes(heapUsed),
      buffers: toMegabytes(external),
    }
  }

  async stop(): Promise<void> {
    const exited = once(this.#child, 'exit')
    this.#child.disconnect()
    await exited
  }
}

function answer(child: ChildProcess, kind: string): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`The lake ended with ${code}.`))
    const receive = (message: unknown): void => {
      if (!isJsonObject(message) || message['kind'] !== kind) return
      child.off('message', receive).off('exit', ended)
      resolve(message)
    }
    child.on('message', receive).once('exit', ended)
  })
}

function toMegabytes(bytes: unknown): number {
  return Number(bytes) / 1024 / 1024
}
