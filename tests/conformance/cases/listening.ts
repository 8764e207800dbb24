import {applyPatch} from 'mendoza'
import {expect} from 'vitest'
import type {Case, Subject} from '../suite/Case.ts'
import {isRecord} from '../suite/Scope.ts'
import type {Scope} from '../suite/Scope.ts'
import type {ReadEvent} from '../readEvents.ts'

const DOCS = 'Sanity docs, Listening API'
const TYPES = '@sanity/client, MutationEvent'
const STUDIO = 'Studio, getPairListener'
const ref = (id: string): object => ({_type: 'reference', _ref: id, _weak: true})

const set = (id: string, members: object): object => ({patch: {id, set: members}})
const create = (id: string, members: object = {}): object => ({create: {_id: id, _type: '~t', ...members}})

async function revisionOf(scope: Scope, id: string): Promise<unknown> {
  return (await scope.get(id))?.['_rev']
}

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

const CASES: Case[] = [
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
  {
    rule: 'a query that cannot be read is said on the channel, with its place',
    source: '@sanity/client, ChannelError: data.error of type queryParseError is shown with a code frame',
    async run(scope) {
      const events = await scope.stream(`/data/listen/:dataset?${scope.search({query: '*[_type =='})}`)
      expect(await events.next()).toMatchObject({
        event: 'channelError',
        data: {
          message: expect.any(String),
          error: {
            type: 'queryParseError',
            description: expect.any(String),
            query: '*[_type ==',
            start: expect.any(Number),
          },
        },
      })
    },
  },
  {
    rule: 'a parameter that is missing is said on the channel',
    source: `${DOCS}: channelError`,
    async run(scope) {
      const events = await scope.stream(
        `/data/listen/:dataset?${scope.search({query: '*[_id == $missing]'})}`,
      )
      expect(await events.next()).toMatchObject({
        event: 'channelError',
        data: {message: expect.stringContaining('$missing')},
      })
    },
  },
  {
    rule: 'a dataset that is not there is refused before the stream begins',
    source: '@sanity/client, ConnectionFailedError: a 4xx is final',
    async run(scope) {
      const response = await scope.send('/data/listen/nowhere?query=*')
      expect(response.status).toBe(404)
      await response.body?.cancel()
    },
  },
  ...['sync', 'query', 'transaction'].map(visibilityCase),
  {
    rule: 'a tag changes nothing',
    source: '@sanity/client: tag',
    async run(scope) {
      const events = await scope.listen('*[_type == "~t"]', {tag: 'my.listener'})
      await scope.mutate([create('~a')])
      expect(await events.next()).toMatchObject({data: {documentId: '~a'}})
    },
  },
  {
    rule: 'what is heard of can be queried',
    source: `${TYPES}: visibility "query"`,
    async run(scope) {
      const events = await scope.listen('*[_type == "~t"]', {visibility: 'query'})
      const written = scope.mutate([create('~a', {n: 5})])
      await events.next()
      expect(await scope.result('*[_id == "~a"][0].n')).toBe(5)
      await written
    },
  },
  {
    rule: 'a dry run is not heard of',
    source: 'Sanity docs, Mutations: dryRun affects no documents',
    async run(scope) {
      const events = await scope.listen('*[_type == "~t"]')
      await scope.mutate([create('~dry')], {dryRun: true})
      await scope.mutate([create('~a')])
      expect(await events.next()).toMatchObject({data: {documentId: '~a'}})
    },
  },
  {
    rule: 'a refused transaction is not heard of',
    source: 'Sanity docs, Transactions: all or nothing',
    async run(scope) {
      const events = await scope.listen('*[_type == "~t"]')
      await scope.mutate([create('~no'), set('~none', {n: 1})])
      await scope.mutate([create('~a')])
      expect(await events.next()).toMatchObject({data: {documentId: '~a'}})
    },
  },
  {
    rule: 'a scheduled release is heard of when it goes out',
    source: 'Studio: listens to releases',
    async run(scope) {
      await scope.given({_id: 'versions.~r.~a', _type: '~t'})
      await scope.act({actionType: 'release.create', releaseId: '~r'})
      const events = await scope.listen('*[_id == "~a"]')
      await scope.act({
        actionType: 'release.schedule',
        releaseId: '~r',
        publishAt: new Date(Date.now() + 200).toISOString(),
      })
      expect(await events.next()).toMatchObject({data: {documentId: '~a', transition: 'appear'}})
    },
  },
  {
    rule: 'without a token only published documents are heard of, and nobody is named',
    source: 'Sanity docs, Datasets: public',
    embeddedOnly: 'depends on the access mode of the dataset',
    async run(scope) {
      const events = await scope.listen('*[_type == "~t"]', {}, {token: null})
      await scope.mutate([create('drafts.~a')])
      await scope.mutate([create('~a')])
      expect(await events.next()).toMatchObject({data: {documentId: '~a', identity: ''}})
    },
  },
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

function visibilityCase(visibility: string): Case {
  return {
    rule: `a listener may ask for visibility ${visibility}`,
    source: `${DOCS}: visibility`,
    async run(scope) {
      const events = await scope.listen('*[_type == "~t"]', {visibility})
      await scope.mutate([create('~a')])
      const data = {documentId: '~a', visibility: expect.stringMatching(/query|transaction/)}
      expect(await events.next()).toMatchObject({data})
    },
  }
}

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

/** Listening and live events. */
export const listening: Subject = {subject: 'listening', cases: CASES}
