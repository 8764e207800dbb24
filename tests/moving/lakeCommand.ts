import {spawn} from 'node:child_process'
import {fileURLToPath} from 'node:url'

const CLI = fileURLToPath(new URL('../../packages/lake/src/cli.ts', import.meta.url))

/** What a run of the `lake` command left. */
export type CommandResult = {code: number | null; out: string; error: string}

/** Runs the `lake` command to its end, whatever that is. */
export function lakeCommand(
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [CLI, ...args], {
      env: {...process.env, ...environment},
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const result = {out: '', error: ''}
    child.stdout.on('data', (chunk: Buffer) => (result.out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (result.error += chunk.toString()))
    child.once('close', (code) => resolve({code, ...result}))
  })
}
