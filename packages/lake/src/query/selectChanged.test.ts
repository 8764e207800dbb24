import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {JsonObject} from '../json/isJsonObject.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import {applyMutation} from '../transactions/applyMutation.ts'
import {parseMutation} from '../transactions/Mutation.ts'
import {NOW, openDataset, plain} from './againstGroq.fixture.ts'
import {documentBody, documents, filter, PARAMS, STORED_IDS} from './anyQuery.fixture.ts'
import {selectIds} from './selectIds.ts'

const viewer = {kind: 'member', userId: 'me', role: 'editor'} as const

const anyId = fc.constantFrom(...STORED_IDS)
const mutation = fc.oneof(
  fc.tuple(anyId, documentBody).map(([_id, body]): JsonObject => ({createOrReplace: {...body, _id}})),
  anyId.map((id): JsonObject => ({delete: {id}})),
)
const query = filter.chain((text) =>
  fc.constantFrom(
    `*[${text}]`,
    `*[_type == "article" && (${text})] | order(n desc, _id)[1...4]`,
    `*[_type == "article"] | order(title)[0...2]._id`,
    `*[${text} && count(*[references(^._id)]) > 0]._id`,
    `*[_id in *[${text}].author._ref]`,
    `*[count(*[_type == "person" && n > 0]) > 1 && (${text})]`,
  ),
)

const cases = Number(process.env['LAKE_CASES'] ?? 10_000)

test(
  'the query of a mutation selects what plain groq-js selects from what its transaction has left so far',
  async () => {
    const step = fc.record({before: fc.array(mutation, {maxLength: 4}), text: query})
    await fc.assert(
      fc.asyncProperty(documents, fc.array(step, {minLength: 1, maxLength: 5}), async (given, steps) => {
        const {store, transactor} = openDataset(given)
        const selection = {store, viewer, projectId: 'p', now: NOW}
        const tools = {createId: () => 'x', autoGenerateArrayKeys: false, select: (): string[] => []}
        await transactor.commit({
          transactionId: 'changing',
          author: 'me',
          skipReferenceCheck: true,
          build: (copy) => {
            for (const {before, text} of steps) {
              for (const each of before) applyMutation(copy, parseMutation(each), tools)
              const now = [...new Set([...store.ids.values, ...STORED_IDS])].flatMap(
                (id) => copy.get(id) ?? [],
              )
              const selected = selectIds(selection, copy, {query: text, params: PARAMS, timeoutMs: 10_000})
              expect({text, selected}).toEqual({text, selected: idsOf(plain(now, text))})
            }
          },
        })
      }),
      {numRuns: cases / 50},
    )
  },
  Math.max(60_000, cases * 20),
)

function idsOf(result: unknown): unknown[] {
  return Array.isArray(result) ? result.map((item: unknown) => (isJsonObject(item) ? item['_id'] : item)) : []
}
