import {spawn} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {stripVTControlCharacters} from 'node:util'

// The folder that the command runs in: a small Studio with its configuration.
const PROJECT = fileURLToPath(new URL('project', import.meta.url))

const LAKE = fileURLToPath(new URL('../../packages/lake/src/cli.ts', import.meta.url))

/** Where the lake is that the command is to talk to, and what its environment says besides. */
export type Target = {url: string; dataDir: string; environment?: Record<string, string>}

/** Runs the installed `sanity` command, unmodified, as `lake sanity -- …` does it for its users. */
export function runSanity(
  {url, dataDir, environment = {}}: Target,
  ...args: string[]
): Promise<{code: number | null; out: string; error: string}> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [LAKE, 'sanity', '--url', url, '--data-dir', dataDir, '--', ...args],
      {cwd: PROJECT, stdio: ['ignore', 'pipe', 'pipe'], env: {...process.env, ...environment}},
    )
    let out = ''
    let error = ''
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')))
    child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString('utf8')))
    child.once('error', reject)
    child.once('close', (code) =>
      resolve({code, out: stripVTControlCharacters(out), error: stripVTControlCharacters(error)}),
    )
  })
}
