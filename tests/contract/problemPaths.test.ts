import {createClient, type ContentSourceMap} from '@sanity/client'
import {parseJsonPath, resolveMapping} from '@sanity/client/csm'
import * as generated from '@spine-center/sdk/schemas'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {locateIssue} from '../../packages/sdk/src/validation/locateIssue.ts'
import {openSampleSources, type SampleSources} from './openSampleSources.ts'
import {fittingParams} from './soundness/fittingParams.ts'

const queries = Object.values(generated).flatMap((value) => ('schemas' in value ? [value] : []))

/** Fields that come from an item or a document which the result does not name: what leads there is named instead. */
const LEADS_THERE: Readonly<Record<string, readonly string[]>> = {
  articleBySlug: ['disclosures.organization', 'relatedFeed'],
  feedData: ['pinned', 'featured', 'newest'].flatMap((list) => [`${list}.conditions`, `${list}.authors`]),
  settings: ['relatedFeed'],
}

type ResultPath = readonly (string | number)[]

function leafPaths(value: unknown, path: ResultPath = []): readonly ResultPath[] {
  if (typeof value !== 'object' || value === null) return [path]
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value)
  return entries.flatMap(([step, item]) => leafPaths(item, [...path, step]))
}

type Step = string | number | {readonly _key: string}

/** Where a value of the result comes from, as the lake's source map tells it. */
function sourceOf(path: ResultPath, map: ContentSourceMap): {id: string; steps: readonly Step[]} | null {
  const resolved = resolveMapping([...path], map)
  const source = resolved?.mapping.source
  if (!resolved || source?.type !== 'documentValue') return null
  const steps = parseJsonPath(`${map.paths[source.path] ?? ''}${resolved.pathSuffix}`)
  return {id: map.documents[source.document]?._id ?? '', steps}
}

function stepsOf(sanityPath: string): readonly Step[] {
  return [...sanityPath.matchAll(/\[_key=="(?<key>[^"]*)"\]|\[(?<index>\d+)\]|(?<name>[^.[\]]+)/gu)].map(
    ({groups}) => {
      const {key, index, name = ''} = groups ?? {}
      if (key !== undefined) return {_key: key}
      return index === undefined ? name : Number(index)
    },
  )
}

/** A walk through a document: items by their index, and what stands at the end. */
function walk(document: unknown, steps: readonly Step[]): {path: string; value: unknown} {
  let value = document
  const path = steps.map((step) => {
    const items: readonly unknown[] = Array.isArray(value) ? value : []
    const at =
      typeof step === 'object' ? items.findIndex((item) => fieldOf(item, '_key') === step._key) : step
    value = typeof at === 'number' ? items[at] : fieldOf(value, at)
    return typeof at === 'number' ? `[${at}]` : `.${at}`
  })
  return {path: path.join(''), value}
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

function refersTo(value: unknown, id: string): boolean {
  return [value].flat().some((item) => fieldOf(item, '_ref') === id)
}

describe('the place that a problem names', () => {
  let sources: SampleSources
  beforeAll(async () => {
    sources = await openSampleSources()
  })
  afterAll(async () => sources[Symbol.asyncDispose]())

  it.each(queries)('is the one that the source map of the lake names: $name', async (query) => {
    const {name, params} = query
    const client = createClient({
      apiHost: sources.url,
      useProjectHostname: false,
      projectId: 'spine',
      dataset: 'production',
      apiVersion: '2025-02-19',
      useCdn: false,
    })
    const leading = new Set<string>()
    const wrong = new Set<string>()
    const documents = new Map<unknown, unknown>(
      sources.documents.map((document) => [document['_id'], document]),
    )
    let exact = 0
    for (const fitting of fittingParams(params, name, sources.documents)) {
      const values = Object.fromEntries(params.map((param) => [param, fitting[param] ?? null]))
      const options = {filterResponse: false, resultSourceMap: true} as const
      // oxlint-disable-next-line no-await-in-loop -- one lake answers
      const {result, resultSourceMap: map} = await client.fetch<unknown>(query.query, values, options)
      if (!map) throw new Error('The answer has no source map.')
      for (const path of leafPaths(result)) {
        const source = sourceOf(path, map)
        if (!source) continue
        const found = locateIssue(result, path, query.paths)
        const ours = walk(documents.get(found.documentId), stepsOf(found.path))
        const theirs = walk(documents.get(source.id), source.steps)
        const field = path.filter((step) => typeof step === 'string').join('.')
        if (found.documentId === source.id && ours.path === theirs.path) exact += 1
        else if (found.documentId === source.id && theirs.path.startsWith(ours.path)) leading.add(field)
        else if (refersTo(ours.value, source.id)) leading.add(field)
        else wrong.add(`${field}: ${found.documentId}${ours.path}, not ${source.id}${theirs.path}`)
      }
    }
    expect([...wrong]).toEqual([])
    expect([...leading]).toEqual(LEADS_THERE[name] ?? [])
    expect(exact).toBeGreaterThan(10)
  })
})
