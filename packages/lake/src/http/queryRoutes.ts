import type {LakeCore} from '../LakeCore.ts'
import {assertMayDo, mayDo} from '../access/Permission.ts'
import {readableDataset} from '../access/readableDataset.ts'
import {LakeError} from '../errors/LakeError.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {parseStrictJson} from '../json/parseStrictJson.ts'
import type {LakeLimits} from '../LakeLimits.ts'
import {NO_TIME} from '../engine/renderAnswer.ts'
import {answerGroupQuery} from '../people/answerGroupQuery.ts'
import {parsePerspective} from '../query/Perspective.ts'
import type {SourceMapStyle} from '../sourceMap/SourceMap.ts'
import type {LakeApp, LakeRequest} from './LakeApp.ts'
import {readOpenBody} from './readBody.ts'
import {namesTag, tagOf} from './tagOf.ts'
import {WholeAnswer} from './WholeAnswer.ts'

type Options = {
  query: string
  params: JsonObject
  perspective: string | undefined
  returnQuery: boolean
  explain: boolean
  sourceMap: SourceMapStyle | undefined
}

/** `GET` and `POST /data/query/:dataset`. */
export function addQueryRoutes(app: LakeApp, lake: LakeCore): void {
  app.get('/:version/data/query/:dataset', (c) =>
    answer(c, lake, readSearch(c.env.url.searchParams, lake.limits)),
  )
  app.post('/:version/data/query/:dataset', async (c) => {
    const search = readSearch(c.env.url.searchParams, lake.limits)
    const body = await readOpenBody(c.req.raw, lake.limits, c.get('viewer'))
    const {query, params} = body
    return answer(c, lake, {
      ...search,
      query: typeof query === 'string' ? query : search.query,
      params: isJsonObject(params) ? params : search.params,
      perspective: readPerspective(body['perspective']) ?? search.perspective,
    })
  })
}

// A list of layers, as in an address, or as a list.
function readPerspective(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined
  const names: unknown[] = Array.isArray(value) ? value : [value]
  if (names.length > 0 && names.every((name) => typeof name === 'string')) return names.join(',')
  throw new LakeError('badRequest', '"perspective" is a text or a list of texts.', {
    details: {type: 'validationError'},
  })
}

async function answer(c: LakeRequest, lake: LakeCore, options: Options): Promise<Response> {
  const started = performance.now()
  const viewer = c.get('viewer')
  const dataset = readableDataset(lake.datasets, c.req.param('dataset') ?? '', viewer)
  if (options.explain) assertMayDo(viewer, 'explain')
  if (options.query.trim() === '') {
    throw new LakeError('badRequest', 'The parameter "query" is missing.', {
      details: {type: 'queryParseError'},
    })
  }
  const groups = mayDo(viewer, 'people')
    ? await answerGroupQuery(options.query, options.params, lake.people)
    : undefined
  if (groups) return Response.json({...groups, syncTags: [], ms: 0})
  const asked = {
    query: options.query,
    params: options.params,
    perspective: parsePerspective(options.perspective, c.get('apiVersion')),
    viewer,
    projectId: lake.projectId,
    now: lake.clock(),
    returnQuery: options.returnQuery,
    explain: options.explain,
    ...(options.sourceMap ? {sourceMap: options.sourceMap} : {}),
  }
  const answered = lake.queries.answer(dataset, asked, c.env.client)
  const body = await answered.finally(() => {
    for (const hear of lake.onQuery) hear(performance.now() - started)
  })
  const etag = tagOf(body)
  // What a browser keeps is asked about each time: content changes whenever an editor says so.
  const caching = {etag, 'cache-control': 'private, no-cache'}
  if (c.req.method === 'GET' && namesTag(c.req.header('if-none-match'), etag)) {
    return new Response(null, {status: 304, headers: caching})
  }
  const ms = Math.round(performance.now() - started)
  return WholeAnswer.to(c.req.raw, ms === 0 ? body : withTime(body, ms), {
    'content-type': 'application/json',
    ...caching,
  })
}

function withTime(body: Uint8Array, ms: number): Uint8Array {
  return Buffer.concat([Buffer.from(`{"ms":${ms},`), body.subarray(NO_TIME.length)])
}

function readSearch(search: URLSearchParams, limits: LakeLimits): Options {
  const params: Record<string, unknown> = {}
  for (const [name, value] of search) {
    if (name.startsWith('$')) params[name.slice(1)] = parseParameter(name, value, limits)
  }
  return {
    query: search.get('query') ?? '',
    params,
    perspective: search.get('perspective') ?? undefined,
    returnQuery: search.get('returnQuery') !== 'false',
    explain: search.get('explain') === 'true',
    sourceMap: sourceMapStyle(search.get('resultSourceMap')),
  }
}

// `true` and `withKeyArraySelector` are what Sanity's client sends.
function sourceMapStyle(value: string | null): SourceMapStyle | undefined {
  if (value === 'withKeyArraySelector') return 'byKey'
  return value === 'true' || value === '' ? 'byIndex' : undefined
}

/**
 * Reads the value of a `$parameter` in an address.
 * @throws LakeError `badRequest` naming it.
 */
export function parseParameter(
  name: string,
  value: string,
  limits: Pick<LakeLimits, 'maxJsonDepth'>,
): unknown {
  try {
    return parseStrictJson(value, limits)
  } catch (cause) {
    const why = cause instanceof LakeError ? cause.message : ''
    throw new LakeError('badRequest', `The value of ${name} cannot be read: ${value.slice(0, 80)}. ${why}`, {
      details: {type: 'queryParseError'},
      cause,
    })
  }
}
