import {readFileSync, readdirSync} from 'node:fs'
import {parse} from 'groq-js'
import {describe, expect, it} from 'vitest'
import {queryRequest} from '../client/queryRequest.ts'
import * as generated from '../generated/index.ts'
import * as articleQueries from './articleQueries.ts'
import * as evidenceQueries from './evidenceQueries.ts'
import * as exerciseQueries from './exerciseQueries.ts'
import * as feedDataQueries from './feedDataQuery.ts'
import * as peopleQueries from './peopleQueries.ts'
import * as safetyQueries from './safetyQueries.ts'
import * as screeningDataQueries from './screeningDataQuery.ts'
import * as settingsQueries from './settingsQuery.ts'
import * as topicQueries from './topicQueries.ts'

const queries = Object.entries({
  ...articleQueries,
  ...evidenceQueries,
  ...exerciseQueries,
  ...feedDataQueries,
  ...peopleQueries,
  ...safetyQueries,
  ...screeningDataQueries,
  ...settingsQueries,
  ...topicQueries,
})
const byName = new Map<string, unknown>(Object.entries(generated))
const folder = new URL('../generated/', import.meta.url)
// Functions that any query may call take anything.
const modules = readdirSync(folder).filter((file) => file !== 'matching.ts' && file !== 'checks.ts')

function queryOf(value: unknown): {query: string} {
  if (typeof value === 'object' && value !== null && 'query' in value && typeof value.query === 'string') {
    return {query: value.query}
  }
  throw new Error('There is no such query.')
}

describe('our queries', () => {
  it.each(queries)('%s has a validator of its own text, without its layout', (name, query) => {
    const {query: compact} = queryOf(byName.get(name.replace(/Query$/, '')))
    const params = {limit: 1, candidateLimit: 1}
    expect(parse(compact, {params})).toEqual(parse(query, {params}))
    expect(compact.length).toBeLessThan(query.length)
  })

  it.each(queries)('%s fits an address, so that caches on the way can keep the answer', (name) => {
    const {query} = queryOf(byName.get(name.replace(/Query$/, '')))
    const request = {query, params: {}, perspective: 'published', lastLiveEventId: null} as const
    expect(
      queryRequest('https://project.apicdn.sanity.io/v2025-02-19/data/query/production', request).method,
    ).toBe('GET')
  })

  it('are all that is generated', () => {
    const names = [...byName].filter(
      ([, value]) => typeof value === 'object' && value !== null && 'query' in value,
    )
    expect(names.map(([name]) => `${name}Query`).toSorted()).toEqual(queries.map(([name]) => name).toSorted())
  })

  it.each(modules)('leave nothing unknown in %s', (file) => {
    const text = readFileSync(new URL(file, folder), 'utf8')
    expect(text).not.toMatch(/z\.unknown\(\)|: unknown[;,\n}]/)
  })
})
