import {evaluate, parse} from 'groq-js'
import {expect, test} from 'vitest'
import {constraints, schemaFile} from '../test-fixtures/compiledSchema.ts'
import {disturb} from '../test-fixtures/disturb.ts'
import {makeDocuments} from '../test-fixtures/documents.ts'
import {foundQuery} from '../test-fixtures/foundQuery.ts'
import {fuzzQueries} from '../test-fixtures/fuzzQueries.ts'
import {importGenerated} from '../test-fixtures/importGenerated.ts'
import {fixtureQueries} from '../test-fixtures/queries.ts'
import {Random} from '../test-fixtures/Random.ts'
import type {EmitOptions} from './emit/EmitOptions.ts'
import {generate} from './generate.ts'

const SEED = Number(process.env['SOUNDNESS_SEED'] ?? 1)
const DISTURBED_EACH = 12

const allQueries = [...fixtureQueries, ...fuzzQueries(SEED + 1, 80).map((query) => ({query, params: {}}))]

const OPTIONS: readonly Partial<EmitOptions>[] = [
  {},
  {unknownKeys: 'keep', unknownTypes: 'keep'},
  {unknownKeys: 'refuse'},
  {zod: 'full'},
  {lightModules: true},
]

test.each(OPTIONS)('with %j the fast path and zod give the same, valid or not', async (options) => {
  const isUsual = Object.keys(options).length === 0
  const queries = allQueries.filter((_, index) => isUsual || index % 5 === 0)
  const found = queries.map(({query}, index) => foundQuery(`query${index}`, query))
  const input = {schema: schemaFile, constraints, queries: found}
  const fast = await importGenerated(await generate({...input, options}))
  const plain = await importGenerated(await generate({...input, options: {...options, fastPath: false}}))
  const random = new Random(SEED)
  const dataset = makeDocuments(SEED * 100)
  const counts = {accepted: 0, refused: 0}
  for (const [index, {query, params = {}}] of queries.entries()) {
    const value = await evaluate(parse(query, {params}), {dataset, params})
    const result: unknown = JSON.parse(JSON.stringify(await value.get()) ?? 'null')
    const others = Array.from({length: DISTURBED_EACH}, () => disturb(result, random))
    for (const candidate of [result, ...others]) {
      const left = fast.get(`query${index}`)?.schemas.published.safeParse(candidate)
      const right = plain.get(`query${index}`)?.schemas.published.safeParse(candidate)
      counts[right?.success ? 'accepted' : 'refused']++
      expect({query, left: outcome(left)}).toEqual({query, left: outcome(right)})
    }
  }
  // Both outcomes must come up often for the comparison to mean anything.
  expect(counts.accepted).toBeGreaterThan(50)
  expect(counts.refused).toBeGreaterThan(50)
})

function outcome(parsed: {success: boolean; data?: unknown; error?: {issues: unknown}} | undefined): unknown {
  return parsed?.success ? {data: parsed.data} : {issues: parsed?.error?.issues}
}
