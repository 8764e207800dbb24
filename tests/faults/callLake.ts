import {spawn} from 'node:child_process'
import {CLI} from './runLake.ts'

/** How a command ended, and what it printed. */
export type Ended = {code: number | null; out: string; error: string}

/** Runs the `lake` command to its end, whatever that is. */
export function callLake(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [CLI, ...args])
    const printed = {out: '', error: ''}
    child.stdout.on('data', (chunk: Buffer) => (printed.out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (printed.error += chunk.toString()))
    child.once('close', (code) => resolve({code, ...printed}))
  })
}
