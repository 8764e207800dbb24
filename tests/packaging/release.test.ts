import {cp, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {globSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {run} from './run.ts'

const root = join(import.meta.dirname, '../..')
const FILES = [
  'package.json',
  'pnpm-workspace.yaml',
  '.changeset',
  ...globSync('{packages/*,studio,tests}/package.json', {cwd: root}),
]
const PUBLISHED = ['groq-zod', 'lake', 'sdk']

// A copy of the manifests alone: what a release does to versions, without touching the repository.
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'release-'))
  for (const file of FILES) await cp(join(root, file), join(folder, file), {recursive: true})
  const git = (...args: string[]) =>
    run('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], {cwd: folder})
  await git('init', '--quiet', '--initial-branch', 'main')
  await git('add', '.')
  await git('commit', '--quiet', '--message', 'Manifests')
})
afterAll(() => rm(folder, {recursive: true, force: true}))

async function manifestOf(path: string): Promise<Record<string, unknown>> {
  const manifest: unknown = JSON.parse(await readFile(join(folder, path, 'package.json'), 'utf8'))
  if (typeof manifest !== 'object' || manifest === null) throw new Error(`${path} has no manifest.`)
  return {...manifest}
}

describe('a release', () => {
  it('is of packages that are public and carry provenance', async () => {
    for (const name of PUBLISHED) {
      expect(await manifestOf(`packages/${name}`)).toMatchObject({
        license: 'MIT',
        publishConfig: {access: 'public', provenance: true},
      })
    }
  })

  it('gives what changesets ask for a version and a changelog, and leaves private packages alone', async () => {
    const bumps = PUBLISHED.map((name) => `'@spine-center/${name}': minor`).join('\n')
    await writeFile(join(folder, '.changeset/test.md'), `---\n${bumps}\n---\n\nSomething new.\n`)
    const before = await manifestOf('packages/rules')
    await run(process.execPath, [join(root, 'node_modules/@changesets/cli/bin.js'), 'version'], {cwd: folder})
    for (const name of PUBLISHED) {
      const {version} = await manifestOf(`packages/${name}`)
      expect(version).toMatch(/^\d+\.[1-9]\d*\.0$/)
      const changelog = await readFile(join(folder, `packages/${name}/CHANGELOG.md`), 'utf8')
      expect(changelog).toContain(`## ${String(version)}`)
      expect(changelog).toContain('Something new.')
    }
    expect(await manifestOf('packages/rules')).toEqual(before)
  })
})
