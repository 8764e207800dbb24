import {expect} from 'vitest'
import type {Case} from '../../suite/Case.ts'
import type {Scope} from '../../suite/Scope.ts'
import {DOCS, TYPES, set, create} from './vocabulary.ts'

async function revisionOf(scope: Scope, id: string): Promise<unknown> {
  return (await scope.get(id))?.['_rev']
}

/** Cases of listening: transitions. */
export const transitions: readonly Case[] = [
  {
    rule: 'a stream begins with welcome and the name of the listener',
    source: `${DOCS}: event welcome {"listenerName"}`,
    async run(scope) {
      const events = await scope.stream(`/data/listen/:dataset?${scope.search({query: '*[_type == "~t"]'})}`)
      expect(await events.next()).toMatchObject({event: 'welcome', data: {listenerName: expect.any(String)}})
    },
  },
  {
    rule: 'the answer is an event stream that nothing on the way stores',
    source: 'HTML standard, Server-sent events',
    async run(scope) {
      const response = await scope.send('/data/listen/:dataset?query=*')
      expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/)
      expect(response.headers.get('cache-control')).toContain('no-cache')
      await response.body?.cancel()
    },
  },
  {
    rule: 'a creation appears, without a previous revision',
    source: `${TYPES}: transition "appear … can happen on create"; previousRev is absent then`,
    async run(scope) {
      const events = await scope.listen('*[_type == "~t"]')
      await scope.mutate([create('~a', {n: 1})], {}, {transactionId: '~tx'})
      const event = await events.next()
      expect(event).toMatchObject({
        event: 'mutation',
        id: expect.any(String),
        data: {
          documentId: '~a',
          transition: 'appear',
          transactionId: '~tx',
          resultRev: '~tx',
          identity: expect.any(String),
          timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
          visibility: 'query',
          eventId: expect.any(String),
          transactionTotalEvents: 1,
          mutations: [{create: {_id: '~a', n: 1}}],
        },
      })
      expect(event.data).not.toHaveProperty('previousRev')
    },
  },
  {
    rule: 'an update names both revisions',
    source: `${TYPES}: previousRev, resultRev`,
    async run(scope) {
      await scope.given({_id: '~a', _type: '~t'})
      const previousRev = await revisionOf(scope, '~a')
      const events = await scope.listen('*[_type == "~t"]')
      await scope.mutate([set('~a', {n: 1})])
      expect(await events.next()).toMatchObject({
        data: {transition: 'update', previousRev, resultRev: await revisionOf(scope, '~a')},
      })
    },
  },
  {
    rule: 'a deletion disappears',
    source: `${TYPES}: transition "disappear … can happen on delete"`,
    async run(scope) {
      await scope.given({_id: '~a', _type: '~t'})
      const previousRev = await revisionOf(scope, '~a')
      const events = await scope.listen('*[_type == "~t"]', {includeResult: true})
      await scope.mutate([{delete: {id: '~a'}}])
      const event = await events.next()
      expect(event).toMatchObject({data: {transition: 'disappear', previousRev}})
      expect(event.data).not.toHaveProperty('result')
    },
  },
  {
    rule: 'a document that begins to match appears, and one that ceases to disappears',
    source: `${TYPES}: "or if updating to a state where it now matches the filter"`,
    async run(scope) {
      await scope.given({_id: '~a', _type: '~t', shown: false})
      const events = await scope.listen('*[_type == "~t" && shown]')
      await scope.mutate([set('~a', {n: 1})])
      await scope.mutate([set('~a', {shown: true})])
      await scope.mutate([set('~a', {n: 2})])
      await scope.mutate([set('~a', {shown: false})])
      const seen = [await events.next(), await events.next(), await events.next()]
      expect(seen.map(({data}) => data['transition'])).toEqual(['appear', 'update', 'disappear'])
    },
  },
]
