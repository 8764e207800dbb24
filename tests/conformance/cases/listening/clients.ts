import {expect} from 'vitest'
import type {Case} from '../../suite/Case.ts'
import {isRecord} from '../../suite/Scope.ts'
import type {Scope} from '../../suite/Scope.ts'
import {set, create} from './vocabulary.ts'

/** Opens a listener of the client, writes once it is welcomed, and gives what it hears then. */
function hear(
  scope: Scope,
  listen: (client: ReturnType<Scope['client']>) => ReturnType<ReturnType<Scope['client']>['listen']>,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const subscription = listen(scope.client()).subscribe({
      next(event: {type: string}) {
        if (event.type === 'welcome') void scope.mutate([create('~a', {n: 1})])
        if (event.type !== 'mutation') return
        subscription.unsubscribe()
        resolve(event)
      },
      error: reject,
    })
  })
}

/** Cases of listening: clients. */
export const clients: readonly Case[] = [
  {
    rule: 'the client listens',
    source: '@sanity/client: listen',
    async run(scope) {
      const heard = await hear(scope, (client) =>
        client.listen('*[_type == $type]', {type: scope.encode('~t')}, {events: ['welcome', 'mutation']}),
      )
      expect(heard).toMatchObject({type: 'mutation', transition: 'appear', result: {n: 1}})
    },
  },
  {
    rule: 'the client listens with resuming',
    source: '@sanity/client: enableResume',
    async run(scope) {
      const heard = await hear(scope, (client) =>
        client.listen(
          '*[_type == $type]',
          {type: scope.encode('~t')},
          {events: ['welcome', 'mutation', 'welcomeback', 'reset'], enableResume: true},
        ),
      )
      expect(heard).toMatchObject({type: 'mutation'})
    },
  },
  {
    rule: 'live events begin with welcome, and tell the tags of what changed',
    source: 'Sanity docs, Live Content API: events welcome and message {tags}',
    async run(scope) {
      await scope.given({_id: '~a', _type: '~t'})
      const {body} = await scope.query('*[_type == "~t"]')
      const tags: unknown = isRecord(body) ? body['syncTags'] : undefined
      const events = await scope.stream('/data/live/events/:dataset')
      expect(await events.next()).toMatchObject({event: 'welcome', id: expect.any(String)})
      await scope.mutate([set('~a', {n: 1})])
      const {event, data} = await events.next()
      expect({event, tags: data['tags']}).toEqual({
        event: 'message',
        tags: expect.arrayContaining(Array.isArray(tags) ? tags : ['none']),
      })
    },
  },
  {
    rule: 'live events tell drafts only to those who ask for them',
    source: 'Sanity docs, Live Content API: includeDrafts',
    async run(scope) {
      const events = await scope.stream('/data/live/events/:dataset?includeDrafts=true')
      await events.next()
      await scope.mutate([create('drafts.~a')])
      expect(await events.next()).toMatchObject({event: 'message', data: {tags: expect.any(Array)}})
    },
  },
]
