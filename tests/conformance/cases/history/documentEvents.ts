import {expect} from 'vitest'
import type {Case} from '../../suite/Case.ts'
import {EVENTS, revisionOf, write, eventsOf, typesOf} from './vocabulary.ts'

/** Cases of history: document events. */
export const documentEvents: readonly Case[] = [
  {
    rule: 'events: a draft begins, is published, begins again',
    source: `${EVENTS}: createDocumentVersion, publishDocumentVersion {publishCause: "document.publish"}`,
    async run(scope) {
      const ids = {draftId: 'drafts.~a', publishedId: '~a'}
      await scope.act({
        actionType: 'document.create',
        publishedId: '~a',
        attributes: {_id: 'drafts.~a', _type: '~t'},
        ifExists: 'fail',
      })
      const created = await revisionOf(scope, 'drafts.~a')
      await scope.act({actionType: 'document.publish', ...ids})
      const published = await revisionOf(scope, '~a')
      await scope.act({actionType: 'document.edit', ...ids, patch: {set: {n: 1}}})
      const events = await eventsOf(scope, 'documents/drafts.~a')
      expect(typesOf(events)).toEqual([
        'createDocumentVersion',
        'publishDocumentVersion',
        'createDocumentVersion',
      ])
      const shared = {
        timestamp: expect.any(String),
        author: expect.any(String),
        documentId: '~a',
        versionId: 'drafts.~a',
      }
      expect(events[2]).toEqual({type: 'createDocumentVersion', ...shared, versionRevisionId: created})
      expect(events[1]).toEqual({
        type: 'publishDocumentVersion',
        ...shared,
        revisionId: published,
        versionRevisionId: created,
        publishCause: 'document.publish',
      })
    },
  },
  {
    rule: 'events: a draft is discarded while the document stays',
    source: `${EVENTS}: deleteDocumentVersion`,
    async run(scope) {
      await scope.given({_id: '~a', _type: '~t'})
      await scope.act({
        actionType: 'document.edit',
        draftId: 'drafts.~a',
        publishedId: '~a',
        patch: {set: {n: 1}},
      })
      const versionRevisionId = await revisionOf(scope, 'drafts.~a')
      await scope.act({actionType: 'document.version.discard', versionId: 'drafts.~a'})
      const [event] = await eventsOf(scope, 'documents/drafts.~a')
      expect(event).toMatchObject({
        type: 'deleteDocumentVersion',
        documentId: '~a',
        versionId: 'drafts.~a',
        versionRevisionId,
      })
    },
  },
  {
    rule: 'events: discarding the last of a document deletes it',
    source: `${EVENTS}: deleteDocumentGroup "caused either by the Delete action, or when discarding the last draft"`,
    async run(scope) {
      await scope.given({_id: 'drafts.~a', _type: '~t'})
      await scope.act({actionType: 'document.version.discard', versionId: 'drafts.~a'})
      expect(typesOf(await eventsOf(scope, 'documents/drafts.~a'))[0]).toBe('deleteDocumentGroup')
    },
  },
  {
    rule: 'events: a document is deleted',
    source: `${EVENTS}: deleteDocumentGroup`,
    async run(scope) {
      await scope.given({_id: '~a', _type: '~t'}, {_id: 'drafts.~a', _type: '~t'})
      await scope.act({actionType: 'document.delete', publishedId: '~a', includeDrafts: ['drafts.~a']})
      const [event] = await eventsOf(scope, 'documents/~a')
      expect(event).toMatchObject({type: 'deleteDocumentGroup', documentId: '~a', author: expect.any(String)})
    },
  },
  {
    rule: 'events: a document is unpublished',
    source: `${EVENTS}: unpublishDocument {versionId, versionRevisionId} "The version that was created based on it"`,
    async run(scope) {
      await scope.given({_id: '~a', _type: '~t'})
      await scope.act({actionType: 'document.unpublish', draftId: 'drafts.~a', publishedId: '~a'})
      const [event] = await eventsOf(scope, 'documents/~a')
      expect(event).toMatchObject({
        type: 'unpublishDocument',
        documentId: '~a',
        versionId: 'drafts.~a',
        versionRevisionId: await revisionOf(scope, 'drafts.~a'),
      })
    },
  },
  {
    rule: 'events: live editing',
    source: `${EVENTS}: createLiveDocument and updateLiveDocument "raw mutation"`,
    async run(scope) {
      await write(scope, 2)
      const events = await eventsOf(scope, 'documents/~a')
      expect(events).toMatchObject([
        {type: 'updateLiveDocument', documentId: '~a', revisionId: await revisionOf(scope, '~a')},
        {type: 'createLiveDocument', documentId: '~a'},
      ])
    },
  },
]
