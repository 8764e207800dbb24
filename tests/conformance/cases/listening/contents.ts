import {applyPatch} from 'mendoza'
import {expect} from 'vitest'
import type {Case} from '../../suite/Case.ts'
import {isRecord} from '../../suite/Scope.ts'
import type {ReadEvent} from '../../readEvents.ts'
import {DOCS, TYPES, set, create} from './vocabulary.ts'

function effectsOf({data}: ReadEvent): {apply: unknown[]; revert: unknown[]} {
  const effects: unknown = data['effects']
  const [apply, revert] = isRecord(effects) ? [effects['apply'], effects['revert']] : []
  if (!Array.isArray(apply) || !Array.isArray(revert)) throw new Error('The event has no effects.')
  return {apply, revert}
}

function withoutRevision(document: Record<string, unknown> | undefined): unknown {
  const {_rev: _, ...content} = document ?? {}
  return content
}

/** Cases of listening: contents. */
export const contents: readonly Case[] = [
  {
    rule: 'includeResult gives the document afterwards',
    source: `${DOCS}: includeResult`,
    async run(scope) {
      const events = await scope.listen('*[_type == "~t"]', {includeResult: true})
      await scope.mutate([create('~a', {n: 1})])
      const {data} = await events.next()
      expect(data['result']).toEqual(await scope.get('~a'))
      expect(data).not.toHaveProperty('previous')
    },
  },
  {
    rule: 'without includeResult there is no document',
    source: `${DOCS}: includeResult is false by default`,
    async run(scope) {
      const events = await scope.listen('*[_type == "~t"]')
      await scope.mutate([create('~a')])
      expect((await events.next()).data).not.toHaveProperty('result')
    },
  },
  {
    rule: 'includePreviousRevision gives the document before',
    source: `${DOCS}: includePreviousRevision`,
    async run(scope) {
      await scope.given({_id: '~a', _type: '~t', n: 1})
      const before = await scope.get('~a')
      const events = await scope.listen('*[_type == "~t"]', {includePreviousRevision: true})
      await scope.mutate([set('~a', {n: 2})])
      expect((await events.next()).data['previous']).toEqual(before)
    },
  },
  {
    rule: 'includeMutations=false leaves the mutations out',
    source: `${DOCS}: includeMutations is true by default`,
    async run(scope) {
      const events = await scope.listen('*[_type == "~t"]', {includeMutations: false})
      await scope.mutate([create('~a')])
      expect((await events.next()).data).not.toHaveProperty('mutations')
    },
  },
  {
    rule: 'mutations are those of this document, by its id',
    source: `${TYPES}: "this can differ slightly from the mutations sent to the server"`,
    async run(scope) {
      await scope.given({_id: '~a', _type: '~t', n: 1}, {_id: '~b', _type: '~t', n: 1})
      const events = await scope.listen('*[_id == "~b"]')
      await scope.mutate([{patch: {query: '*[_type == "~t"]', inc: {n: 1}}}])
      expect((await events.next()).data['mutations']).toMatchObject([{patch: {id: '~b', inc: {n: 1}}}])
    },
  },
  {
    rule: 'several mutations of one document are one event',
    source: `${TYPES}: "each document affected will get a separate mutation event"`,
    async run(scope) {
      await scope.given({_id: '~a', _type: '~t', n: 1})
      const events = await scope.listen('*[_type == "~t"]', {includeResult: true})
      await scope.mutate([set('~a', {n: 2}), set('~a', {m: 3})])
      expect(await events.next()).toMatchObject({
        data: {
          transactionTotalEvents: 1,
          mutations: [{patch: {set: {n: 2}}}, {patch: {set: {m: 3}}}],
          result: {n: 2, m: 3},
        },
      })
    },
  },
  {
    rule: 'mendoza effects lead forth and back, without the revision',
    source: `${TYPES}: effects; Studio applies them with mendoza`,
    async run(scope) {
      const events = await scope.listen('*[_type == "~t"]', {effectFormat: 'mendoza'})
      await scope.mutate([
        create('~a', {
          title: 'The rabid dog',
          l: [
            {_key: 'a', n: 1},
            {_key: 'b', n: 2},
          ],
          m: {x: 1},
        }),
      ])
      let state: unknown = applyPatch(null, effectsOf(await events.next()).apply)
      expect(state).toEqual(withoutRevision(await scope.get('~a')))
      const patches = [
        {set: {title: 'The nice dog — 🦴'}},
        {unset: ['l[_key=="a"]'], set: {'m.x': 2}},
        {insert: {after: 'l[-1]', items: [{_key: 'c', n: 3}]}},
        {unset: ['m']},
      ]
      for (const patch of patches) {
        await scope.mutate([{patch: {id: '~a', ...patch}}])
        const {apply, revert} = effectsOf(await events.next())
        const next: unknown = applyPatch(state, apply)
        expect(next).toEqual(withoutRevision(await scope.get('~a')))
        expect(applyPatch(next, revert)).toEqual(state)
        state = next
      }
      await scope.mutate([{delete: {id: '~a'}}])
      const {apply, revert} = effectsOf(await events.next())
      expect(applyPatch(state, apply)).toBeNull()
      expect(applyPatch(null, revert)).toEqual(state)
    },
  },
  {
    rule: 'a patch without effect is an event with the id of its transaction',
    source: 'Studio: waits for the event of its first, empty edit',
    async run(scope) {
      await scope.given({_id: 'drafts.~a', _type: '~t'})
      const events = await scope.listen('*[_id == "drafts.~a"]', {effectFormat: 'mendoza'})
      const actions = [
        {actionType: 'document.edit', draftId: 'drafts.~a', publishedId: '~a', patch: {unset: ['nothing']}},
      ]
      await scope.act(actions, {transactionId: '~tx'})
      expect(await events.next()).toMatchObject({data: {transactionId: '~tx', transition: 'update'}})
    },
  },
]
