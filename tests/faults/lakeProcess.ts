import {spawn} from 'node:child_process'
import type {ChildProcess} from 'node:child_process'
import {afterEach} from 'vitest'
import {CLI, runLake} from './runLake.ts'

const running = new Set<ChildProcess>()
// What a test does not come to end because it fails must not go on behind it.
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
})

/** A lake in a process of its own, so that it can be killed. */
export type LakeProcess = {
  url: string
  /** Kills it as a power cut would: nothing is flushed. */
  kill(): Promise<void>
  /** Stops it as Ctrl-C would; gives the exit code. */
  stop(): Promise<number | null>
}

/**
 * Starts `lake start` on a free port.
 * @param options.maxFileBytes - the operating system lets no file of the lake grow beyond this
 * @param options.umask - which rights of others its files lack; as for this process unless told
 * @param options.mayComplain - what it says on the error output does not matter
 */
export async function startLakeProcess(
  dataDir: string,
  environment: Record<string, string> = {},
  {
    maxFileBytes,
    umask,
    mayComplain = maxFileBytes !== undefined,
  }: {maxFileBytes?: number; umask?: number; mayComplain?: boolean} = {},
): Promise<LakeProcess> {
  const command = [process.execPath, CLI, 'start', '--port', '0', '--data-dir', dataDir]
  // POSIX: `ulimit -f` counts blocks of 512 bytes.
  const limit = maxFileBytes === undefined ? '' : `ulimit -f ${Math.floor(maxFileBytes / 512)};`
  const mask = umask === undefined ? '' : `umask ${umask.toString(8)};`
  const child = spawn('sh', ['-c', `${limit} ${mask} exec "$@"`, 'sh', ...command], {
    stdio: ['ignore', 'pipe', mayComplain ? 'ignore' : 'inherit'],
    env: {...process.env, ...environment},
  })
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  running.add(child)
  child.once('exit', () => running.delete(child))
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
export async function createToken(dataDir: string): Promise<string> {
  const text = await runLake(['token', 'create', '--role', 'editor', '--data-dir', dataDir])
  return text.trim()
}

function readAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const [address] = /http:\/\/\S+(?=\s)/.exec(text) ?? []
      if (address !== undefined) resolve(address)
    })
    child.once('exit', (code) => reject(new Error(`The lake ended with ${code} before it listened: ${text}`)))
  })
}
