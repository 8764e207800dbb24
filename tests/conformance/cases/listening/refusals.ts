import {expect} from 'vitest'
import type {Case} from '../../suite/Case.ts'
import {DOCS, TYPES, set, create} from './vocabulary.ts'

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

/** Cases of listening: refusals. */
export const refusals: readonly Case[] = [
  {
    rule: 'a listener is sent away when its dataset is deleted',
    source: '@sanity/client, DisconnectEvent: "eg in the case of a deleted dataset"',
    embeddedOnly: 'makes and deletes a dataset',
    async run(scope) {
      const client = scope.client()
      const name = scope.encode('~gone')
      await client.datasets.create(name)
      const events = await scope.stream(`/data/listen/${name}?query=*`)
      expect(await events.next()).toMatchObject({event: 'welcome'})
      await client.datasets.delete(name)
      expect(await events.next()).toMatchObject({event: 'disconnect', data: {reason: expect.any(String)}})
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
      const heard = async (): Promise<void> => {
        await events.next()
        expect(await scope.result('*[_id == "~a"][0].n')).toBe(5)
      }
      await Promise.all([scope.mutate([create('~a', {n: 5})]), heard()])
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
]
