import {expect} from 'vitest'
import type {Case} from '../../suite/Case.ts'
import {create} from './vocabulary.ts'

/** Cases of listening: resuming. */
export const resuming: readonly Case[] = [
  {
    rule: 'one that comes back is told what it missed',
    source: '@sanity/client, enableResume: "a welcomeback event …, followed by any events that were missed"',
    async run(scope) {
      const before = await scope.listen('*[_type == "~t"]', {enableResume: true})
      await scope.mutate([create('~a')])
      const last = await before.next()
      before.close()
      await scope.mutate([create('~b')])
      const search = scope.search({query: '*[_type == "~t"]', enableResume: true})
      const after = await scope.stream(`/data/listen/:dataset?${search}`, {
        headers: {'last-event-id': last.id ?? ''},
      })
      expect(await after.next()).toMatchObject({event: 'welcomeback'})
      expect(await after.next()).toMatchObject({event: 'mutation', data: {documentId: '~b'}})
      await scope.mutate([create('~c')])
      expect(await after.next()).toMatchObject({data: {documentId: '~c'}})
    },
  },
  {
    rule: 'one that comes back from the middle of a transaction is told the rest',
    source: '@sanity/client, enableResume: events that were missed',
    async run(scope) {
      const before = await scope.listen('*[_type == "~t"]', {enableResume: true})
      await scope.mutate([create('~a'), create('~b')])
      const last = await before.next()
      before.close()
      const search = scope.search({query: '*[_type == "~t"]', enableResume: true})
      const after = await scope.stream(`/data/listen/:dataset?${search}`, {
        headers: {'last-event-id': last.id ?? ''},
      })
      expect(await after.next()).toMatchObject({event: 'welcomeback'})
      expect(await after.next()).toMatchObject({data: {documentId: '~b'}})
    },
  },
  {
    rule: 'one that comes back from nowhere is told to begin anew',
    source: '@sanity/client: ResetEvent, "the events could not be replayed"',
    async run(scope) {
      const search = scope.search({query: '*[_type == "~t"]', enableResume: true})
      const events = await scope.stream(`/data/listen/:dataset?${search}`, {
        headers: {'last-event-id': 'nowhere'},
      })
      expect(await events.next()).toMatchObject({event: 'reset'})
      await scope.mutate([create('~a')])
      expect(await events.next()).toMatchObject({data: {documentId: '~a'}})
    },
  },
  {
    rule: 'without enableResume the last event id means nothing',
    source: '@sanity/client: enableResume',
    async run(scope) {
      const events = await scope.stream(`/data/listen/:dataset?${scope.search({query: '*'})}`, {
        headers: {'last-event-id': 'nowhere'},
      })
      expect(await events.next()).toMatchObject({event: 'welcome'})
    },
  },
]
