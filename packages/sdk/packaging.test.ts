import {execFileSync, spawnSync} from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {checkPackage, createPackageFromTarballData} from '@arethetypeswrong/core'
import {publint} from 'publint'
import {formatMessage} from 'publint/utils'
import {build} from 'esbuild'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {readEntries} from './readEntries.ts'

const here = import.meta.dirname
const bin = join(here, '../../node_modules/.bin')
const require = createRequire(import.meta.url)

// A front end's project with the built package in it, as an install would leave it, and nothing of ours besides.
let project = ''
let installed = ''

beforeAll(() => {
  execFileSync(process.execPath, ['build.ts'], {
    cwd: here,
    env: {...process.env, PATH: `${bin}:${process.env['PATH']}`},
  })
  project = mkdtempSync(join(tmpdir(), 'sdk-consumer-'))
  installed = join(project, 'node_modules/@spine-center/sdk')
  mkdirSync(installed, {recursive: true})
  cpSync(join(here, 'dist'), join(installed, 'dist'), {recursive: true})
  writeFileSync(join(installed, 'package.json'), JSON.stringify(publishedManifest(), null, 2))
  for (const name of ['zod', 'groq-js', '@sanity/image-url']) {
    const place = join(project, 'node_modules', name)
    mkdirSync(dirname(place), {recursive: true})
    symlinkSync(dirname(require.resolve(`${name}/package.json`)), place)
  }
  writeFileSync(join(project, 'package.json'), '{"type": "module"}')
})

afterAll(() => rmSync(project, {recursive: true, force: true}))

