import {expect} from 'vitest'
import type {Case} from '../../suite/Case.ts'
import {TYPES, set, create} from './vocabulary.ts'

const STUDIO = 'Studio, getPairListener'

/** Cases of listening: sequences. */
export const sequences: readonly Case[] = [
  {
    rule: 'transactionTotalEvents counts what this listener gets',
    source: `${TYPES}: "this number only includes the documents that matches the given filter"`,
    async run(scope) {
      const one = await scope.listen('*[_id == "~a"]')
      const both = await scope.listen('*[_id in $ids]', {$ids: '["~a", "~b"]'})
      await scope.mutate([create('~a'), create('~b'), create('~c')])
      expect(await one.next()).toMatchObject({data: {transactionTotalEvents: 1}})
      const seen = [await both.next(), await both.next()]
      expect(seen.map(({data}) => [data['documentId'], data['transactionTotalEvents']])).toEqual([
        ['~a', 2],
        ['~b', 2],
      ])
    },
  },
  {
    rule: 'the events of one transaction come together and in order',
    source: `${TYPES}: transactionCurrentEvent`,
    async run(scope) {
      const events = await scope.listen('*[_type == "~t"]')
      await scope.mutate(['~a', '~b', '~c', '~d'].map((id) => create(id)))
      const seen = [await events.next(), await events.next(), await events.next(), await events.next()]
      const numbers = seen.map(({data}) => Number(data['transactionCurrentEvent']))
      expect(numbers).toEqual(numbers.toSorted((left, right) => left - right))
      expect(new Set(seen.map(({data}) => data['transactionId'])).size).toBe(1)
    },
  },
  {
    rule: 'publishing is two events, one for each document',
    source: `${STUDIO}: *[_id in [draft, published]]`,
    async run(scope) {
      await scope.given({_id: 'drafts.~a', _type: '~t', n: 1})
      const events = await scope.listen('*[_id in $ids]', {$ids: '["~a", "drafts.~a"]'})
      await scope.act({actionType: 'document.publish', draftId: 'drafts.~a', publishedId: '~a'})
      const seen = [await events.next(), await events.next()]
      expect(Object.fromEntries(seen.map(({data}) => [data['documentId'], data['transition']]))).toEqual({
        '~a': 'appear',
        'drafts.~a': 'disappear',
      })
    },
  },
  {
    rule: 'the chain of revisions does not break',
    source: `${STUDIO}: previousRev of each event is resultRev of the one before`,
    async run(scope) {
      const events = await scope.listen('*[_id == "~a"]')
      await scope.mutate([create('~a')])
      await Promise.all(Array.from({length: 8}, (_, n) => scope.mutate([set('~a', {n})])))
      let last = (await events.next()).data['resultRev']
      for (let index = 0; index < 8; index += 1) {
        const {data} = await events.next()
        expect(data['previousRev']).toBe(last)
        last = data['resultRev']
      }
    },
  },
]
