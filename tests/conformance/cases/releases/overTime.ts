import {expect} from 'vitest'
import type {Case} from '../../suite/Case.ts'
import {DOCS, TYPES, A, VERSION, DOC, LATER, act, CREATE} from './vocabulary.ts'

/** Cases of releases: over time. */
export const overTime: readonly Case[] = [
  {
    rule: 'a scheduled release goes out at its time',
    source: `${DOCS}: schedule`,
    async run(scope) {
      await scope.given({...VERSION, n: 1})
      await scope.act(CREATE)
      const publishAt = new Date(Date.now() + 300).toISOString()
      expect(await scope.act(act('schedule', {publishAt}))).toMatchObject({status: 200})
      await expect.poll(() => scope.content('~a')).toEqual({n: 1})
      expect(await scope.get(DOC)).toMatchObject({
        state: 'published',
        publishAt,
        publishedAt: expect.any(String),
      })
    },
  },
  {
    rule: 'a time that has passed publishes at once',
    source: 'not documented: the schedule is due',
    embeddedOnly: 'hosted behaviour is not documented',
    async run(scope) {
      await scope.given({...VERSION, n: 1})
      await scope.act(CREATE)
      await scope.act(act('schedule', {publishAt: '2020-01-01T00:00:00Z'}))
      await expect.poll(() => scope.content('~a')).toEqual({n: 1})
    },
  },
  {
    rule: 'an unscheduled release does not go out',
    source: `${TYPES}: "stopping it from being published"`,
    async run(scope) {
      await scope.given({...VERSION, n: 1})
      await scope.act(CREATE)
      await scope.act(act('schedule', {publishAt: LATER}))
      await scope.act(act('unschedule'))
      expect(await scope.get(DOC)).not.toHaveProperty('publishAt')
      expect(await scope.content('versions.~r.~a')).toEqual({n: 1})
    },
  },
  {
    rule: 'a scheduled release that cannot go out is active again and says why',
    source: '@sanity/client: ReleaseDocument.error.message',
    embeddedOnly: 'hosted behaviour is not documented',
    async run(scope) {
      await scope.given({
        ...VERSION,
        to: {_type: 'reference', _ref: '~none', _weak: true, _strengthenOnPublish: {type: '~t'}},
      })
      await scope.act(CREATE)
      await scope.act(act('schedule', {publishAt: new Date(Date.now() + 100).toISOString()}))
      await expect
        .poll(() => scope.get(DOC))
        .toMatchObject({state: 'active', error: {message: expect.stringContaining('~none')}})
    },
  },
  {
    rule: 'the client’s release calls work',
    source: '@sanity/client: client.releases',
    async run(scope) {
      const client = scope.client()
      const releaseId = scope.encode('~r')
      await client.releases.create({releaseId, metadata: {title: 'R', releaseType: 'scheduled'}})
      expect(await client.releases.get({releaseId})).toMatchObject({name: releaseId, state: 'active'})
      await client.releases.edit({releaseId, patch: {set: {'metadata.title': 'S'}}})
      await scope.given({...VERSION, n: 1})
      expect(await client.releases.fetchDocuments({releaseId})).toMatchObject({result: [{n: 1}]})
      await client.releases.schedule({releaseId, publishAt: LATER})
      await client.releases.unschedule({releaseId})
      await client.releases.archive({releaseId})
      await client.releases.unarchive({releaseId})
      await client.releases.publish({releaseId})
      expect(await client.releases.get({releaseId})).toMatchObject({
        state: 'published',
        metadata: {title: 'S'},
      })
      await client.releases.delete({releaseId})
      expect(await client.releases.get({releaseId})).toBeUndefined()
    },
  },
  {
    rule: 'the client makes a release id where none is given',
    source: '@sanity/client: createRelease generates one',
    async run(scope) {
      const {releaseId} = await scope
        .client()
        .releases.create({metadata: {title: scope.encode('~'), releaseType: 'asap'}})
      expect(releaseId).toMatch(/^\w{6,}$/)
      await scope.client().releases.archive({releaseId})
      await scope.client().releases.delete({releaseId})
    },
  },
  {
    rule: 'the Studio’s revert brings the content before the release back',
    source:
      'Studio, useDocumentRevertStates: transactions up to the last revision of the first version, newest first; then the document at it; then a release of versions',
    async run(scope) {
      await scope.given({...A, n: 1}, {_id: '~other', _type: '~t'})
      await scope.act(CREATE)
      await scope.act({
        actionType: 'document.version.create',
        publishedId: '~a',
        document: {...VERSION, n: 2},
      })
      await scope.act({
        actionType: 'document.version.create',
        publishedId: '~new',
        document: {_id: 'versions.~r.~new', _type: '~t'},
      })
      await scope.act(act('publish'))
      const last = await scope.ask(
        '/data/history/:dataset/documents/versions.~r.~a,versions.~r.~new?lastRevision=true',
      )
      expect(last.body).toMatchObject({documents: [{_id: 'versions.~r.~a', n: 2}, {_id: 'versions.~r.~new'}]})
      const revision = /"_rev":"([^"]+)"/.exec(JSON.stringify(last.body))?.[1]
      const before = await scope.ask(
        `/data/history/:dataset/transactions/~a,~new?excludeContent=true&limit=50&includeIdentifiedDocumentsOnly=true&reverse=true&toTransaction=${revision}`,
      )
      const lines = String(before.body)
        .trim()
        .split('\n')
        .map((line): unknown => JSON.parse(line))
      expect(lines).toMatchObject([{documentIDs: ['~a']}])
      const after = await scope.ask(
        `/data/history/:dataset/transactions/~a,~new?excludeContent=true&limit=2&includeIdentifiedDocumentsOnly=true&fromTransaction=${revision}`,
      )
      expect(String(after.body).trim().split('\n')).toHaveLength(1)
    },
  },
]
