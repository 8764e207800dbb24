import {spawn} from 'node:child_process'
import {print} from './print.ts'
import {root} from './root.ts'

export interface Step {
  title: string
  command: string
  args: string[]
  cwd?: string
}

/**
 * Runs commands one after another, shows which passed and how long each took, and the output of those that failed.
 *
 * @returns how many failed.
 */
export async function runSteps(steps: readonly Step[]): Promise<number> {
  let failed = 0
  for (const [index, step] of steps.entries()) {
    const begun = performance.now()
    const {code, output} = await run(step)
    const seconds = ((performance.now() - begun) / 1000).toFixed(1)
    print(`[${index + 1}/${steps.length}] ${code === 0 ? 'ok    ' : 'FAILED'} ${step.title} (${seconds} s)`)
    if (code === 0) continue
    failed += 1
    print(output.trim())
  }
  return failed
}

function run(step: Step): Promise<{code: number; output: string}> {
  return new Promise((resolve) => {
    const child = spawn(step.command, step.args, {cwd: step.cwd ?? root, stdio: ['ignore', 'pipe', 'pipe']})
    let output = ''
    const collect = (chunk: Buffer): void => {
      output += chunk.toString('utf8')
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.once('error', (error) => resolve({code: 1, output: error.message}))
    child.once('exit', (code) => resolve({code: code ?? 1, output}))
  })
}
