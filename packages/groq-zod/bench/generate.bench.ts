/* Run by `node bench/generate.bench.ts`: prints one JSON object a line. */
import {spawnSync} from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {evaluate, parse} from 'groq-js'
import {loadConfig} from '../src/command/config.ts'
import {Project} from '../src/command/Project.ts'
import {writeFiles} from '../src/command/writeFiles.ts'
import {generate} from '../src/generate.ts'
import {constraints, schemaFile, schemaText} from '../test-fixtures/compiledSchema.ts'
import {foundQuery} from '../test-fixtures/foundQuery.ts'
import {importGenerated} from '../test-fixtures/importGenerated.ts'
import {fixtureQueries} from '../test-fixtures/queries.ts'
import {wholeDocuments} from '../test-fixtures/wholeDocuments.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = join(here, '..')
const compiler = join(
  dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
  'bin',
  'tsc',
)
const RUNS = 5

interface Line {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly baseline: number
  readonly ratio: number
  readonly target: string
  readonly ok: boolean
}

/** Four digits say enough. */
function round(figure: number): number {
  return Number(figure.toPrecision(4))
}

function print(
  name: string,
  value: number,
  unit: string,
  baseline: number,
  target: string,
  isOk: (ratio: number) => boolean,
): void {
  const ratio = value / baseline
  const line: Line = {
    name,
    value: round(value),
    unit,
    baseline: round(baseline),
    ratio: round(ratio),
    target,
    ok: isOk(ratio),
  }
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

/** The shortest of several: the machine is shared. */
function best(runs: number, measure: () => number): number {
  return Math.min(...Array.from({length: runs}, measure))
}

function processMs(args: readonly string[], cwd: string): number {
  const start = performance.now()
  const {status, stderr} = spawnSync(process.execPath, [...args], {cwd, encoding: 'utf8'})
  if (status !== 0) throw new Error(stderr)
  return performance.now() - start
}

/** A project of 20 queries: those of the workspace beside this package where they are, else those of the fixtures. */
function makeProject(folder: string): void {
  const schema = join(root, '../schema/schema.json')
  const queries = join(root, '../sdk/src/queries')
  const isWorkspace = existsSync(schema) && existsSync(queries)
  writeFileSync(join(folder, 'schema.json'), isWorkspace ? readFileSync(schema, 'utf8') : schemaText)
  mkdirSync(join(folder, 'src'))
  if (isWorkspace) copyFolder(queries, join(folder, 'src/queries'))
  const extra = fixtureQueries
    .slice(0, isWorkspace ? 4 : 20)
    .map(({query}, index) => `export const extra${index}Query = defineQuery(\`${query}\`)`)
  writeFileSync(join(folder, 'src/extra.ts'), `import {defineQuery} from 'groq'\n${extra.join('\n')}\n`)
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}')
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'typegen.mjs'), TYPEGEN)
}

/** What \`sanity typegen generate\` runs, without the start of its command line. */
const TYPEGEN = `import {runTypegenGenerate} from '@sanity/codegen'
await runTypegenGenerate({workDir: process.cwd(), config: {schema: './schema.json', path: './src/**/*.ts', generates: './typegen.ts', formatGeneratedCode: false}})
`

function copyFolder(from: string, to: string): void {
  mkdirSync(to, {recursive: true})
  for (const entry of readdirSync(from, {withFileTypes: true})) {
    if (entry.isDirectory()) copyFolder(join(from, entry.name), join(to, entry.name))
    else if (!entry.name.includes('.test.'))
      writeFileSync(join(to, entry.name), readFileSync(join(from, entry.name)))
  }
}

