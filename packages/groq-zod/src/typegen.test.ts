import {execFile} from 'node:child_process'
import {globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'
import {runTypegenGenerate} from '@sanity/codegen'
import {expect, test} from 'vitest'
import {schemaText} from '../test-fixtures/compiledSchema.ts'
import {foundQuery} from '../test-fixtures/foundQuery.ts'
import {fixtureQueries} from '../test-fixtures/queries.ts'
import {sdkDifferences, sdkNullDifferences, typegenDifferences} from '../test-fixtures/typegenDifferences.ts'
import {findQueries} from './find/findQueries.ts'
import {SourceModules} from './find/SourceModules.ts'
import {generate} from './generate.ts'
import {parseSchema} from './schema/parseSchema.ts'

const run = promisify(execFile)
const compiler = join(
  dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
  'bin',
  'tsc',
)

/** Compares two types as sets of values, once as they are and once with every null left out. */
const COMPARE = `
type Fits<A, B> = [A] extends [B] ? true : false
type Both<A, B> = Fits<A, B> extends true ? Fits<B, A> : false
type Known<K> = K extends 'media' ? never : K extends string ? (string extends K ? never : K extends \`internal\${string}\` ? never : K) : never
/** Optional fields without null: that a stored field may hold an explicit null, TypeGen does not say. */
type Plain<T> = T extends Array<infer I> ? Array<Plain<I>> : T extends object ? {[K in keyof T as Known<K>]: {} extends Pick<T, K> ? Plain<Exclude<T[K], null>> : Plain<T[K]>} : T
type NoNull<T> = T extends Array<infer I> ? Array<NoNull<Exclude<I, null>>> : T extends object ? {[K in keyof T as Known<K>]-?: NoNull<Exclude<T[K], null | undefined>>} : T
export type Same<A, B> = Both<Plain<A>, Plain<B>>
export type SameButNull<A, B> = Both<NoNull<Exclude<A, null>>, NoNull<Exclude<B, null>>>
`

interface Compared {
  /** Queries whose types differ. */
  readonly different: readonly string[]
  /** Queries whose types differ in nothing but where null may stand. */
  readonly onlyNull: readonly string[]
}

/** Runs both generators over the same schema and queries, and lets the compiler compare. */
async function compareTypes(schema: string, queries: readonly string[]): Promise<Compared> {
  const folder = mkdtempSync(join(fileURLToPath(new URL('..', import.meta.url)), 'test-output-'))
  try {
    writeFileSync(join(folder, 'schema.json'), schema)
    mkdirSync(join(folder, 'queries'))
    const source = queries.map((query, index) => `export const q${index}Query = defineQuery(\`${query}\`)`)
    writeFileSync(
      join(folder, 'queries', 'queries.ts'),
      `import {defineQuery} from 'groq'\n${source.join('\n')}\n`,
    )
    await runTypegenGenerate({
      workDir: folder,
      config: {
        schema: './schema.json',
        path: join(folder, 'queries/*.ts'),
        generates: './typegen.ts',
        formatGeneratedCode: false,
        overloadClientMethods: false,
      },
    })
    const {files} = await generate({
      schema: parseSchema(schema, 'schema.json'),
      queries: queries.map((query, index) => foundQuery(`q${index}`, query)),
    })
    mkdirSync(join(folder, 'ours'))
    for (const [name, text] of files) writeFileSync(join(folder, 'ours', name), text)
    writeFileSync(join(folder, 'compare.ts'), comparison(queries.length))
    writeFileSync(join(folder, 'tsconfig.json'), TSCONFIG)
    const lines = await refusedLines(folder)
    const first =
      readFileSync(join(folder, 'compare.ts'), 'utf8')
        .split('\n')
        .findIndex((line) => line.includes('same0:')) + 1
    const isDifferent = (index: number): boolean => lines.has(first + index * 2 + 1)
    return {
      different: queries.filter((_, index) => isDifferent(index)),
      onlyNull: queries.filter((_, index) => lines.has(first + index * 2) && !isDifferent(index)),
    }
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

/** The lines of compare.ts that do not compile. */
async function refusedLines(folder: string): Promise<ReadonlySet<number>> {
  const output = await run(process.execPath, [compiler, '-p', folder], {maxBuffer: 1e8}).then(
    ({stdout}) => stdout,
    (error: unknown) =>
      typeof error === 'object' && error !== null && 'stdout' in error ? String(error.stdout) : '',
  )
  return new Set(
    [...output.matchAll(/compare\.ts\((?<line>\d+),/gu)].map((match) => Number(match.groups?.['line'])),
  )
}

test('types equal those of TypeGen, but for what is listed with its reason', async () => {
  const queries = fixtureQueries.map(({query}) => query)
  const {different, onlyNull} = await compareTypes(schemaText, queries)
  expect(different.toSorted()).toEqual(typegenDifferences.map(({query}) => query).toSorted())
  // Where we say null and TypeGen does not: dangling references, what is undefined to add, join or slice.
  expect(onlyNull.length + different.length).toBeLessThan(queries.length / 3)
})

const packages = fileURLToPath(new URL('../..', import.meta.url))

test('so do the types of the queries of our SDK', async () => {
  const files = globSync('sdk/src/queries/*{Query,Queries}.ts', {cwd: packages})
  const modules = new SourceModules()
  const found = files.flatMap((file) => findQueries(join(packages, file), modules))
  const schema = readFileSync(join(packages, 'schema/schema.json'), 'utf8')
  const texts = found.map(({text}) => text.text)
  const {different, onlyNull} = await compareTypes(schema, texts)
  const namesOf = (some: readonly string[]): readonly string[] =>
    found.filter(({text}) => some.includes(text.text)).map(({name}) => name)
  expect(found.length).toBeGreaterThanOrEqual(18)
  expect(namesOf(different).toSorted()).toEqual(sdkDifferences.map(({query}) => query).toSorted())
  expect(namesOf(onlyNull).toSorted()).toEqual(sdkNullDifferences)
})

const TSCONFIG = JSON.stringify({
  extends: '../../../tsconfig.base.json',
  compilerOptions: {types: [], noUnusedLocals: false},
  include: ['compare.ts'],
})

function comparison(count: number): string {
  const imports = [
    `import type * as Ours from './ours/index.ts'`,
    `import type * as Typegen from './typegen.ts'`,
  ]
  const pairs = Array.from({length: count}, (_, index) => {
    const types = `Ours.Q${index}Result, Typegen.Q${index}QueryResult`
    return `export const same${index}: Same<${types}> = true\nexport const null${index}: SameButNull<${types}> = true`
  })
  return [...imports, COMPARE, ...pairs].join('\n')
}
