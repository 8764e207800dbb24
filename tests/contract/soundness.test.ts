import {generateDocuments, sampleDocuments} from '@spine-center/sample'
import * as generated from '@spine-center/sdk/schemas'
import {evaluateSync, parse} from 'groq-js'
import {describe, expect, it} from 'vitest'
import {breakDocument, type Breach} from './soundness/breakDocument.ts'
import {changedPaths, placesOf, startsWith, type Path} from './soundness/comparePlaces.ts'
import {fittingParams, type Params} from './soundness/fittingParams.ts'
import {tolerated} from './soundness/tolerated.ts'

type Stored = Readonly<Record<string, unknown>>

const NOW = new Date('2026-11-24T15:00:00Z')
const STORED = {_rev: 'r', _createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-01T00:00:00Z'}

const sample: readonly Stored[] = sampleDocuments.map((document) => ({...STORED, ...document}))
const made: readonly Stored[] = [...generateDocuments({count: 1000, seed: 11})].map((document) => ({
  ...STORED,
  ...document,
}))
const queries = Object.values(generated).flatMap((value) => ('schemas' in value ? [value] : []))
type Query = (typeof queries)[number]

function run({query}: Query, params: Params, dataset: readonly Stored[]): unknown {
  const value: unknown = evaluateSync(parse(query, {params: {...params}}), {
    dataset: [...dataset],
    params: {...params},
    timestamp: NOW,
  })
  const data: unknown = typeof value === 'object' && value !== null && 'data' in value ? value.data : null
  const result: unknown = JSON.parse(JSON.stringify(data) ?? 'null')
  return result
}

function issuesOf({schemas}: Query, result: unknown): readonly Path[] {
  const parsed = schemas.published.safeParse(result)
  return parsed.success ? [] : (parsed.error?.issues.map(({path}) => path) ?? [])
}

const readings = queries.flatMap((query) =>
  [sample, made].flatMap((dataset) =>
    fittingParams(query.params, query.name, dataset).map((params) => ({query, params, dataset})),
  ),
)

describe('the published validators of the SDK', () => {
  it(`accept what ${queries.length} queries yield of valid content, in ${readings.length} readings`, () => {
    const refused = readings.flatMap(({query, params, dataset}) => {
      const paths = issuesOf(query, run(query, params, dataset))
      return paths.map((path) => `${query.name} ${JSON.stringify(params)}: ${path.join('.')}`)
    })
    expect(refused).toEqual([])
  })
})

interface Judged {
  readonly name: string
  /**
   * `unseen`: the result does not show the field, or no longer the document. `lost`: the query itself makes the same
   * of it as of a field that is not there, as of a list that is no list.
   */
  readonly outcome: 'refused' | 'accepted' | 'elsewhere' | 'unseen' | 'lost'
}

function judge(query: Query, params: Params, before: unknown, {rule, field, document}: Breach): Judged {
  const name = `${query.name}: ${String(document['_type'])}.${field} ${rule}`
  const id = String(document['_id'])
  const after = run(query, params, withDocument(document))
  const changed = changedWithin(id, before, after)
  if (changed.length === 0) return {name, outcome: 'unseen'}
  const issues = issuesOf(query, after)
  if (issues.length === 0) {
    const isLost =
      rule !== 'required' &&
      isSame(after, run(query, params, withDocument({...document, [field]: undefined})))
    return {name, outcome: isLost ? 'lost' : 'accepted'}
  }
  const isRight = issues.every((issue) => changed.some((path) => startsWith(issue, path)))
  return {name, outcome: isRight ? 'refused' : 'elsewhere'}
}

function withDocument(document: Stored): readonly Stored[] {
  return sample.map((one) => (one['_id'] === document['_id'] ? document : one))
}

function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right)
}

/** What changed inside the document, wherever the result shows it. */
function changedWithin(id: string, before: unknown, after: unknown): readonly Path[] {
  const places = placesOf(id, before)
  const later = placesOf(id, after)
  if (later.length !== places.length) return []
  return later.flatMap(([path, value], index) => changedPaths(places[index]?.[1], value, path))
}

function judgeAll(): readonly Judged[] {
  return queries.flatMap((query) => {
    const [params = {}] = fittingParams(query.params, query.name, sample)
    const before = run(query, params, sample)
    const shown = new Map<unknown, Stored>()
    for (const document of sample) {
      const isShown = !shown.has(document['_type']) && placesOf(String(document['_id']), before).length > 0
      if (isShown) shown.set(document['_type'], document)
    }
    return [...shown.values()].flatMap((document) =>
      breakDocument(document).map((breach) => judge(query, params, before, breach)),
    )
  })
}

describe('content that breaks one rule', () => {
  const judged = judgeAll()
  const named = (wanted: Judged['outcome']) =>
    judged.filter(({outcome}) => outcome === wanted).map(({name}) => name)
  const refused = named('refused')

  it(`is refused with the place of the breach, in ${refused.length} cases of ${queries.length} queries`, () => {
    expect(named('elsewhere')).toEqual([])
    expect(refused.length).toBeGreaterThan(600)
    expect(new Set(refused.map((name) => name.split(':')[0]))).toEqual(new Set(queries.map(({name}) => name)))
    const rules = new Set(refused.map((name) => name.replace(/^\S+ \S+ /, '')))
    expect([...rules].toSorted()).toEqual([
      'closed list',
      'required',
      'too few',
      'too large',
      'too long',
      'too small',
      'type',
      'unknown _type',
    ])
  })

  it('is accepted only where the result cannot show it, for a reason that is listed', () => {
    expect(named('accepted').toSorted()).toEqual(Object.keys(tolerated).toSorted())
  })
})
