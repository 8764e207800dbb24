import {expect} from 'vitest'
import type {Case} from '../../suite/Case.ts'
import {DOCS, create} from './vocabulary.ts'

const ref = (id: string): object => ({_type: 'reference', _ref: id, _weak: true})

/** Cases of listening: filters. */
export const filters: readonly Case[] = [
  {
    rule: 'parameters are taken from the address',
    source: `${DOCS}: $parameters`,
    async run(scope) {
      const events = await scope.listen('*[_type == $type && n > $least]', {$type: '"~t"', $least: 1})
      await scope.mutate([create('~a', {n: 1}), create('~b', {n: 2})])
      expect(await events.next()).toMatchObject({data: {documentId: '~b'}})
    },
  },
  {
    rule: 'order, slice and projection around the filter do not matter',
    source: `${DOCS}: "will ignore order-clauses and projections"`,
    async run(scope) {
      const events = await scope.listen('*[_type == "~t"] | order(_id desc) [0...1] {_id}', {
        includeResult: true,
      })
      await scope.mutate([create('~a', {n: 1})])
      expect(await events.next()).toMatchObject({data: {documentId: '~a', result: {n: 1}}})
    },
  },
  {
    rule: 'everything may be listened to',
    source: 'Studio, preview: *[…] with effects',
    async run(scope) {
      const events = await scope.listen('*')
      await scope.mutate([create('~a')])
      expect(await events.next()).toMatchObject({data: {documentId: '~a'}})
    },
  },
  {
    rule: 'versions are told to those who ask for them',
    source: `${DOCS}: includeAllVersions`,
    async run(scope) {
      const without = await scope.listen('*[_type == "~t"]')
      const all = await scope.listen('*[_type == "~t"]', {includeAllVersions: true})
      await scope.mutate([create('versions.~r.~a')])
      await scope.mutate([create('~a')])
      expect(await all.next()).toMatchObject({data: {documentId: 'versions.~r.~a'}})
      expect(await all.next()).toMatchObject({data: {documentId: '~a'}})
      expect(await without.next()).toMatchObject({data: {documentId: '~a'}})
    },
  },
  {
    rule: 'drafts are told to those with a token',
    source: `${DOCS}: drafts are documents`,
    async run(scope) {
      const events = await scope.listen('*[_type == "~t"]')
      await scope.mutate([create('drafts.~a')])
      expect(await events.next()).toMatchObject({data: {documentId: 'drafts.~a'}})
    },
  },
  {
    rule: 'a filter over references is evaluated as in a query',
    source: 'not documented: "Listener queries do not support joins"',
    embeddedOnly: 'hosted listeners do not follow references',
    async run(scope) {
      await scope.given({_id: '~b', _type: '~u', name: 'Ann'})
      const events = await scope.listen('*[_type == "~t" && to->name == "Ann"]')
      await scope.mutate([create('~c'), create('~a', {to: ref('~b')})])
      expect(await events.next()).toMatchObject({data: {documentId: '~a'}})
    },
  },
]
