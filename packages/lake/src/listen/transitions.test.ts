import fc from 'fast-check'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {assembleLake} from '../assembleLake.ts'
import type {AssembledLake} from '../assembleLake.ts'
import type {Dataset} from '../Dataset.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {openDataset, plain, stored} from '../query/againstGroq.fixture.ts'
import {documentBody, documents, filter, PARAMS, STORED_IDS} from '../query/anyQuery.fixture.ts'
import {DEFAULT_LIMITS} from '../LakeLimits.ts'
import {applyMutation} from '../transactions/applyMutation.ts'
import {parseMutation} from '../transactions/Mutation.ts'
import {ListenHub} from './ListenHub.ts'

const LISTENER = {
  params: PARAMS,
  options: {
    includeResult: false,
    includePreviousRevision: false,
    includeMutations: false,
    includeEffects: false,
    includeAllVersions: true,
  },
  viewer: {kind: 'member', userId: 'me', role: 'editor'} as const,
  client: '',
  resumes: true,
}

// However busy the machine is.
const LIMITS = {...DEFAULT_LIMITS, matchTimeoutMs: 60_000}

/** Listens; what is heard is "transaction transition document". */
function listen(
  hub: ListenHub,
  dataset: Dataset,
  query: string,
  lastEventId?: string,
): {heard: string[]; welcomeId: string; end: () => void} {
  const heard: string[] = []
  let welcomeId = ''
  const end = hub.listen(
    dataset,
    {...LISTENER, query, lastEventId},
    {
      send: (event) => {
        if (!(event instanceof Uint8Array)) {
          welcomeId = event.id ?? ''
          return
        }
        const [, json = ''] = /\ndata: (.*)\n\n$/.exec(new TextDecoder().decode(event)) ?? []
        const data: unknown = JSON.parse(json)
        if (isJsonObject(data))
          heard.push([data['transactionId'], data['transition'], data['documentId']].join(' '))
      },
      beat: () => undefined,
      close: () => heard.push('closed'),
    },
  )
  return {heard, welcomeId, end}
}

/** Commits transactions of some mutations each, all with one write. */
async function commit(
  dataset: Dataset,
  transactions: readonly {id: string; mutations: readonly JsonObject[]}[],
): Promise<void> {
  const tools = {createId: () => 'x', autoGenerateArrayKeys: false, select: (): string[] => []}
  await Promise.all(
    transactions.map(({id, mutations}) =>
      dataset.transactor.commit({
        transactionId: id,
        author: 'me',
        skipReferenceCheck: true,
        build: (copy) => {
          for (const mutation of mutations) applyMutation(copy, parseMutation(mutation), tools)
        },
      }),
    ),
  )
}

const rename = (name: string): JsonObject => ({patch: {id: 'topic', set: {name}}})

describe('of a document and what it refers to', () => {
  const QUERY = '*[_type == "article" && topic->name == "backs"]'
  const touch: JsonObject = {patch: {id: 'article', inc: {n: 1}}}
  const create: JsonObject = {
    create: {_id: 'article', _type: 'article', n: 0, topic: {_type: 'reference', _ref: 'topic'}},
  }

  let lake: AssembledLake
  let dataset: Dataset
  beforeEach(() => {
    lake = assembleLake({documents: [{_id: 'topic', _type: 'topic', name: 'backs'}], limits: LIMITS})
    dataset = lake.core.datasets.get('production')
  })
  afterEach(() => lake.lake.close())

  test.each([
    [
      'that changes with it is told by how both were before and are after',
      [[touch, rename('necks')]],
      ['0 disappear'],
    ],
    ['whichever changes first', [[rename('necks'), touch]], ['0 disappear']],
    [
      'that comes back to it',
      [[rename('necks'), touch], [touch], [rename('backs'), touch]],
      ['0 disappear', '2 appear'],
    ],
    ['that goes with it', [[{delete: {id: 'article'}}, {delete: {id: 'topic'}}]], ['0 disappear']],
    ['of two transactions in one write, the first alone', [[touch], [rename('necks')]], ['0 update']],
    ['of two transactions in one write, the second alone', [[rename('necks')], [touch]], []],
    [
      'that goes and comes within one write',
      [[rename('x'), touch], [{delete: {id: 'topic'}}], [touch]],
      ['0 disappear'],
    ],
  ])('what a listener hears of one %s', async (_name, transactions, expected) => {
    await commit(dataset, [{id: 'start', mutations: [create]}])
    const live = listen(lake.core.hub, dataset, QUERY)
    await commit(
      dataset,
      transactions.map((mutations, index) => ({id: `${index}`, mutations})),
    )
    expect(live.heard).toEqual(expected.map((event) => `${event} article`))
    // And so does one that was away.
    expect(listen(lake.core.hub, dataset, QUERY, live.welcomeId).heard).toEqual(live.heard)
  })
})

