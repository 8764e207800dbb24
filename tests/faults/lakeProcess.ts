import {spawn} from 'node:child_process'
import type {ChildProcess} from 'node:child_process'
import {fileURLToPath} from 'node:url'

const CLI = fileURLToPath(new URL('../../packages/lake/src/cli.ts', import.meta.url))

/** A lake in a process of its own, so that it can be killed. */
export type LakeProcess = {
  url: string
  /** Kills it as a power cut would: nothing is flushed. */
  kill(): Promise<void>
  /** Stops it as Ctrl-C would; gives the exit code. */
  stop(): Promise<number | null>
}

/** Starts `lake start` on a free port. */
export async function startLakeProcess(dataDir: string): Promise<LakeProcess> {
  const child = spawn(process.execPath, [CLI, 'start', '--port', '0', '--data-dir', dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return {
    url: await readAddress(child),
    kill: async () => {
      child.kill('SIGKILL')
      await exited
    },
    stop: () => {
      child.kill('SIGINT')
      return exited
    },
  }
}

/** Makes a token for a data folder by the command. */
export function createToken(dataDir: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, 'token', 'create', '--role', 'editor', '--data-dir', dataDir])
    let text = ''
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
    child.once('exit', (code) => (code === 0 ? resolve(text.trim()) : reject(new Error(`Exit code ${code}`))))
  })
}

function readAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const [address] = /http:\/\/\S+/.exec(text) ?? []
      if (address !== undefined) resolve(address)
    })
    child.once('exit', (code) => reject(new Error(`The lake ended with ${code} before it listened: ${text}`)))
  })
}
