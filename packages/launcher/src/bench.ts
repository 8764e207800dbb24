import {spawn} from 'node:child_process'
import {globSync} from 'node:fs'
import {print} from './print.ts'
import {root} from './root.ts'

interface Measurement {
  name: string
  value: number
  unit: string
  baseline: string
  ratio: number
  target: string
  ok: boolean
}

// Every bench prints one JSON object a line. They are passed on as they come, and shown as a table at the end.
const measurements: Measurement[] = []
const broken: string[] = []
for (const file of globSync(['packages/*/bench/*.bench.ts', 'tests/bench/*.bench.ts'], {
  cwd: root,
}).toSorted()) {
  process.stderr.write(`${file} …\n`)
  const {output, code} = await run(file)
  if (code !== 0) broken.push(file)
  for (const line of output.split('\n')) {
    const measurement = parseMeasurement(line)
    if (!measurement) continue
    print(line)
    measurements.push(measurement)
  }
}
print()
for (const {ok, name, value, unit, ratio, baseline, target} of measurements) {
  const figure = `${Number(value.toPrecision(3))} ${unit}`
  print(
    `${ok ? 'ok  ' : 'MISS'} ${name.padEnd(52)} ${figure.padStart(16)}  ${Number(ratio.toPrecision(3))} of ${baseline} (target ${target})`,
  )
}

// What is missing from the table must not be taken for met.
for (const file of broken)
  print(`FAIL ${file} ended with an error, said above: it has measured nothing, or not all`)
if (broken.length > 0) process.exitCode = 1

function run(file: string): Promise<{output: string; code: number | null}> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--expose-gc', file], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')))
    child.once('close', (code) => resolve({output, code}))
  })
}

function parseMeasurement(line: string): Measurement | undefined {
  if (!line.startsWith('{')) return undefined
  const parsed: unknown = JSON.parse(line)
  return isMeasurement(parsed) ? parsed : undefined
}

function isMeasurement(value: unknown): value is Measurement {
  return typeof value === 'object' && value !== null && 'name' in value && 'ratio' in value && 'ok' in value
}
