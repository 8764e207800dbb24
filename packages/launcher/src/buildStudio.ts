import {spawn} from 'node:child_process'
import {createHash} from 'node:crypto'
import {existsSync, globSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {LauncherError} from './launcherError.ts'
import {root} from './root.ts'

/** Everything that ends up in the Studio's bundle. */
const SOURCES = [
  'pnpm-lock.yaml',
  'studio/**/*.{ts,tsx,json,css}',
  'packages/{schema,rules,sdk}/src/**/*.{ts,tsx,json}',
  'packages/{schema,rules,sdk}/package.json',
]

export const studioDist: string = join(root, 'studio', 'dist')

/**
 * Builds the Studio unless the build that is there was made from the same sources.
 *
 * @returns whether it had to build.
 * @throws LauncherError `build-failed` with the builder's output.
 */
export async function buildStudio(onBuild: () => void): Promise<boolean> {
  const stamp = join(studioDist, '.built-from')
  const wanted = fingerprintOfSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false
  onBuild()
  await runBuild()
  writeFileSync(stamp, wanted)
  return true
}

function fingerprintOfSources(): string {
  const hash = createHash('sha256')
  const files = globSync(SOURCES, {
    cwd: root,
    exclude: (path) => /node_modules|(^|\/)dist(\/|$)|\.sanity|\.test\.tsx?$/.test(path),
  }).toSorted()
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function runBuild(): Promise<void> {
  return new Promise((resolve, reject) => {
    const cli = join(root, 'studio', 'node_modules', 'sanity', 'bin', 'sanity')
    const child = spawn(process.execPath, [cli, 'build', '--yes', '--no-auto-updates'], {
      cwd: join(root, 'studio'),
      env: {...process.env, DO_NOT_TRACK: '1', NODE_ENV: 'production'},
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')))
    child.once('error', reject)
    child.once('exit', (code) => {
      if (code === 0) resolve()
      else reject(new LauncherError('build-failed', `The Studio could not be built.\n${output.trim()}`))
    })
  })
}
