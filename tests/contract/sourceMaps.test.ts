import {createClient, type ContentSourceMap, type SanityClient} from '@sanity/client'
import {parseJsonPath, resolveMapping} from '@sanity/client/csm'
import * as generated from '@spine-center/sdk/schemas'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {openSampleSources, type SampleSources} from './openSampleSources.ts'
import {fittingParams, type Params} from './soundness/fittingParams.ts'

const queries = Object.values(generated).flatMap((value) => ('schemas' in value ? [value] : []))

type Json = Readonly<Record<string, unknown>>

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null

interface Leaf {
  readonly path: readonly (string | number)[]
  readonly value: unknown
}

function leavesOf(value: unknown, path: readonly (string | number)[] = []): readonly Leaf[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => leavesOf(item, [...path, index]))
  if (!isJson(value)) return [{path, value}]
  return Object.entries(value).flatMap(([name, item]) => leavesOf(item, [...path, name]))
}

function valueAt(document: unknown, path: string): unknown {
  let value = document
  for (const step of parseJsonPath(path)) {
    if (typeof step === 'object') {
      const items: unknown[] = Array.isArray(value) ? value : []
      value = items.find((item) => isJson(item) && item['_key'] === step._key)
    } else value = isJson(value) ? Reflect.get(value, step) : undefined
  }
  return value ?? null
}

interface Judged {
  /** Leaves that come from a document, and are there. */
  readonly right: number
  /** Leaves that are not where the map says. */
  readonly wrong: readonly string[]
  /** Leaves without a source, by their place in the result, indexes left out; what is absent needs none. */
  readonly unknown: readonly string[]
}

function judge(result: unknown, map: ContentSourceMap, documents: ReadonlyMap<unknown, unknown>): Judged {
  const wrong: string[] = []
  const unknown = new Set<string>()
  let right = 0
  for (const {path, value} of leavesOf(result)) {
    const resolved = resolveMapping([...path], map)
    const source = resolved?.mapping.source
    if (!resolved || source?.type !== 'documentValue') {
      if (value !== null) unknown.add(path.filter((step) => typeof step === 'string').join('.'))
      continue
    }
    const document = documents.get(map.documents[source.document]?._id)
    const found = valueAt(document, `${map.paths[source.path] ?? ''}${resolved.pathSuffix}`)
    if (found === value) right++
    else wrong.push(`${path.join('.')}: ${JSON.stringify(value)}, not ${JSON.stringify(found)}`)
  }
  return {right, wrong, unknown: [...unknown]}
}

describe('source maps of the queries of the SDK', () => {
  let sources: SampleSources
  let client: SanityClient
  let documents: ReadonlyMap<unknown, unknown>

  beforeAll(async () => {
    sources = await openSampleSources()
    client = createClient({
      apiHost: sources.url,
      useProjectHostname: false,
      projectId: 'spine',
      dataset: 'production',
      apiVersion: '2025-02-19',
      useCdn: false,
    })
    documents = new Map(sources.documents.map((document) => [document['_id'], document]))
  })

  afterAll(async () => sources[Symbol.asyncDispose]())

  async function ask(query: string, params: Params, style: boolean | 'withKeyArraySelector') {
    const options = {filterResponse: false, resultSourceMap: style} as const
    const {result, resultSourceMap} = await client.fetch<unknown>(query, {...params}, options)
    if (!resultSourceMap) throw new Error('The answer has no source map.')
    return {result, map: resultSourceMap}
  }

  it.each(queries)('$name: every leaf comes from a document, and is there', async ({name, query, params}) => {
    let right = 0
    for (const fitting of fittingParams(params, name, sources.documents)) {
      const values = Object.fromEntries(params.map((param) => [param, fitting[param] ?? null]))
      const plain = await client.fetch<unknown>(query, values)
      for (const style of [true, 'withKeyArraySelector'] as const) {
        const {result, map} = await ask(query, values, style)
        expect(result).toEqual(plain)
        const judged = judge(result, map, documents)
        expect(judged.wrong).toEqual([])
        expect(judged.unknown).toEqual([])
        right += judged.right
      }
    }
    expect(right).toBeGreaterThan(10)
  })

  it('all 18 are here', () => expect(queries).toHaveLength(18))
})
