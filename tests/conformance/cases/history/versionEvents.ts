import {expect} from 'vitest'
import type {Case} from '../../suite/Case.ts'
import {EVENTS, revisionOf, eventsOf} from './vocabulary.ts'

/** Cases of history: version events. */
export const versionEvents: readonly Case[] = [
  {
    rule: 'events: a version goes out with its release',
    source: `${EVENTS}: publishDocumentVersion {releaseId, publishCause: "release.publish"}`,
    async run(scope) {
      await scope.act({actionType: 'release.create', releaseId: '~r'})
      await scope.act({
        actionType: 'document.version.create',
        publishedId: '~a',
        document: {_id: 'versions.~r.~a', _type: '~t'},
      })
      const versionRevisionId = await revisionOf(scope, 'versions.~r.~a')
      await scope.act({actionType: 'release.publish', releaseId: '~r'})
      const published = {
        type: 'publishDocumentVersion',
        documentId: '~a',
        versionId: 'versions.~r.~a',
        releaseId: '~r',
        versionRevisionId,
        publishCause: 'release.publish',
      }
      expect((await eventsOf(scope, 'documents/~a'))[0]).toMatchObject(published)
      expect(await eventsOf(scope, 'documents/versions.~r.~a')).toMatchObject([
        published,
        {type: 'createDocumentVersion', versionId: 'versions.~r.~a', releaseId: '~r', versionRevisionId},
      ])
    },
  },
  {
    rule: 'events: a version is scheduled and unscheduled',
    source: `${EVENTS}: scheduleDocumentVersion {publishAt, state}, unscheduleDocumentVersion`,
    embeddedOnly: 'the Studio says that hosted does not tell of these yet',
    async run(scope) {
      const publishAt = '2999-01-01T00:00:00.000Z'
      await scope.act({actionType: 'release.create', releaseId: '~r'})
      await scope.act({
        actionType: 'document.version.create',
        publishedId: '~a',
        document: {_id: 'versions.~r.~a', _type: '~t'},
      })
      const versionRevisionId = await revisionOf(scope, 'versions.~r.~a')
      await scope.act({actionType: 'release.schedule', releaseId: '~r', publishAt})
      const shared = {documentId: '~a', releaseId: '~r', versionId: 'versions.~r.~a', versionRevisionId}
      expect((await eventsOf(scope, 'documents/versions.~r.~a'))[0]).toMatchObject({
        type: 'scheduleDocumentVersion',
        ...shared,
        publishAt,
        state: 'pending',
      })
      await scope.act({actionType: 'release.unschedule', releaseId: '~r'})
      expect(await eventsOf(scope, 'documents/versions.~r.~a')).toMatchObject([
        {type: 'unscheduleDocumentVersion', ...shared},
        {type: 'scheduleDocumentVersion', state: 'unscheduled'},
        {type: 'createDocumentVersion'},
      ])
    },
  },
  {
    rule: 'events: a scheduled release says so of its documents',
    source: `${EVENTS}: publishCause "release.schedule"`,
    async run(scope) {
      await scope.act({actionType: 'release.create', releaseId: '~r'})
      await scope.act({
        actionType: 'document.version.create',
        publishedId: '~a',
        document: {_id: 'versions.~r.~a', _type: '~t'},
      })
      await scope.act({
        actionType: 'release.schedule',
        releaseId: '~r',
        publishAt: new Date(Date.now() + 200).toISOString(),
      })
      await expect.poll(() => scope.get('~a')).toBeTruthy()
      expect((await eventsOf(scope, 'documents/~a'))[0]).toMatchObject({
        publishCause: 'release.schedule',
        releaseId: '~r',
      })
    },
  },
  {
    rule: 'events: a release unpublishes a document',
    source: `${EVENTS}: unpublishDocument {releaseId}`,
    async run(scope) {
      await scope.given({_id: '~a', _type: '~t'})
      await scope.act({actionType: 'release.create', releaseId: '~r'})
      await scope.act({
        actionType: 'document.version.unpublish',
        versionId: 'versions.~r.~a',
        publishedId: '~a',
      })
      await scope.act({actionType: 'release.publish', releaseId: '~r'})
      expect((await eventsOf(scope, 'documents/~a'))[0]).toMatchObject({
        type: 'unpublishDocument',
        versionId: 'versions.~r.~a',
        releaseId: '~r',
      })
    },
  },
]