const cases = Number(process.env['LAKE_CASES'] ?? 10_000)

test(
  'transitions are those of plain groq-js over the dataset before and after each transaction, live and later',
  async () => {
    const anyId = fc.constantFrom(...STORED_IDS)
    const mutation = fc.oneof(
      fc.tuple(anyId, documentBody).map(([_id, body]): JsonObject => ({createOrReplace: {...body, _id}})),
      anyId.map((id): JsonObject => ({delete: {id}})),
    )
    const beyond = fc.constantFrom(
      'author->title == "Backs"',
      'count(friends[]->[n > 0]) > 0',
      'count(*[references(^._id)]) > 0',
      'count(*[_type == "person" && n > 0]) > 1',
      'author->author->n == 1',
      '_id in *[title match "back*"].author._ref',
    )
    const text = fc
      .tuple(filter, fc.constantFrom('&&', '||'), beyond)
      .map(([left, operator, right]) => `*[(${left}) ${operator} ${right}]`)
    const transactions = fc.array(fc.array(mutation, {minLength: 1, maxLength: 4}), {
      minLength: 1,
      maxLength: 4,
    })
    await fc.assert(
      fc.asyncProperty(
        documents,
        fc.array(transactions, {maxLength: 3}),
        text,
        async (given, writes, query) => {
          const dataset = openDataset(given)
          const hub = new ListenHub({projectId: 'p', clock: () => new Date(0), limits: LIMITS})
          hub.attach(dataset)
          const live = listen(hub, dataset, query)
          const expected: string[] = []
          for (const [write, group] of writes.entries()) {
            const states = statesOf(stored(dataset), group)
            for (const [index, {documents: before}] of states.slice(0, -1).entries()) {
              const {documents: after = [], changed = []} = states[index + 1] ?? {}
              const [had, has] = [idsOf(before, query), idsOf(after, query)]
              for (const id of changed) {
                const transition = has.has(id) ? (had.has(id) ? 'update' : 'appear') : 'disappear'
                if (had.has(id) || has.has(id)) expected.push(`${write}-${index} ${transition} ${id}`)
              }
            }
            await commit(
              dataset,
              group.map((mutations, index) => ({id: `${write}-${index}`, mutations})),
            )
          }
          expect({query, heard: live.heard}).toEqual({query, heard: expected})
          expect(listen(hub, dataset, query, live.welcomeId).heard).toEqual(expected)
          hub.close()
        },
      ),
      {numRuns: cases / 50},
    )
  },
  Math.max(60_000, cases * 20),
)

/** The documents at first and after each transaction, and the ids that it changed in the order in which it did. */
function statesOf(
  documents: readonly JsonObject[],
  group: readonly (readonly JsonObject[])[],
): {documents: JsonObject[]; changed: string[]}[] {
  const state = new Map(documents.map((document) => [String(document['_id']), document]))
  const states = [{documents: [...documents], changed: new Array<string>()}]
  for (const mutations of group) {
    const changed = new Set<string>()
    for (const {createOrReplace: put, delete: gone} of mutations) {
      const id = String(isJsonObject(put) ? put['_id'] : isJsonObject(gone) ? gone['id'] : '')
      if (!isJsonObject(put) && !state.has(id)) continue
      changed.add(id)
      if (isJsonObject(put)) state.set(id, put)
      else state.delete(id)
    }
    states.push({documents: [...state.values()], changed: [...changed]})
  }
  return states
}

function idsOf(documents: readonly JsonObject[], query: string): Set<unknown> {
  const result = plain(documents, `${query}._id`)
  return new Set(Array.isArray(result) ? result : [])
}
