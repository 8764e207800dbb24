import {describe, expect, it} from 'vitest'
import * as z from 'zod/mini'
import type {LightQuery} from '../validation/contentQuery.ts'
import {pickDrafts, pickPublished} from '../validation/strictness.ts'
import type {ReaderOptions} from './contentOptions.ts'
import type {ContentSource, SourceRequest} from './contentSource.ts'
import {createReader} from './createReader.ts'
import {readList} from './readList.ts'

const strict = z.object({_id: z.string(), title: z.string()})
const lenient = z.object({_id: z.string(), title: z.nullable(z.string())})
const oneQuery = {name: 'one', query: '*[0]', params: ['slug'], schemas: {published: strict, drafts: lenient}}
const listQuery = {
  name: 'list',
  query: '*',
  params: [],
  schemas: {published: z.array(strict), drafts: z.array(lenient)},
}

function open(result: unknown, options: ReaderOptions = {}) {
  const requests: SourceRequest[] = []
  const source: Pick<ContentSource, 'fetch'> = {
    async fetch(request) {
      requests.push(request)
      return {result, syncTags: ['s1:a'], etag: '"e1"'}
    },
  }
  return {
    requests,
    reader: createReader(source, options, pickPublished),
    drafts: createReader(source, options, pickDrafts),
  }
}

describe('createReader', () => {
  it('always names a perspective, published unless told otherwise', async () => {
    const {reader, requests} = open({_id: 'a', title: 'A'})
    await reader.one(oneQuery, {slug: 'a'})
    expect(requests).toMatchObject([{perspective: 'published', params: {slug: 'a'}, lastLiveEventId: null}])
    const other = open({_id: 'a', title: 'A'}, {perspective: ['r1', 'drafts']})
    await other.drafts.one(oneQuery, {slug: 'a'})
    expect(other.requests).toMatchObject([{perspective: ['r1', 'drafts']}])
  })

  it('is strict for what is published, lenient for drafts', async () => {
    const {reader, drafts} = open({_id: 'a', title: null})
    await expect(reader.one(oneQuery, {slug: 'a'})).rejects.toMatchObject({
      code: 'invalid-result',
      path: 'title',
    })
    await expect(drafts.one(oneQuery, {slug: 'a'})).resolves.toEqual({_id: 'a', title: null})
  })

  it.each([[{}], [{slug: undefined}], [{other: 1}]])(
    'refuses %j for a query that needs a slug',
    async (params) => {
      const {reader, requests} = open(null)
      await expect(reader.one(oneQuery, params)).rejects.toThrow(/Query one needs slug/)
      expect(requests).toEqual([])
    },
  )

  it.each([Number.NaN, -1])('refuses %d as a limit of time', async (timeoutMs) => {
    const {reader, requests} = open(null)
    await expect(reader.one(oneQuery, {slug: 'a'}, {timeoutMs})).rejects.toThrow(/`timeoutMs` is/)
    expect(requests).toEqual([])
  })

  it.each([2 ** 31, Number.POSITIVE_INFINITY])(
    'waits for an answer with %d ms of time',
    async (timeoutMs) => {
      const {reader} = open({_id: 'a', title: 'A'})
      await expect(reader.one(oneQuery, {slug: 'a'}, {timeoutMs})).resolves.toMatchObject({title: 'A'})
    },
  )

  it('tells two reads of one query apart', async () => {
    const all: unknown[] = []
    const own: unknown[] = []
    const {reader} = open({_id: 'a', title: 'A'}, {onResponse: (report) => all.push(report)})
    await reader.one(oneQuery, {slug: 'a'}, {onResponse: (report) => own.push(report)})
    await reader.one(oneQuery, {slug: 'b'})
    const report = {queryName: 'one', syncTags: ['s1:a'], etag: '"e1"'}
    expect(all).toEqual([
      {...report, params: {slug: 'a'}},
      {...report, params: {slug: 'b'}},
    ])
    expect(own).toEqual([{...report, params: {slug: 'a'}}])
  })

  it('passes options of fetch and of the live event on, and a limit of time', async () => {
    const {reader, requests} = open(
      {_id: 'a', title: 'A'},
      {clock: {now: () => 1_000, wait: () => new Promise(() => {})}},
    )
    const next = {revalidate: 60}
    await reader.one(oneQuery, {slug: 'a'}, {fetchOptions: {next}, lastLiveEventId: 'e1', timeoutMs: 500})
    expect(requests).toMatchObject([{fetchOptions: {next}, lastLiveEventId: 'e1', deadline: 1_500}])
  })

  it('reports tags of each read, and every problem once', async () => {
    const reports: unknown[] = []
    const problems: unknown[] = []
    const {reader} = open([{_id: 'a', title: 'A'}, {_id: 'b'}, {_id: 'c', title: 1}], {
      onResponse: (report) => reports.push(report),
      onProblem: ({documentId}) => problems.push(documentId),
    })
    const {items, syncTags} = await readList(reader, listQuery, {})
    expect(items).toEqual([{_id: 'a', title: 'A'}])
    expect(syncTags).toEqual(['s1:a'])
    expect(reports).toEqual([{queryName: 'list', params: {}, syncTags: ['s1:a'], etag: '"e1"'}])
    expect(problems).toEqual(['b', 'c'])
  })

  it('cuts a list before it leaves anything out, so that pages keep their place', async () => {
    const {reader} = open([{_id: 'a', title: 'A'}, {_id: 'b'}, {_id: 'c', title: 'C'}])
    await expect(readList(reader, listQuery, {}, {}, {limit: 2})).resolves.toMatchObject({
      items: [{_id: 'a'}],
      hasMore: true,
      lastRow: {_id: 'b'},
    })
    await expect(readList(reader, listQuery, {}, {}, {limit: 3})).resolves.toMatchObject({hasMore: false})
  })

  it('validates what was prepared', async () => {
    const {reader} = open({_id: 'a', title: 3})
    const named = await reader.one(oneQuery, {slug: 'a'}, {}, () => ({_id: 'a', title: 'three'}))
    expect(named).toEqual({_id: 'a', title: 'three'})
  })
})

function lightQuery() {
  let loads = 0
  const light: LightQuery<{_id: string; title: string}, {_id: string; title: string | null}> = {
    name: 'one',
    query: '*[0]',
    params: [],
    matches: (value): value is {_id: string; title: string} => strict.safeParse(value).success,
    load: async () => {
      loads += 1
      return oneQuery
    },
  }
  return {light, loadsOf: () => loads}
}

describe('a light query', () => {
  it('loads no validators for a published result that is as promised', async () => {
    const {light, loadsOf} = lightQuery()
    const result = {_id: 'a', title: 'A'}
    expect(await open(result).reader.one(light, {})).toBe(result)
    expect(loadsOf()).toBe(0)
  })

  it('loads them to say what is wrong', async () => {
    const {light, loadsOf} = lightQuery()
    await expect(open({_id: 'a', title: 7}).reader.one(light, {})).rejects.toMatchObject({
      code: 'invalid-result',
      problems: [{path: 'title', documentId: 'a'}],
    })
    expect(loadsOf()).toBe(1)
  })

  it('loads them for drafts', async () => {
    const {light, loadsOf} = lightQuery()
    expect(await open({_id: 'a', title: null}).drafts.one(light, {})).toEqual({_id: 'a', title: null})
    expect(loadsOf()).toBe(1)
  })
})
