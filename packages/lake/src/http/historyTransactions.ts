import {LakeError} from '../errors/LakeError.ts'
import type {History} from '../history/History.ts'
import type {HistoryEntry} from '../history/HistoryEntry.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import type {LakeRequest} from './LakeApp.ts'

const DEFAULT_LIMIT = 50
const MAX_LIMIT = 1000

/** The `limit` of a request for history. */
export function readLimit(c: LakeRequest): number {
  const limit = Number(c.req.query('limit') ?? DEFAULT_LIMIT)
  return Number.isInteger(limit) && limit > 0 ? Math.min(limit, MAX_LIMIT) : DEFAULT_LIMIT
}

/**
 * Answers `transactions/:ids`: a line of JSON for each transaction that touched one of the documents.
 * @throws LakeError `badRequest` for a time that is none.
 */
export function answerTransactions(c: LakeRequest, history: History): Response {
  const ids = (c.req.param('ids') ?? '').split(',')
  const flag = (name: string): boolean => c.req.query(name) === 'true'
  const transactions = history.transactions(
    ids,
    {
      fromTransaction: c.req.query('fromTransaction') || undefined,
      toTransaction: c.req.query('toTransaction') || undefined,
      fromTime: readTime(c, 'fromTime'),
      toTime: readTime(c, 'toTime'),
      authors: c.req.query('authors')?.split(',').filter(Boolean),
    },
    {limit: readLimit(c), reverse: flag('reverse')},
  )
  const withEffects = c.req.query('effectFormat') === 'mendoza'
  const withMutations = !flag('excludeMutations') && !flag('excludeContent')
  const whole = transactions.map((entries) => {
    const [first] = entries
    return flag('includeIdentifiedDocumentsOnly') || !first ? entries : history.entriesIn(first.sequence)
  })
  const mutations = withMutations ? history.mutationsOf(whole.flat()) : undefined
  const lines = whole.map(
    (entries) => `${JSON.stringify(describeTransaction(entries, mutations, withEffects))}\n`,
  )
  return new Response(lines.join(''), {headers: {'content-type': 'application/x-ndjson'}})
}

function readTime(c: LakeRequest, name: string): string | undefined {
  const text = c.req.query(name)
  if (text === undefined || text === '') return undefined
  const time = Date.parse(text)
  if (Number.isNaN(time)) throw new LakeError('badRequest', `"${name}" is not a time: ${text}.`)
  return new Date(time).toISOString()
}

function describeTransaction(
  entries: readonly HistoryEntry[],
  mutations: ReadonlyMap<HistoryEntry, readonly unknown[]> | undefined,
  withEffects: boolean,
): JsonObject {
  const [first] = entries
  const effects = entries.map(({documentId, apply, revert}) => [documentId, {apply, revert}] as const)
  return {
    id: first?.transactionId,
    timestamp: first?.timestamp,
    author: first?.author,
    documentIDs: entries.map(({documentId}) => documentId),
    ...(mutations ? {mutations: entries.flatMap((entry) => mutations.get(entry) ?? [])} : {}),
    ...(withEffects ? {effects: Object.fromEntries(effects)} : {}),
  }
}
