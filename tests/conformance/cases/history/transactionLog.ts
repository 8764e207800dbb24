import {applyPatch} from 'mendoza'
import {expect} from 'vitest'
import type {Case} from '../../suite/Case.ts'
import {isRecord} from '../../suite/Scope.ts'
import type {Scope} from '../../suite/Scope.ts'
import {DOCS, set, revisionOf, write} from './vocabulary.ts'

const TRANSLOG = 'Studio, getTransactionsLogs'

async function transactionsOf(scope: Scope, ids: string, search = ''): Promise<Record<string, unknown>[]> {
  const {status, body} = await scope.ask(
    `/data/history/:dataset/transactions/${ids}?excludeContent=true&${search}`,
  )
  if (status !== 200) throw new Error(`The history was refused: ${JSON.stringify(body)}`)
  const lines = String(body)
    .split('\n')
    .filter(Boolean)
    .map((line): unknown => JSON.parse(line))
  return lines.filter(isRecord)
}

/** Cases of history: transaction log. */
export const transactionLog: readonly Case[] = [
  {
    rule: 'transactions come oldest first, a line each',
    source: `${DOCS}: NDJSON of {id, timestamp, author, documentIDs}`,
    async run(scope) {
      const revisions = await write(scope, 3)
      const transactions = await transactionsOf(scope, '~a')
      expect(transactions.map(({id}) => id)).toEqual(revisions)
      expect(transactions[0]).toEqual({
        id: revisions[0],
        timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
        author: expect.any(String),
        documentIDs: ['~a'],
      })
    },
  },
  {
    rule: 'the answer is NDJSON',
    source: `${DOCS}: "Returns an NDJSON"`,
    async run(scope) {
      await write(scope, 1)
      const {headers} = await scope.ask('/data/history/:dataset/transactions/~a?excludeContent=true')
      expect(headers.get('content-type')).toContain('ndjson')
    },
  },
  {
    rule: 'reverse gives the newest first',
    source: `${TRANSLOG}: "Return transactions in reverse order"`,
    async run(scope) {
      const revisions = await write(scope, 3)
      expect((await transactionsOf(scope, '~a', 'reverse=true')).map(({id}) => id)).toEqual(
        revisions.toReversed(),
      )
    },
  },
  {
    rule: 'limit counts from where it begins',
    source: `${TRANSLOG}: "Limit the number of returned transactions"`,
    async run(scope) {
      const revisions = await write(scope, 4)
      expect((await transactionsOf(scope, '~a', 'limit=2')).map(({id}) => id)).toEqual(revisions.slice(0, 2))
      const newest = await transactionsOf(scope, '~a', 'limit=1&reverse=true')
      expect(newest.map(({id}) => id)).toEqual(revisions.slice(3))
    },
  },
  {
    rule: 'fromTransaction is among them',
    source: 'Studio, getDocumentTransactions: "it is returned by the API; remove that from the count"',
    async run(scope) {
      const revisions = await write(scope, 4)
      const found = await transactionsOf(scope, '~a', `fromTransaction=${revisions[1]}`)
      expect(found.map(({id}) => id)).toEqual(revisions.slice(1))
    },
  },
  {
    rule: 'toTransaction is among them',
    source: `${TRANSLOG}: toTransaction`,
    async run(scope) {
      const revisions = await write(scope, 4)
      const found = await transactionsOf(
        scope,
        '~a',
        `fromTransaction=${revisions[1]}&toTransaction=${revisions[2]}`,
      )
      expect(found.map(({id}) => id)).toEqual(revisions.slice(1, 3))
    },
  },
  {
    rule: 'the ends need not have touched the document',
    source: 'Studio, revert: toTransaction is the last revision of a version, ids are published ones',
    async run(scope) {
      const [first] = await write(scope, 1)
      const [between] = await write(scope, 1, '~b')
      await scope.mutate([set('~a', {n: 2})])
      expect((await transactionsOf(scope, '~a', `toTransaction=${between}`)).map(({id}) => id)).toEqual([
        first,
      ])
      expect((await transactionsOf(scope, '~a', `fromTransaction=${between}`)).map(({id}) => id)).toEqual([
        await revisionOf(scope, '~a'),
      ])
    },
  },
  {
    rule: 'fromTime and toTime',
    source: `${TRANSLOG}: "Time from which the transactions are fetched"`,
    async run(scope) {
      const [first] = await write(scope, 1)
      await new Promise((resolve) => setTimeout(resolve, 30))
      const time = new Date().toISOString()
      await new Promise((resolve) => setTimeout(resolve, 30))
      await scope.mutate([set('~a', {n: 2})])
      expect((await transactionsOf(scope, '~a', `toTime=${time}`)).map(({id}) => id)).toEqual([first])
      expect((await transactionsOf(scope, '~a', `fromTime=${time}`)).map(({id}) => id)).toEqual([
        await revisionOf(scope, '~a'),
      ])
    },
  },
  {
    rule: 'authors',
    source: `${TRANSLOG}: "Comma separated list of authors to filter the transactions by"`,
    async run(scope) {
      await write(scope, 2)
      const [first] = await transactionsOf(scope, '~a')
      expect(await transactionsOf(scope, '~a', `authors=${String(first?.['author'])}`)).toHaveLength(2)
      expect(await transactionsOf(scope, '~a', 'authors=somebody')).toEqual([])
    },
  },
  {
    rule: 'effects come in mendoza on request, and rebuild the document',
    source: `${TRANSLOG}: effectFormat=mendoza`,
    async run(scope) {
      await write(scope, 3)
      const transactions = await transactionsOf(scope, '~a', 'effectFormat=mendoza')
      const {_rev: _, ...now} = (await scope.get('~a')) ?? {}
      let state: unknown = null
      for (const {effects} of transactions) {
        const effect: unknown = isRecord(effects) ? effects['~a'] : undefined
        const apply: unknown = isRecord(effect) ? effect['apply'] : undefined
        state = applyPatch(state, Array.isArray(apply) ? apply : [])
      }
      expect(state).toEqual(now)
    },
  },
  {
    rule: 'without effectFormat there are no effects',
    source: `${TRANSLOG}: "Used when asking the transaction log to include effects"`,
    async run(scope) {
      await write(scope, 1)
      expect((await transactionsOf(scope, '~a'))[0]).not.toHaveProperty('effects')
    },
  },
  {
    rule: 'mutations come unless they or the content are excluded',
    source: '@sanity/types, TransactionLogEventWithMutations: excludeMutations=false',
    async run(scope) {
      await scope.mutate([{create: {_id: '~a', _type: '~t', n: 1}}])
      const {body} = await scope.ask('/data/history/:dataset/transactions/~a')
      expect(JSON.parse(String(body))).toMatchObject({mutations: [{create: {_id: '~a', n: 1}}]})
      const without = await scope.ask('/data/history/:dataset/transactions/~a?excludeMutations=true')
      expect(JSON.parse(String(without.body))).not.toHaveProperty('mutations')
    },
  },
  {
    rule: 'a transaction names all documents it touched',
    source: '@sanity/types, TransactionLogEvent: "Document IDs involved in this transaction"',
    async run(scope) {
      await scope.given({_id: '~a', _type: '~t'}, {_id: '~b', _type: '~t'})
      const [whole] = await transactionsOf(scope, '~a')
      expect(whole?.['documentIDs']).toEqual(expect.arrayContaining(['~a', '~b']))
      const [part] = await transactionsOf(scope, '~a', 'includeIdentifiedDocumentsOnly=true')
      expect(part?.['documentIDs']).toEqual(['~a'])
    },
  },
  {
    rule: 'history needs a token',
    source: `${DOCS}: "All requests must be authenticated"`,
    async run(scope) {
      for (const path of [
        'documents/a?lastRevision=true',
        'transactions/a',
        'events/documents/a',
        'events/releases/r',
      ]) {
        expect((await scope.ask(`/data/history/:dataset/${path}`, {token: null})).status).toBe(401)
      }
    },
  },
]
