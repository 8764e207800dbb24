import {expect} from 'vitest'
import type {Case} from '../../suite/Case.ts'
import {isRecord} from '../../suite/Scope.ts'
import {set, revisionOf, write, eventsOf, typesOf} from './vocabulary.ts'

/** Cases of history: pages and releases. */
export const pagesAndReleases: readonly Case[] = [
  {
    rule: 'events of several documents come by their ids',
    source: 'Studio, events: /data/history/<datasetName>/events/documents/<documentsIds>',
    async run(scope) {
      await write(scope, 1)
      await write(scope, 2, '~b')
      const {body} = await scope.ask('/data/history/:dataset/events/documents/~a,~b?limit=10')
      expect(body).toMatchObject({
        events: {
          '~a': [{type: 'createLiveDocument'}],
          '~b': [{type: 'updateLiveDocument'}, {type: 'createLiveDocument'}],
        },
      })
    },
  },
  {
    rule: 'events come in pages',
    source: 'Studio, getInitialFetchEvents: limit and nextCursor, "" at the end',
    async run(scope) {
      await write(scope, 5)
      const seen: unknown[] = []
      let nextCursor = ''
      for (let page = 0; page < 5; page += 1) {
        const cursor = nextCursor === '' ? '' : `&nextCursor=${nextCursor}`
        const {body} = await scope.ask(`/data/history/:dataset/events/documents/~a?limit=2${cursor}`)
        const events: unknown = isRecord(body) && isRecord(body['events']) ? body['events']['~a'] : []
        if (Array.isArray(events))
          seen.push(...events.map((event: unknown) => isRecord(event) && event['revisionId']))
        nextCursor = isRecord(body) ? String(body['nextCursor']) : ''
        if (nextCursor === '') break
      }
      expect(seen).toHaveLength(5)
      expect(new Set(seen).size).toBe(5)
    },
  },
  {
    rule: 'pages hold while new events come',
    source: 'Studio, loadMore: older events after new ones have come',
    async run(scope) {
      const revisions = await write(scope, 4)
      const {body} = await scope.ask('/data/history/:dataset/events/documents/~a?limit=2')
      await scope.mutate([set('~a', {n: 9})])
      const cursor = isRecord(body) ? String(body['nextCursor']) : ''
      const more = await scope.ask(`/data/history/:dataset/events/documents/~a?limit=2&nextCursor=${cursor}`)
      expect(more.body).toMatchObject({
        events: {'~a': [{revisionId: revisions[1]}, {revisionId: revisions[0]}]},
      })
    },
  },
  {
    rule: 'events of a release: its life',
    source:
      'Studio, ReleaseEvent: createRelease, scheduleRelease {publishAt}, unscheduleRelease, archiveRelease, unarchiveRelease, publishRelease',
    async run(scope) {
      const publishAt = '2999-01-01T00:00:00.000Z'
      for (const name of ['create', 'schedule', 'unschedule', 'archive', 'unarchive', 'publish']) {
        const {status} = await scope.act({
          actionType: `release.${name}`,
          releaseId: '~r',
          ...(name === 'schedule' ? {publishAt} : {}),
        })
        expect(status).toBe(200)
      }
      const events = await eventsOf(scope, 'releases/~r')
      expect(typesOf(events)).toEqual([
        'publishRelease',
        'unarchiveRelease',
        'archiveRelease',
        'unscheduleRelease',
        'scheduleRelease',
        'createRelease',
      ])
      expect(events[4]).toMatchObject({
        publishAt,
        releaseName: '~r',
        author: expect.any(String),
        timestamp: expect.any(String),
      })
    },
  },
  {
    rule: 'events of a release: its documents',
    source:
      'Studio, ReleaseEvent: addDocumentToRelease and discardDocumentFromRelease {documentId, documentType, versionId, versionRevisionId}',
    async run(scope) {
      await scope.act({actionType: 'release.create', releaseId: '~r'})
      await scope.act({
        actionType: 'document.version.create',
        publishedId: '~a',
        document: {_id: 'versions.~r.~a', _type: '~t'},
      })
      const versionRevisionId = await revisionOf(scope, 'versions.~r.~a')
      await scope.act({actionType: 'document.version.discard', versionId: 'versions.~r.~a'})
      const shared = {
        releaseName: '~r',
        documentId: '~a',
        documentType: '~t',
        versionId: 'versions.~r.~a',
        versionRevisionId,
      }
      expect(await eventsOf(scope, 'releases/~r')).toMatchObject([
        {type: 'discardDocumentFromRelease', ...shared},
        {type: 'addDocumentToRelease', ...shared},
        {type: 'createRelease'},
      ])
    },
  },
  {
    rule: 'events of a release: edits of its metadata are not among them',
    source:
      'Studio, isEventsAPIEvent: Exclude<ReleaseEvent, EditReleaseEvent>; it derives those from the transactions',
    async run(scope) {
      await scope.act({actionType: 'release.create', releaseId: '~r'})
      await scope.act({actionType: 'release.edit', releaseId: '~r', patch: {set: {'metadata.title': 'S'}}})
      expect(typesOf(await eventsOf(scope, 'releases/~r'))).toEqual(['createRelease'])
    },
  },
]
