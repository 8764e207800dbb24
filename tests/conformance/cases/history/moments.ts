import {expect} from 'vitest'
import type {Case} from '../../suite/Case.ts'
import type {Scope} from '../../suite/Scope.ts'
import {DOCS, set, write} from './vocabulary.ts'

async function documentsAt(scope: Scope, ids: string, search: string): Promise<unknown> {
  return (await scope.ask(`/data/history/:dataset/documents/${ids}?${search}`)).body
}

/** Cases of history: moments. */
export const moments: readonly Case[] = [
  {
    rule: 'a document at a revision',
    source: `${DOCS}: "revision: The revision ID (_rev) to fetch"`,
    async run(scope) {
      const [first, second] = await write(scope, 3)
      expect(await documentsAt(scope, '~a', `revision=${first}`)).toMatchObject({
        documents: [{_id: '~a', n: 1, _rev: first}],
      })
      expect(await documentsAt(scope, '~a', `revision=${second}`)).toMatchObject({
        documents: [{n: 2, _rev: second}],
      })
    },
  },
  {
    rule: 'a document at its revision of now',
    source: `${DOCS}: revision`,
    async run(scope) {
      const [, , last] = await write(scope, 3)
      expect(await documentsAt(scope, '~a', `revision=${last}`)).toEqual({documents: [await scope.get('~a')]})
    },
  },
  {
    rule: 'a document at a time',
    source: `${DOCS}: "time: Time to fetch the document at"`,
    async run(scope) {
      await write(scope, 1)
      await new Promise((resolve) => setTimeout(resolve, 30))
      const time = new Date().toISOString()
      await new Promise((resolve) => setTimeout(resolve, 30))
      await scope.mutate([set('~a', {n: 2})])
      expect(await documentsAt(scope, '~a', `time=${time}`)).toMatchObject({documents: [{n: 1}]})
    },
  },
  {
    rule: 'before it was there is no document',
    source: `${DOCS}: as the doc endpoint`,
    async run(scope) {
      await write(scope, 1)
      expect(await documentsAt(scope, '~a', 'time=2020-01-01T00:00:00Z')).toMatchObject({documents: []})
    },
  },
  {
    rule: 'lastRevision gives the document of now',
    source: `${DOCS}: lastRevision "the current data for an existing document"`,
    async run(scope) {
      await write(scope, 2)
      expect(await documentsAt(scope, '~a', 'lastRevision=true')).toMatchObject({documents: [{n: 2}]})
    },
  },
  {
    rule: 'lastRevision gives the last state before deletion',
    source: `${DOCS}: lastRevision "or the last state before deletion for a deleted document"`,
    async run(scope) {
      const [, last] = await write(scope, 2)
      await scope.mutate([{delete: {id: '~a'}}])
      expect(await documentsAt(scope, '~a', 'lastRevision=true')).toMatchObject({
        documents: [{n: 2, _rev: last}],
      })
    },
  },
  {
    rule: 'several documents at once',
    source: 'Studio, published releases: ids separated by commas',
    async run(scope) {
      await write(scope, 1)
      await write(scope, 2, '~b')
      expect(await documentsAt(scope, '~a,~b', 'lastRevision=true')).toMatchObject({
        documents: [{n: 1}, {n: 2}],
      })
    },
  },
  {
    rule: 'two moments at once are refused',
    source: `${DOCS}: "Mutually exclusive with time and lastRevision"`,
    async run(scope) {
      const {status} = await scope.ask(
        '/data/history/:dataset/documents/~a?revision=x&time=2020-01-01T00:00:00Z',
      )
      expect(status).toBe(400)
    },
  },
  {
    rule: 'a time that is none is refused',
    source: `${DOCS}: date-time`,
    async run(scope) {
      expect((await scope.ask('/data/history/:dataset/documents/~a?time=yesterday')).status).toBe(400)
    },
  },
  {
    rule: 'a document that was made again has both of its lives',
    source: `${DOCS}: revision`,
    async run(scope) {
      const [first] = await write(scope, 1)
      await scope.mutate([{delete: {id: '~a'}}])
      await scope.mutate([{create: {_id: '~a', _type: '~u', m: 2}}])
      expect(await documentsAt(scope, '~a', `revision=${first}`)).toMatchObject({
        documents: [{_type: '~t', n: 1}],
      })
      expect(await documentsAt(scope, '~a', 'lastRevision=true')).toMatchObject({
        documents: [{_type: '~u', m: 2}],
      })
    },
  },
]
