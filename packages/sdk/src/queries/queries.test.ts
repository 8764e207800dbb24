import {readFileSync, readdirSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
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

describe('our queries', () => {
  it.each(queries)('%s has a validator of its own text', (name, query) => {
    expect(byName.get(name.replace(/Query$/, ''))).toMatchObject({query})
  })

  it('are all that is generated', () => {
    const names = [...byName].filter(
      ([, value]) => typeof value === 'object' && value !== null && 'query' in value,
    )
    expect(names.map(([name]) => `${name}Query`).toSorted()).toEqual(queries.map(([name]) => name).toSorted())
  })

  it.each(readdirSync(folder))('leave nothing unknown in %s', (file) => {
    const text = readFileSync(new URL(file, folder), 'utf8')
    expect(text).not.toMatch(/z\.unknown\(\)|: unknown[;,\n}]/)
  })
})
