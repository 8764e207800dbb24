import {evaluate, parse} from 'groq-js'
import {validateDocument} from '@sanity/validation'
import {beforeAll, expect, test} from 'vitest'
import {compiledSchema, constraints, schemaFile} from '../test-fixtures/compiledSchema.ts'
import type {StoredDocument} from '../test-fixtures/documents.ts'
import {makeDocuments} from '../test-fixtures/documents.ts'
import {loosen} from '../test-fixtures/loosen.ts'
import {foundQuery} from '../test-fixtures/foundQuery.ts'
import {fuzzQueries} from '../test-fixtures/fuzzQueries.ts'
import type {ImportedQuery} from '../test-fixtures/importGenerated.ts'
import {importGenerated} from '../test-fixtures/importGenerated.ts'
import type {FixtureQuery} from '../test-fixtures/queries.ts'
import {fixtureQueries} from '../test-fixtures/queries.ts'
import {generate} from './generate.ts'

// Another seed looks at other documents and queries: SOUNDNESS_SEED=7 vitest run …
const SEED = Number(process.env['SOUNDNESS_SEED'] ?? 1)
const DATASETS = 5
const FUZZED = 150

const queries: readonly FixtureQuery[] = [
  ...fixtureQueries,
  ...fuzzQueries(SEED, FUZZED).map((query) => ({query})),
]
const datasets = Array.from({length: DATASETS}, (_, index) => makeDocuments(SEED * 100 + index))
const generatedQueries: ImportedQuery[] = []

beforeAll(async () => {
  const found = queries.map(({query}, index) => foundQuery(`query${index}`, query))
  const imported = await importGenerated(await generate({schema: schemaFile, constraints, queries: found}))
  for (const {name} of found) {
    const query = imported.get(name)
    if (query) generatedQueries.push(query)
  }
})

async function run({query, params = {}}: FixtureQuery, dataset: readonly StoredDocument[]): Promise<unknown> {
  const value = await evaluate(parse(query, {params}), {dataset: [...dataset], params})
  const text: string | undefined = JSON.stringify(await value.get())
  return JSON.parse(text ?? 'null')
}

async function failures(
  perspective: 'published' | 'drafts',
  sets: readonly (readonly StoredDocument[])[],
): Promise<{readonly cases: number; readonly failed: string[]}> {
  let cases = 0
  const failed: string[] = []
  for (const [index, query] of queries.entries()) {
    const schema = generatedQueries[index]?.schemas[perspective]
    for (const dataset of sets) {
      const result = await run(query, dataset)
      const parsed = schema?.safeParse(result)
      cases++
      if (!parsed?.success) failed.push(`${query.query}\n${JSON.stringify(parsed?.error?.issues)}`)
    }
  }
  return {cases, failed}
}

test('every query has a generated validator', () => {
  expect(queries.length).toBeGreaterThanOrEqual(300)
  expect(generatedQueries).toHaveLength(queries.length)
})

test('the datasets hold only documents that the validation of Sanity accepts', async () => {
  const refused: unknown[] = []
  for (const document of datasets.flat()) {
    const {markers} = await validateDocument({
      document,
      schema: compiledSchema,
      customValidation: false,
      getDocumentExists: () => Promise.resolve(true),
    })
    refused.push(...markers.filter(({level}) => level === 'error'))
  }
  expect(refused).toEqual([])
})

test('what groq-js yields of valid documents passes the published validator', async () => {
  const {cases, failed} = await failures('published', datasets)
  expect(failed).toEqual([])
  expect(cases).toBe(queries.length * DATASETS)
})

test('what groq-js yields of unfinished documents passes the drafts validator', async () => {
  const {failed} = await failures(
    'drafts',
    datasets.map((dataset, index) => loosen(dataset, SEED * 100 + index)),
  )
  expect(failed).toEqual([])
})
