import {expect} from 'vitest'
import type {Case} from '../../suite/Case.ts'
import {isRecord} from '../../suite/Scope.ts'
import {DOCS} from './vocabulary.ts'

/** Cases of mutations: revisions. */
export const revisions: readonly Case[] = [
  {
    rule: 'a document gets a revision and its times in seconds',
    source: 'Sanity docs, Documents: _createdAt and _updatedAt are ISO 8601 in UTC',
    async run(scope) {
      await scope.given({_id: '~a', _type: '~t'})
      const time: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
      expect(await scope.get('~a')).toEqual({
        _id: '~a',
        _type: '~t',
        _rev: expect.any(String),
        _createdAt: time,
        _updatedAt: time,
      })
    },
  },
  {
    rule: 'a given _createdAt is kept',
    source: 'Sanity docs, Importing data: _createdAt can be set on creation',
    async run(scope) {
      await scope.given({_id: '~a', _type: '~t', _createdAt: '2020-01-01T00:00:00Z'})
      expect(await scope.get('~a')).toMatchObject({_createdAt: '2020-01-01T00:00:00Z'})
      await scope.mutate([{patch: {id: '~a', set: {n: 1}}}])
      expect(await scope.get('~a')).toMatchObject({_createdAt: '2020-01-01T00:00:00Z', n: 1})
    },
  },
  {
    rule: 'a given _rev means nothing',
    source: 'Sanity docs, Documents: _rev is set by the lake',
    async run(scope) {
      const {body} = await scope.mutate([{create: {_id: '~a', _type: '~t', _rev: 'mine'}}])
      const transactionId = isRecord(body) ? body['transactionId'] : undefined
      expect(await scope.get('~a')).toMatchObject({_rev: transactionId})
    },
  },
  {
    rule: 'every transaction makes a new revision, an empty patch too',
    source: 'Studio: the chain of revisions must not break',
    async run(scope) {
      await scope.given({_id: '~a', _type: '~t', n: 1})
      const first = await scope.get('~a')
      await scope.mutate([{patch: {id: '~a', set: {n: 1}}}])
      expect((await scope.get('~a'))?.['_rev']).not.toBe(first?.['_rev'])
    },
  },
  {
    rule: 'all documents of a transaction get the same revision',
    source: 'Sanity docs, Transactions: _rev is the id of the transaction',
    async run(scope) {
      await scope.given({_id: '~a', _type: '~t'}, {_id: '~b', _type: '~t'})
      expect((await scope.get('~a'))?.['_rev']).toBe((await scope.get('~b'))?.['_rev'])
    },
  },
  {
    rule: 'a transaction id is taken once',
    source: `${DOCS}: "It must be unique in the dataset"`,
    async run(scope) {
      await scope.mutate([{create: {_id: '~a', _type: '~t'}}], {}, {transactionId: '~tx'})
      const second = await scope.mutate([{create: {_id: '~b', _type: '~t'}}], {}, {transactionId: '~tx'})
      expect(second).toMatchObject({
        status: 409,
        body: {error: {description: expect.stringContaining('~tx')}},
      })
      expect(await scope.get('~b')).toBeUndefined()
    },
  },
  {
    rule: 'without returnIds and returnDocuments the answer has the transaction alone',
    source: `${DOCS}: both are false by default`,
    async run(scope) {
      const {body} = await scope.mutate([{create: {_id: '~a', _type: '~t', n: 1}}], {
        returnIds: false,
        returnDocuments: false,
      })
      expect(body).toMatchObject({transactionId: expect.any(String)})
      expect(JSON.stringify(body)).not.toContain('"n":1')
    },
  },
  {
    rule: 'what was acknowledged is seen by the next query',
    source: `${DOCS}: visibility sync, "when the request returns, the changes are visible to queries"`,
    async run(scope) {
      await scope.mutate([{create: {_id: '~a', _type: '~t', n: 7}}])
      expect(await scope.result('*[_type == "~t"].n')).toEqual([7])
    },
  },
  {
    rule: 'writers at the same moment lose nothing',
    source: 'Sanity docs, Transactions: atomic',
    async run(scope) {
      await scope.given({_id: '~a', _type: '~t', n: 0})
      await Promise.all(Array.from({length: 10}, () => scope.mutate([{patch: {id: '~a', inc: {n: 1}}}])))
      expect(await scope.content('~a')).toEqual({n: 10})
    },
  },
]