describe('the published package', () => {
  it('has a built file and declarations for every entry', () => {
    const {publishConfig} = manifest()
    const expected = readEntries().map(({name, source}) => [
      name === 'index' ? '.' : `./${name}`,
      {
        types: `./dist/types/sdk/${source.slice(2).replace('.ts', '.d.ts')}`,
        node: `./dist/node/${name}.js`,
        default: `./${fileForBundlers(source)}`,
      },
    ])
    expect(publishConfig.exports).toEqual({
      ...Object.fromEntries(expected),
      './schema.json': './dist/schema.json',
    })
    const files = readEntries().flatMap(({name, source}) => [`dist/node/${name}.js`, fileForBundlers(source)])
    expect(files.filter((file) => !existsSync(join(installed, file)))).toEqual([])
  })

  it('has nothing that publint would complain of', async () => {
    const {messages} = await publint({pkgDir: installed, pack: false, strict: true})
    expect(messages.map((message) => formatMessage(message, publishedManifest()))).toEqual([])
  })

  it('brings documentation and no tests', () => {
    const pack = ['pack', '--dry-run', '--ignore-scripts', '--json', '--offline']
    const list = execFileSync('npm', pack, {cwd: here, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']})
    expect(list).toContain('"docs/client.md"')
    expect(list).toContain('"docs/snippets/openContent.ts"')
    expect(list).not.toMatch(/\.test\.tsx?"/)
  })

  it('has types that every ESM resolution finds', async () => {
    const pack = ['pack', '--ignore-scripts', '--offline', '--pack-destination', project]
    execFileSync('npm', pack, {cwd: installed, stdio: 'ignore'})
    const tarball = readFileSync(join(project, `spine-center-sdk-${manifest().version}.tgz`))
    const analysis = await checkPackage(createPackageFromTarballData(new Uint8Array(tarball)))
    const problems = analysis.types ? analysis.problems : [{kind: 'no types'}]
    expect(problems.filter((problem) => !isMeant(problem))).toEqual([])
  })

  it('runs in Node, by import and by require', () => {
    writeFileSync(
      join(project, 'esm.js'),
      `import {createTestContent} from '@spine-center/sdk/testing'\n${readTopics}`,
    )
    writeFileSync(
      join(project, 'cjs.cjs'),
      `const {createTestContent} = require('@spine-center/sdk/testing')\n${readTopics}`,
    )
    for (const file of ['esm.js', 'cjs.cjs']) {
      expect(execFileSync(process.execPath, [file], {cwd: project, encoding: 'utf8'})).toBe('Backs')
    }
  })

  it('is typed where only the package is there', () => {
    writeFileSync(join(project, 'typed.ts'), typedUse)
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({compilerOptions, files: ['typed.ts']}))
    const {stdout} = spawnSync(join(bin, 'tsc'), ['-p', project], {encoding: 'utf8'})
    expect(stdout).toBe('')
  })

  it.each(readEntries())('reaches nothing of Node from $name', async ({source}) => {
    const {metafile} = await build({
      entryPoints: [join(installed, fileForBundlers(source))],
      bundle: true,
      write: false,
      metafile: true,
      format: 'esm',
      platform: 'browser',
      // What the front end has itself.
      external: ['react', 'react/*', '@sanity/client', '@sanity/client/*'],
      nodePaths: [join(project, 'node_modules')],
      logLevel: 'silent',
    })
    const imports = Object.values(metafile.inputs).flatMap((input) => input.imports.map(({path}) => path))
    expect(imports.filter((path) => path.startsWith('node:'))).toEqual([])
  })

  it('imports only what it declares', async () => {
    const {metafile} = await build({
      entryPoints: readEntries().map(({source}) => join(installed, fileForBundlers(source))),
      bundle: true,
      write: false,
      metafile: true,
      format: 'esm',
      outdir: 'out',
      packages: 'external',
    })
    const imports = Object.values(metafile.inputs).flatMap((input) => input.imports)
    const packages = imports.filter(({external}) => external).map(({path}) => packageOf(path))
    const {dependencies, peerDependencies} = manifest()
    const declared = new Set(Object.keys({...dependencies, ...peerDependencies}))
    expect(packages).toContain('zod')
    expect(packages.filter((name) => !declared.has(name))).toEqual([])
  })
})

function fileForBundlers(source: string): string {
  return `dist/bundler/sdk/${source.slice(2).replace('.ts', '.js')}`
}

function packageOf(path: string): string {
  return path.split('/', path.startsWith('@') ? 2 : 1).join('/')
}

const readTopics = `
const documents = [{_id: 'a', _type: 'topic', label: 'Backs', slug: {_type: 'slug', current: 'backs'}}]
createTestContent({documents}).topics().then(({items}) => process.stdout.write(items[0].label))
`

const typedUse = `
import {createContent, type Article} from '@spine-center/sdk'
import {screen} from '@spine-center/sdk/safety'
import {articleBySlug} from '@spine-center/sdk/schemas'
const content = createContent({url: 'http://localhost:3900', dataset: 'production'})
const article: Promise<Article | null> = content.query(articleBySlug, {slug: 'x', language: null})
// @ts-expect-error -- were the types lost, this would be any, and no error
const wrong: Promise<number> = content.article('x')
export {article, screen, wrong}
`

const compilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  target: 'ES2024',
  module: 'NodeNext',
  lib: ['ES2024', 'DOM'],
  types: [],
}

// The package is ESM: its types are not meant to be found from CJS, or as Node 10 did.
function isMeant({kind, resolutionKind}: {kind: string; resolutionKind?: string}): boolean {
  return kind === 'CJSResolvesToESM' || resolutionKind === 'node10'
}

interface Manifest {
  readonly name: string
  readonly version: string
  readonly dependencies: Readonly<Record<string, string>>
  readonly peerDependencies: Readonly<Record<string, string>>
  readonly publishConfig: {readonly exports: Readonly<Record<string, unknown>>}
}

function manifest(): Manifest {
  const value: unknown = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'))
  if (isManifest(value)) return value
  throw new Error('package.json has no publishConfig.exports.')
}

function isManifest(value: unknown): value is Manifest {
  return typeof value === 'object' && value !== null && 'publishConfig' in value && 'name' in value
}

/** package.json as a package manager publishes it: publishConfig laid over, development left out. */
function publishedManifest() {
  const {publishConfig, ...rest} = manifest()
  return {...rest, ...publishConfig, devDependencies: {}, scripts: {}}
}