async function benchGeneration(): Promise<void> {
  const folder = mkdtempSync(join(root, 'test-output-'))
  try {
    makeProject(folder)
    // Built, as it is published and as TypeGen is.
    processMs([compiler, '-p', join(root, 'tsconfig.build.json'), '--outDir', join(folder, 'dist')], root)
    // In turns, so that what else the machine does falls on both.
    const pairs = Array.from({length: RUNS}, () => {
      rmSync(join(folder, 'generated'), {recursive: true, force: true})
      rmSync(join(folder, 'typegen.ts'), {force: true})
      const typegenMs = processMs(['typegen.mjs'], folder)
      const found = readFileSync(join(folder, 'typegen.ts'), 'utf8').match(/QueryResult =/gu)?.length ?? 0
      if (found < 20) throw new Error(`TypeGen found ${found} queries of 20`)
      const args = [join(folder, 'dist/cli.js'), 'generate', '-q', 'src/**/*.ts', '-o', 'generated']
      return {typegenMs, ownMs: processMs(args, folder)}
    })
    const typegen = Math.min(...pairs.map(({typegenMs}) => typegenMs))
    const cold = Math.min(...pairs.map(({ownMs}) => ownMs))
    print(
      'groq-zod generate, 20 queries or more, cold process',
      cold,
      'ms',
      typegen,
      'at most 0.5 of TypeGen, under 1000 ms',
      (ratio) => ratio <= 0.5 && cold < 1000,
    )

    const config = await loadConfig(folder, undefined, {queries: 'src/**/*.ts', output: 'generated'})
    const project = new Project(config)
    writeFiles(config.output, (await project.generate()).files)
    const file = join(folder, 'src/extra.ts')
    const times: number[] = []
    for (let run = 0; run < 10; run++) {
      writeFileSync(
        file,
        readFileSync(file, 'utf8').replace(/`\*(?:\[\d+\.\.\.900\])?(?=`|\[)/u, `\`*[${run}...900]`),
      )
      const start = performance.now()
      project.forget([file])
      writeFiles(config.output, (await project.generate()).files)
      times.push(performance.now() - start)
    }
    const again = Math.min(...times)
    print('groq-zod watch, one query changed', again, 'ms', 100, 'under 100 ms', (ratio) => ratio < 1)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

const VALIDATED = {
  article:
    '*[_type == "article"][0]{..., author->, body[]{..., _type == "exerciseCard" => {exercise->}}, "steps": *[_type == "exercise"][0].steps}',
  list: '*[_type == "article"]{..., author->{name}}',
}

/** Microseconds a call takes, the shortest of several series. */
function microseconds(run: () => unknown): number {
  const count = 300
  const series = (): number => {
    const start = performance.now()
    for (let index = 0; index < count; index++) run()
    return ((performance.now() - start) * 1000) / count
  }
  series()
  return best(9, series)
}

async function benchValidation(label: string): Promise<void> {
  const queries = Object.entries(VALIDATED).map(([name, query]) => foundQuery(name, query))
  const input = {schema: schemaFile, constraints, queries}
  const imported = await importGenerated(await generate(input))
  const plain = await importGenerated(await generate({...input, options: {fastPath: false}}))
  const article = wholeDocuments.article
  const body = Array.isArray(article['body']) ? article['body'] : []
  // About 10 KB: an article of 20 blocks.
  const long = {...article, body: Array.from({length: 10}, () => body).flat()}
  const others = Array.from({length: 100}, (_, index) => ({...article, _id: `article-${index}`}))
  for (const [name, dataset] of [
    ['article', [long, ...Object.values(wholeDocuments).slice(0, 3)]],
    ['list', [...others, wholeDocuments.person]],
  ] as const) {
    const value = await evaluate(parse(VALIDATED[name]), {dataset: [...dataset]})
    const text = JSON.stringify(await value.get())
    const data: unknown = JSON.parse(text)
    const base = microseconds((): unknown => JSON.parse(text))
    for (const [path, source] of [
      ['', imported],
      [', zod/mini alone', plain],
    ] as const) {
      const schema = source.get(name)?.schemas.published
      if (!schema?.safeParse(data).success) throw new Error(`${name} is refused`)
      const target = path === '' ? 'at most 0.25 of JSON.parse' : 'none: for comparison'
      print(
        `validate ${name} (${Math.round(text.length / 1000)} KB)${path}${label}`,
        microseconds(() => schema.safeParse(data)),
        'µs',
        base,
        target,
        (ratio) => path !== '' || ratio <= 0.25,
      )
    }
  }
}

if (process.argv.includes('--validation-only')) {
  await benchValidation(', no code from strings')
} else {
  await benchGeneration()
  await benchValidation('')
  const {stdout, stderr} = spawnSync(
    process.execPath,
    ['--disallow-code-generation-from-strings', fileURLToPath(import.meta.url), '--validation-only'],
    {encoding: 'utf8'},
  )
  process.stdout.write(stdout)
  if (stdout === '') process.stderr.write(stderr)
}
