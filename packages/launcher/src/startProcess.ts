import {type ChildProcess, spawn} from 'node:child_process'
import {setTimeout as sleep} from 'node:timers/promises'
import {LauncherError} from './launcherError.ts'
import {root} from './root.ts'

export interface RunningProcess {
  name: string
  /** Rejects when the process ends before it was asked to. */
  ended: Promise<never>
  stop(): Promise<void>
  /** Ends the process as a power cut would, with no chance to tidy up. */
  kill(): Promise<void>
}

interface ProcessOptions {
  name: string
  args: string[]
  env?: Record<string, string>
  cwd?: string
  /** An address that answers once the part is up. */
  readyUrl: string
  timeoutMs?: number
  /** Shows the part's own output instead of keeping it for an error message. */
  verbose?: boolean
}

const KEPT_OUTPUT_CHARACTERS = 4000

/**
 * Starts one part of the project as a Node process and waits until its address answers.
 *
 * @throws LauncherError `did-not-start` with the last lines that the part printed.
 */
export async function startProcess(options: ProcessOptions): Promise<RunningProcess> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...options.args], {
    cwd: options.cwd ?? root,
    env: {...process.env, ...options.env},
    stdio: options.verbose ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
  })
  const output = keepOutput(child)
  let stopping = false
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  const ended = exited.then((code): Promise<never> => {
    if (stopping) return new Promise(() => {})
    throw new LauncherError('stopped', `${options.name} stopped (exit code ${code ?? 'none'}).\n${output()}`)
  })
  ended.catch(() => {})

  const stop = async (): Promise<void> => {
    stopping = true
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    // The lake lets requests under way end for five seconds.
    const forced = setTimeout(() => child.kill('SIGKILL'), 8000)
    await exited
    clearTimeout(forced)
  }

  const kill = async (): Promise<void> => {
    stopping = true
    child.kill('SIGKILL')
    await exited
  }

  try {
    await Promise.race([waitUntilAnswers(options.readyUrl, options.timeoutMs ?? 60_000), ended])
  } catch (cause) {
    await stop()
    const message = cause instanceof Error ? cause.message : String(cause)
    throw new LauncherError('did-not-start', `${options.name} did not start: ${message}`, {cause})
  }
  return {name: options.name, ended, stop, kill}
}

function keepOutput(child: ChildProcess): () => string {
  let kept = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      kept = (kept + chunk.toString('utf8')).slice(-KEPT_OUTPUT_CHARACTERS)
    })
  }
  return () => kept.trim()
}

/** Resolves once a GET of the address is answered with anything below 500. */
async function waitUntilAnswers(url: string, timeoutMs: number): Promise<void> {
  const deadline = Date.now() + timeoutMs
  while (Date.now() < deadline) {
    try {
      const response = await fetch(url, {signal: AbortSignal.timeout(2000), redirect: 'manual'})
      await response.body?.cancel()
      if (response.status < 500) return
    } catch {
      // Not listening yet.
    }
    await sleep(100)
  }
  throw new LauncherError('did-not-start', `${url} did not answer within ${timeoutMs / 1000} seconds.`)
}
