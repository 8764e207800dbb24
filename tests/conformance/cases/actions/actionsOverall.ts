import {expect} from 'vitest'
import type {Case} from '../../suite/Case.ts'
import {isRecord} from '../../suite/Scope.ts'
import {DOCS, TYPES, IDS, A, DRAFT, act} from './vocabulary.ts'

/** Cases of actions: actions overall. */
export const actionsOverall: readonly Case[] = [
  {
    rule: 'publish at the revisions that there are',
    source: `${TYPES}: ifDraftRevisionId, ifPublishedRevisionId`,
    async run(scope) {
      await scope.given({...A, n: 1})
      await scope.given({...DRAFT, n: 2})
      const [published, draft] = await Promise.all([scope.get('~a'), scope.get('drafts.~a')])
      const revisions = {ifPublishedRevisionId: published?.['_rev'], ifDraftRevisionId: draft?.['_rev']}
      expect(await scope.act(act('document.publish', {...IDS, ...revisions}))).toMatchObject({status: 200})
      expect(await scope.content('~a')).toEqual({n: 2})
    },
  },
  {
    rule: 'publishing keeps the time of the first creation',
    source: 'Sanity docs, Documents: _createdAt is when the document was created',
    async run(scope) {
      await scope.given({...A, _createdAt: '2020-01-01T00:00:00Z'}, {...DRAFT, n: 1})
      await scope.act(act('document.publish', IDS))
      expect(await scope.get('~a')).toMatchObject({_createdAt: '2020-01-01T00:00:00Z', n: 1})
    },
  },
  {
    rule: 'the client’s own actions work',
    source: '@sanity/client, README: client.action',
    async run(scope) {
      const client = scope.client()
      const publishedId = scope.encode('~a')
      const draftId = `drafts.${publishedId}`
      const attributes = {_id: draftId, _type: scope.encode('~t'), n: 1}
      const created = await client.action({
        actionType: 'sanity.action.document.create',
        publishedId,
        attributes,
        ifExists: 'fail',
      })
      expect(created).toEqual({transactionId: expect.any(String)})
      await client.action({
        actionType: 'sanity.action.document.edit',
        draftId,
        publishedId,
        patch: {set: {n: 2}},
      })
      await client.action(
        {actionType: 'sanity.action.document.publish', draftId, publishedId},
        {transactionId: scope.encode('~tx')},
      )
      expect(await scope.get('~a')).toMatchObject({n: 2, _rev: '~tx'})
      await client.action({actionType: 'sanity.action.document.unpublish', draftId, publishedId})
      await client.action({actionType: 'sanity.action.document.discard', draftId})
      expect(await scope.get('drafts.~a')).toBeUndefined()
    },
  },
  {
    rule: 'the client’s error lists what failed',
    source: '@sanity/client, ClientError: isActionError(error) joins the descriptions of its items',
    async run(scope) {
      const ids = {draftId: 'drafts.none', publishedId: 'none'}
      const failure: unknown = await scope
        .client()
        .action({actionType: 'sanity.action.document.publish', ...ids})
        .catch((error: unknown) => error)
      expect(failure).toMatchObject({statusCode: 409, details: {type: 'actionError', items: [{index: 0}]}})
      expect(isRecord(failure) && failure['message']).toContain('\n- ')
    },
  },
  {
    rule: 'purge takes the history along',
    source: `${TYPES}: "If the purge flag is set then the document history is also deleted"`,
    async run(scope) {
      await scope.given({...A, secret: 1})
      const revision = (await scope.get('~a'))?.['_rev']
      await scope.act(act('document.delete', {publishedId: '~a', includeDrafts: [], purge: true}))
      const {body} = await scope.ask(`/data/history/:dataset/documents/~a?revision=${String(revision)}`)
      expect(body).toEqual({documents: []})
      const transactions = await scope.ask(
        '/data/history/:dataset/transactions/~a?excludeContent=true&effectFormat=mendoza',
      )
      expect(transactions.body).not.toContain('secret')
    },
  },
  {
    rule: 'without purge the history stays',
    source: `${TYPES}: purge`,
    async run(scope) {
      await scope.given({...A, n: 1})
      const revision = (await scope.get('~a'))?.['_rev']
      await scope.act(act('document.delete', {publishedId: '~a', includeDrafts: []}))
      const {body} = await scope.ask(`/data/history/:dataset/documents/~a?revision=${String(revision)}`)
      expect(body).toMatchObject({documents: [{n: 1}]})
    },
  },
  {
    rule: 'acting needs a token',
    source: `${DOCS}: "All requests have to be authenticated"`,
    async run(scope) {
      const answer = await scope.ask('/data/actions/:dataset', {body: {actions: []}, token: null})
      expect(answer.status).toBe(401)
    },
  },
]
