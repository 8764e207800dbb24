import {createHash} from 'node:crypto'
import {cp, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {run} from './run.ts'

const root = join(import.meta.dirname, '../..')
const TARBALL = 'sdk.tgz'

/**
 * Builds the SDK by its own script, packs it as it would be published and gives the path of the tarball. It
 * builds in a copy, so that tests which run at the same time do not find a half-built `dist`; a tarball of the
 * same sources is made once.
 */
export async function packSdk(): Promise<string> {
  const folder = join(tmpdir(), `spine-center-sdk-${await fingerprint()}`)
  const tarball = join(folder, TARBALL)
  if (await exists(tarball)) return tarball
  const workspace = await mkdtemp(join(tmpdir(), 'sdk-build-'))
  try {
    const built = join(workspace, 'packages/sdk')
    await copyWorkspace(workspace)
    await run(process.execPath, ['build.ts'], {cwd: built})
    await run('npx', ['-y', 'pnpm@12.21.0', 'pack', '--out', join(workspace, 'out', TARBALL)], {cwd: built})
    // The first one to finish wins; a rename onto a folder that is there fails.
    await rename(join(workspace, 'out'), folder).catch(() => undefined)
  } finally {
    await rm(workspace, {recursive: true, force: true})
  }
  return tarball
}

const PARTS = [
  'tsconfig.base.json',
  'pnpm-workspace.yaml',
  'package.json',
  'packages/schema/schema.json',
  'packages/rules/package.json',
  'packages/rules/src',
  'packages/sdk/package.json',
  'packages/sdk/README.md',
  'packages/sdk/src',
  'packages/sdk/build.ts',
  'packages/sdk/bundleForNode.ts',
  'packages/sdk/readEntries.ts',
  'packages/sdk/tsup.config.ts',
  'packages/sdk/tsconfig.json',
  'packages/sdk/tsconfig.build.json',
]

async function copyWorkspace(workspace: string): Promise<void> {
  for (const part of PARTS) {
    await cp(join(root, part), join(workspace, part), {recursive: true})
  }
  await leaveOutDevelopment(join(workspace, 'packages/sdk/package.json'))
  await mkdir(join(workspace, 'out'))
  for (const folder of ['', 'packages/sdk', 'packages/rules']) {
    const modules = join(root, folder, 'node_modules')
    if (await exists(modules)) await symlink(modules, join(workspace, folder, 'node_modules'))
  }
}

// They are not published, and pnpm would look for the other packages of the workspace.
async function leaveOutDevelopment(file: string): Promise<void> {
  const manifest: unknown = JSON.parse(await readFile(file, 'utf8'))
  if (typeof manifest !== 'object' || manifest === null) throw new Error(`${file} holds no object.`)
  await writeFile(file, JSON.stringify({...manifest, devDependencies: {}}, null, 2))
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  for (const part of PARTS) {
    for (const file of await filesOf(join(root, part))) {
      hash.update(file.slice(root.length)).update(await readFile(file))
    }
  }
  return hash.digest('hex').slice(0, 16)
}

async function filesOf(path: string): Promise<readonly string[]> {
  const entries = await readdir(path, {recursive: true, withFileTypes: true}).catch(() => null)
  if (entries === null) return [path]
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
}

async function exists(path: string): Promise<boolean> {
  return readdir(path).then(
    () => true,
    (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOTDIR',
  )
}
