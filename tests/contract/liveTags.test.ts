import {createClient, type LiveEventMessage, type SanityClient} from '@sanity/client'
import {startLake, type RunningLake} from '@spine-center/lake'
import {sampleDocuments} from '@spine-center/sample'
import * as generated from '@spine-center/sdk/schemas'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {fittingParams, type Params} from './soundness/fittingParams.ts'

const queries = Object.values(generated).flatMap((value) => ('schemas' in value ? [value] : []))

interface Asked {
  readonly name: string
  readonly result: string
  readonly tags: readonly string[]
}

const DOCUMENTS_PER_TYPE = 2

/** What an edit changes: the first of these that a document has. */
const TEXTS = ['title', 'label', 'heading', 'term', 'name', 'text', 'url'] as const

describe('sync tags of the queries of the SDK', () => {
  let lake: RunningLake
  let reader: SanityClient
  let editor: SanityClient
  const events: LiveEventMessage[] = []
  let stop: () => void

  beforeAll(async () => {
    lake = await startLake({
      port: 0,
      projectId: 'spine',
      dataset: 'production',
      documents: [...sampleDocuments],
    })
    const options = {
      apiHost: lake.url,
      useProjectHostname: false,
      projectId: 'spine',
      dataset: 'production',
      apiVersion: '2025-02-19',
      useCdn: false,
    }
    reader = createClient(options)
    editor = createClient({...options, token: lake.createToken({role: 'editor', label: 'live'})})
    await new Promise<void>((resolve) => {
      const subscription = reader.live.events().subscribe((event) => {
        if (event.type === 'message') events.push(event)
        if (event.type === 'welcome' || event.type === 'restart') resolve()
      })
      stop = () => subscription.unsubscribe()
    })
  })

  afterAll(async () => {
    stop()
    await lake.close()
  })

  async function ask(name: string, query: string, params: Params): Promise<Asked> {
    const {result, syncTags} = await reader.fetch<unknown>(query, {...params}, {filterResponse: false})
    return {name, result: JSON.stringify(result), tags: syncTags ?? []}
  }

  const readings = queries.map(({name, query, params}) => {
    const [first = {}] = fittingParams(params, name, sampleDocuments)
    return {name, query, values: Object.fromEntries(params.map((param) => [param, first[param] ?? null]))}
  })

  async function askAll(): Promise<readonly Asked[]> {
    const answers: Asked[] = []
    for (const {name, query, values} of readings) answers.push(await ask(name, query, values))
    return answers
  }

  async function edit(id: string, field: string, value: unknown): Promise<ReadonlySet<string>> {
    const heard = events.length
    await editor
      .patch(id)
      .set({[field]: value})
      .commit({visibility: 'sync'})
    await expect.poll(() => events.length).toBe(heard + 1)
    return new Set(events.at(-1)?.tags)
  }

  it('name every change, and few edits of what does not matter to a result', async () => {
    let before = await askAll()
    const missed: string[] = []
    let alarms = 0
    let quiet = 0
    const perType = new Map<string, number>()
    for (const document of sampleDocuments) {
      const nth = perType.get(document._type) ?? 0
      perType.set(document._type, nth + 1)
      if (nth >= DOCUMENTS_PER_TYPE) continue
      const stored: Readonly<Record<string, unknown>> = document
      const field = TEXTS.find((name) => typeof stored[name] === 'string')
      if (!field || document._id.includes('.')) continue
      const told = await edit(document._id, field, `${String(stored[field])} (edited)`)
      const after = await askAll()
      for (const [index, {name, result, tags}] of before.entries()) {
        const isTold = tags.some((tag) => told.has(tag))
        const isChanged = after[index]?.result !== result
        if (isChanged && !isTold) missed.push(`${name} after ${document._id}`)
        if (!isChanged && isTold) alarms++
        if (!isChanged && !isTold) quiet++
      }
      before = after
    }
    expect(missed).toEqual([])
    expect(quiet).toBeGreaterThan(300)
    // What is left are documents that a result looks into and shows another part of: 6 of about 500.
    expect(alarms / (alarms + quiet)).toBeLessThan(0.03)
  })
})
