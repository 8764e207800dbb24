// Entry of every npm script. Runs on the Node that the machine has (20 or later), with nothing
// installed: it brings the dependencies in, then hands over to the Node that the project pins.
import {spawn} from 'node:child_process'
import {createHash} from 'node:crypto'
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {delimiter, join} from 'node:path'
import {fileURLToPath} from 'node:url'

const PNPM = 'pnpm@12.21.0'
const COMMANDS = ['start', 'dev', 'test', 'check', 'build', 'bench', 'generate']

const root = fileURLToPath(new URL('../..', import.meta.url))
const [command = 'start', ...args] = process.argv.slice(2)

if (!COMMANDS.includes(command)) fail(`Unknown command "${command}". Use one of: ${COMMANDS.join(', ')}.`)
if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(`Node ${process.versions.node} is too old to install this project. Use Node 20 or later.`)
}

await installWhenStale()
process.exitCode = await runOnPinnedNode()

/** Installs when node_modules does not match the lockfile and the manifests, and says so. */
async function installWhenStale() {
  const stamp = join(root, 'node_modules', '.installed-from')
  const wanted = fingerprintOfManifests()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  process.stdout.write('Installing dependencies (once, about half a minute) …\n')
  const code = await run('npx', ['-y', PNPM, 'install', '--frozen-lockfile'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: {...process.env, CI: process.env.CI ?? 'true'},
  })
  if (code !== 0)
    fail(
      'The dependencies could not be installed. The lines above say why; run the command again once that is fixed.',
    )
  writeFileSync(stamp, wanted)
}

function fingerprintOfManifests() {
  const hash = createHash('sha256')
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json'])
    hash.update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function runOnPinnedNode() {
  const bin = join(root, 'node_modules', '.bin')
  const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  // Ctrl-C reaches the whole process group: the child cleans up, this process waits for it.
  process.on('SIGINT', () => {})
  return run(
    node,
    [
      '--disable-warning=ExperimentalWarning',
      join(root, 'packages', 'launcher', 'src', `${command}.ts`),
      ...args,
    ],
    {
      cwd: root,
      stdio: 'inherit',
      env: {...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`},
    },
  )
}

function run(file, parameters, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, parameters, options)
    const forward = () => child.kill('SIGTERM')
    process.on('SIGTERM', forward)
    // npm does not pass a SIGTERM on: what it started would outlive it.
    const parent = process.ppid
    const watch = setInterval(() => process.ppid !== parent && forward(), 500)
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      process.off('SIGTERM', forward)
      clearInterval(watch)
      resolve(code ?? (signal === 'SIGINT' ? 130 : 1))
    })
  })
}

function fail(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}
