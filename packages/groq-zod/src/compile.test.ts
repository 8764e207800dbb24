import {execFile} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'
import {expect, test} from 'vitest'
import {constraints, schemaFile} from '../test-fixtures/compiledSchema.ts'
import {foundQuery} from '../test-fixtures/foundQuery.ts'
import {fixtureQueries} from '../test-fixtures/queries.ts'
import type {EmitOptions} from './emit/EmitOptions.ts'
import {generate} from './generate.ts'

const run = promisify(execFile)
const compiler = join(
  dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
  'bin',
  'tsc',
)

const TSCONFIG = {
  extends: '../../../tsconfig.base.json',
  compilerOptions: {isolatedDeclarations: true, declaration: true, noEmit: true, types: []},
  include: ['**/*.ts'],
}

const COMBINATIONS: readonly Partial<EmitOptions>[] = [
  {},
  {zod: 'full', unknownKeys: 'keep', unknownTypes: 'keep'},
  {unknownKeys: 'refuse', unknownTypes: 'keep'},
  {lightModules: true},
]

const WRONG = `import type {Query1Result} from './0/index.ts'

export const title: Query1Result[number]['title'] = 3
`

test('the output compiles under isolatedDeclarations and exactOptionalPropertyTypes, whatever the options', async () => {
  const folder = mkdtempSync(join(fileURLToPath(new URL('..', import.meta.url)), 'test-output-'))
  try {
    for (const [index, options] of COMBINATIONS.entries()) {
      // All queries with the usual options; with the others a fifth of them shows the same.
      const some = fixtureQueries.filter((_, at) => index === 0 || at % 5 === index)
      const queries = some.map(({query}, at) => foundQuery(`query${at}`, query))
      const {files} = await generate({schema: schemaFile, constraints, queries, options})
      mkdirSync(join(folder, String(index)))
      for (const [name, text] of files) writeFileSync(join(folder, String(index), name), text)
    }
    // What is wrong is found: the rest was looked at.
    writeFileSync(join(folder, 'wrong.ts'), WRONG)
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(TSCONFIG))
    const output = await run(process.execPath, [compiler, '-p', folder]).then(
      ({stdout}) => stdout,
      (error: unknown) =>
        typeof error === 'object' && error !== null && 'stdout' in error
          ? String(error.stdout)
          : String(error),
    )
    expect(output.trim().split('\n')).toEqual([expect.stringMatching(/wrong\.ts\(3,14\): error TS2322/u)])
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
})
