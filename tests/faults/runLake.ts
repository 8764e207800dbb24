import {spawn} from 'node:child_process'
import {fileURLToPath} from 'node:url'

/** The `lake` command. */
export const CLI = fileURLToPath(new URL('../../packages/lake/src/cli.ts', import.meta.url))

/** Runs the `lake` command to its end; gives what it printed. */
export function runLake(args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], {stdio: ['ignore', 'pipe', 'inherit']})
    let text = ''
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
    // Not at its exit: what it printed last may still be on the way then.
    child.once('close', (code) =>
      code === 0 ? resolve(text) : reject(new Error(`lake ${args.join(' ')}: ended with ${code}`)),
    )
  })
}
