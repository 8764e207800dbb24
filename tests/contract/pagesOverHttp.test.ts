import {startLake, type RunningLake} from '@spine-center/lake'
import {generateDocuments} from '@spine-center/sample'
import {createContent, type ReadReport} from '@spine-center/sdk'
import * as generated from '@spine-center/sdk/schemas'
import {createTestContent} from '@spine-center/sdk/testing'
import * as fc from 'fast-check'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {sortedLists, walk} from '../../packages/sdk/src/paging/walkPages.fixture.ts'
import {ODD_KEYS, oddDocuments} from './oddDocuments.ts'
import {openSampleSources, type SampleSources} from './openSampleSources.ts'

const DATASET = 'production'
const lists = sortedLists('low-back-pain', 'walking-gait')
const ofName = (name: string) => lists.filter((list) => list.name === name)

describe('pages of a large lake', () => {
  let lake: RunningLake
  let token: string
  beforeAll(async () => {
    const documents = [...generateDocuments({count: 1500, seed: 5})].map((document) => ({...document}))
    lake = await startLake({port: 0, projectId: 'spine', dataset: DATASET, documents})
    token = lake.createToken({role: 'administrator', label: 'pages'})
  })
  afterAll(() => lake.close())

  it.each([
    ['articles', 'article by publishedAt'],
    ['exercises', 'exercise by title'],
    ['citations', 'citation by title'],
  ])('of %s are read off the index %s, the next one too', async (name, index) => {
    const [list] = ofName(name)
    if (!list) throw new Error(`There is no list of ${name}.`)
    const reports: ReadReport[] = []
    const onResponse = (report: ReadReport) => void reports.push(report)
    const content = createContent({url: lake.url, dataset: DATASET, token, perspective: 'drafts', onResponse})
    const first = await list.read(content, {limit: 5})
    expect(first.nextCursor).not.toBeNull()
    await list.read(content, {limit: 5, cursor: first.nextCursor})
    expect(reports).toHaveLength(2)
    for (const report of reports) expect(await stepsOf(report)).toMatchObject([{index, candidates: 6}])
  })

  async function stepsOf({queryName, params}: ReadReport): Promise<unknown> {
    const [query] = Object.values(generated).flatMap((value) =>
      'query' in value && value.name === queryName ? [value.query] : [],
    )
    const address = new URL(`/v2025-02-19/data/query/${DATASET}`, lake.url)
    address.searchParams.set('query', query ?? '')
    address.searchParams.set('explain', 'true')
    for (const [name, value] of Object.entries(params)) {
      address.searchParams.set(`$${name}`, JSON.stringify(value))
    }
    const answer = await fetch(address, {headers: {authorization: `Bearer ${token}`}})
    const body: unknown = await answer.json()
    return typeof body === 'object' && body !== null && 'explain' in body ? body.explain : body
  }
})

describe('pages of any documents', () => {
  let sources: SampleSources
  beforeAll(async () => {
    sources = await openSampleSources()
  })
  afterAll(() => sources[Symbol.asyncDispose]())

  it.each(['articles', 'people', 'topics'].flatMap(ofName))(
    'are the same over HTTP as in process: $name',
    async (list) => {
      let stored: readonly string[] = []
      const keys = fc.array(fc.constantFrom(...ODD_KEYS), {maxLength: 10})
      await fc.assert(
        fc.asyncProperty(keys, fc.integer({min: 1, max: 4}), async (given, limit) => {
          const rows = oddDocuments(list, given)
          const gone = stored.map((id) => ({delete: {id}}))
          await sources.editor.mutate([...gone, ...rows.map((row) => ({createOrReplace: {...row}}))])
          stored = rows.map(({_id: id}) => id)
          const documents = [...sources.documents, ...rows]
          const published = createTestContent({documents})
          const drafts = createTestContent({documents, perspective: 'drafts'})
          for (const [inProcess, overHttp] of [
            [published, sources.published['lake over HTTP']],
            [drafts, sources.drafts['lake over HTTP']],
          ] as const) {
            const {items, problems} = await list.read(inProcess, {limit: 1000})
            const walked = await walk((options) => list.read(overHttp, options), limit)
            expect(walked.items).toEqual(items)
            expect(walked.problems.map(({itemId, path}) => [itemId, path])).toEqual(
              problems.map(({itemId, path}) => [itemId, path]),
            )
          }
        }),
        {numRuns: 12},
      )
    },
  )
})
