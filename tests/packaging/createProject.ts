import {cp, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {packSdk} from './packSdk.ts'
import {run} from './run.ts'

/** A project of its own outside the workspace, with the packed SDK installed from its tarball. */
export interface Project extends AsyncDisposable {
  readonly folder: string
  /** Path of a program that the project installed. */
  readonly program: (name: string) => string
}

/** Copies a fixture and installs what it names, and the tarball. */
export async function createProject(fixture: string): Promise<Project> {
  const tarball = await packSdk()
  const folder = await mkdtemp(join(tmpdir(), `sdk-in-${fixture}-`))
  await cp(join(import.meta.dirname, 'fixtures', fixture), folder, {recursive: true})
  const manifestFile = join(folder, 'package.json')
  const manifest = await readFile(manifestFile, 'utf8')
  await writeFile(manifestFile, manifest.replace('"packed"', JSON.stringify(`file:${tarball}`)))
  const quiet = ['--no-audit', '--no-fund', '--no-package-lock', '--prefer-offline', '--loglevel=error']
  await run('npm', ['install', ...quiet], {cwd: folder})
  return {
    folder,
    program: (name) => join(folder, 'node_modules/.bin', name),
    [Symbol.asyncDispose]: () => rm(folder, {recursive: true, force: true}),
  }
}
