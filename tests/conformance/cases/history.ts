import {applyPatch} from 'mendoza'
import {expect} from 'vitest'
import type {Case, Subject} from '../suite/Case.ts'
import {isRecord} from '../suite/Scope.ts'
import type {Scope} from '../suite/Scope.ts'

const DOCS = 'Sanity docs, History API'
const TRANSLOG = 'Studio, getTransactionsLogs'
const EVENTS = 'Studio, DocumentGroupEvent'

const set = (id: string, members: object): object => ({patch: {id, set: members}})

async function revisionOf(scope: Scope, id: string): Promise<string> {
  return String((await scope.get(id))?.['_rev'])
}

/** Writes `n` from 1 to `count` into a document, a transaction each, and gives their ids. */
async function write(scope: Scope, count: number, id = '~a'): Promise<string[]> {
  const revisions: string[] = []
  for (let n = 1; n <= count; n += 1) {
    await scope.mutate([n === 1 ? {create: {_id: id, _type: '~t', n}} : set(id, {n})])
    revisions.push(await revisionOf(scope, id))
  }
  return revisions
}

async function documentsAt(scope: Scope, ids: string, search: string): Promise<unknown> {
  return (await scope.ask(`/data/history/:dataset/documents/${ids}?${search}`)).body
}

async function transactionsOf(scope: Scope, ids: string, search = ''): Promise<Record<string, unknown>[]> {
  const {status, body} = await scope.ask(
    `/data/history/:dataset/transactions/${ids}?excludeContent=true&${search}`,
  )
  if (status !== 200) throw new Error(`The history was refused: ${JSON.stringify(body)}`)
  const lines = String(body)
    .split('\n')
    .filter(Boolean)
    .map((line): unknown => JSON.parse(line))
  return lines.filter(isRecord)
}

async function eventsOf(scope: Scope, path: string, search = ''): Promise<Record<string, unknown>[]> {
  const {body} = await scope.ask(`/data/history/:dataset/events/${path}?limit=100&${search}`)
  const events: unknown = isRecord(body) ? body['events'] : []
  const list: unknown = isRecord(events) ? Object.values(events)[0] : events
  return Array.isArray(list) ? list.filter(isRecord) : []
}

const typesOf = (events: Record<string, unknown>[]): unknown[] => events.map(({type}) => type)

const CASES: Case[] = [
  {
    rule: 'a document at a revision',
    source: `${DOCS}: "revision: The revision ID (_rev) to fetch"`,
    async run(scope) {
      const [first, second] = await write(scope, 3)
      expect(await documentsAt(scope, '~a', `revision=${first}`)).toMatchObject({
        documents: [{_id: '~a', n: 1, _rev: first}],
      })
      expect(await documentsAt(scope, '~a', `revision=${second}`)).toMatchObject({
        documents: [{n: 2, _rev: second}],
      })
    },
  },
  {
    rule: 'a document at its revision of now',
    source: `${DOCS}: revision`,
    async run(scope) {
      const [, , last] = await write(scope, 3)
      expect(await documentsAt(scope, '~a', `revision=${last}`)).toEqual({documents: [await scope.get('~a')]})
    },
  },
  {
    rule: 'a document at a time',
    source: `${DOCS}: "time: Time to fetch the document at"`,
    async run(scope) {
      await write(scope, 1)
      await new Promise((resolve) => setTimeout(resolve, 30))
      const time = new Date().toISOString()
      await new Promise((resolve) => setTimeout(resolve, 30))
      await scope.mutate([set('~a', {n: 2})])
      expect(await documentsAt(scope, '~a', `time=${time}`)).toMatchObject({documents: [{n: 1}]})
    },
  },
  {
    rule: 'before it was there is no document',
    source: `${DOCS}: as the doc endpoint`,
    async run(scope) {
      await write(scope, 1)
      expect(await documentsAt(scope, '~a', 'time=2020-01-01T00:00:00Z')).toMatchObject({documents: []})
    },
  },
  {
    rule: 'lastRevision gives the document of now',
    source: `${DOCS}: lastRevision "the current data for an existing document"`,
    async run(scope) {
      await write(scope, 2)
      expect(await documentsAt(scope, '~a', 'lastRevision=true')).toMatchObject({documents: [{n: 2}]})
    },
  },
  {
    rule: 'lastRevision gives the last state before deletion',
    source: `${DOCS}: lastRevision "or the last state before deletion for a deleted document"`,
    async run(scope) {
      const [, last] = await write(scope, 2)
      await scope.mutate([{delete: {id: '~a'}}])
      expect(await documentsAt(scope, '~a', 'lastRevision=true')).toMatchObject({
        documents: [{n: 2, _rev: last}],
      })
    },
  },
  {
    rule: 'several documents at once',
    source: 'Studio, published releases: ids separated by commas',
    async run(scope) {
      await write(scope, 1)
      await write(scope, 2, '~b')
      expect(await documentsAt(scope, '~a,~b', 'lastRevision=true')).toMatchObject({
        documents: [{n: 1}, {n: 2}],
      })
    },
  },
  {
    rule: 'two moments at once are refused',
    source: `${DOCS}: "Mutually exclusive with time and lastRevision"`,
    async run(scope) {
      const {status} = await scope.ask(
        '/data/history/:dataset/documents/~a?revision=x&time=2020-01-01T00:00:00Z',
      )
      expect(status).toBe(400)
    },
  },
  {
    rule: 'a time that is none is refused',
    source: `${DOCS}: date-time`,
    async run(scope) {
      expect((await scope.ask('/data/history/:dataset/documents/~a?time=yesterday')).status).toBe(400)
    },
  },
  {
    rule: 'a document that was made again has both of its lives',
    source: `${DOCS}: revision`,
    async run(scope) {
      const [first] = await write(scope, 1)
      await scope.mutate([{delete: {id: '~a'}}])
      await scope.mutate([{create: {_id: '~a', _type: '~u', m: 2}}])
      expect(await documentsAt(scope, '~a', `revision=${first}`)).toMatchObject({
        documents: [{_type: '~t', n: 1}],
      })
      expect(await documentsAt(scope, '~a', 'lastRevision=true')).toMatchObject({
        documents: [{_type: '~u', m: 2}],
      })
    },
  },
  {
    rule: 'transactions come oldest first, a line each',
    source: `${DOCS}: NDJSON of {id, timestamp, author, documentIDs}`,
    async run(scope) {
      const revisions = await write(scope, 3)
      const transactions = await transactionsOf(scope, '~a')
      expect(transactions.map(({id}) => id)).toEqual(revisions)
      expect(transactions[0]).toEqual({
        id: revisions[0],
        timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
        author: expect.any(String),
        documentIDs: ['~a'],
      })
    },
  },
  {
    rule: 'the answer is NDJSON',
    source: `${DOCS}: "Returns an NDJSON"`,
    async run(scope) {
      await write(scope, 1)
      const {headers} = await scope.ask('/data/history/:dataset/transactions/~a?excludeContent=true')
      expect(headers.get('content-type')).toContain('ndjson')
    },
  },
  {
    rule: 'reverse gives the newest first',
    source: `${TRANSLOG}: "Return transactions in reverse order"`,
    async run(scope) {
      const revisions = await write(scope, 3)
      expect((await transactionsOf(scope, '~a', 'reverse=true')).map(({id}) => id)).toEqual(
        revisions.toReversed(),
      )
    },
  },
  {
    rule: 'limit counts from where it begins',
    source: `${TRANSLOG}: "Limit the number of returned transactions"`,
    async run(scope) {
      const revisions = await write(scope, 4)
      expect((await transactionsOf(scope, '~a', 'limit=2')).map(({id}) => id)).toEqual(revisions.slice(0, 2))
      const newest = await transactionsOf(scope, '~a', 'limit=1&reverse=true')
      expect(newest.map(({id}) => id)).toEqual(revisions.slice(3))
    },
  },
  {
    rule: 'fromTransaction is among them',
    source: 'Studio, getDocumentTransactions: "it is returned by the API; remove that from the count"',
    async run(scope) {
      const revisions = await write(scope, 4)
      const found = await transactionsOf(scope, '~a', `fromTransaction=${revisions[1]}`)
      expect(found.map(({id}) => id)).toEqual(revisions.slice(1))
    },
  },
  {
    rule: 'toTransaction is among them',
    source: `${TRANSLOG}: toTransaction`,
    async run(scope) {
      const revisions = await write(scope, 4)
      const found = await transactionsOf(
        scope,
        '~a',
        `fromTransaction=${revisions[1]}&toTransaction=${revisions[2]}`,
      )
      expect(found.map(({id}) => id)).toEqual(revisions.slice(1, 3))
    },
  },
  {
    rule: 'the ends need not have touched the document',
    source: 'Studio, revert: toTransaction is the last revision of a version, ids are published ones',
    async run(scope) {
      const [first] = await write(scope, 1)
      const [between] = await write(scope, 1, '~b')
      await scope.mutate([set('~a', {n: 2})])
      expect((await transactionsOf(scope, '~a', `toTransaction=${between}`)).map(({id}) => id)).toEqual([
        first,
      ])
      expect((await transactionsOf(scope, '~a', `fromTransaction=${between}`)).map(({id}) => id)).toEqual([
        await revisionOf(scope, '~a'),
      ])
    },
  },
  {
    rule: 'fromTime and toTime',
    source: `${TRANSLOG}: "Time from which the transactions are fetched"`,
    async run(scope) {
      const [first] = await write(scope, 1)
      await new Promise((resolve) => setTimeout(resolve, 30))
      const time = new Date().toISOString()
      await new Promise((resolve) => setTimeout(resolve, 30))
      await scope.mutate([set('~a', {n: 2})])
      expect((await transactionsOf(scope, '~a', `toTime=${time}`)).map(({id}) => id)).toEqual([first])
      expect((await transactionsOf(scope, '~a', `fromTime=${time}`)).map(({id}) => id)).toEqual([
        await revisionOf(scope, '~a'),
      ])
    },
  },
  {
    rule: 'authors',
    source: `${TRANSLOG}: "Comma separated list of authors to filter the transactions by"`,
    async run(scope) {
      await write(scope, 2)
      const [first] = await transactionsOf(scope, '~a')
      expect(await transactionsOf(scope, '~a', `authors=${String(first?.['author'])}`)).toHaveLength(2)
      expect(await transactionsOf(scope, '~a', 'authors=somebody')).toEqual([])
    },
  },
  {
    rule: 'effects come in mendoza on request, and rebuild the document',
    source: `${TRANSLOG}: effectFormat=mendoza`,
    async run(scope) {
      await write(scope, 3)
      const transactions = await transactionsOf(scope, '~a', 'effectFormat=mendoza')
      const {_rev: _, ...now} = (await scope.get('~a')) ?? {}
      let state: unknown = null
      for (const {effects} of transactions) {
        const effect: unknown = isRecord(effects) ? effects['~a'] : undefined
        const apply: unknown = isRecord(effect) ? effect['apply'] : undefined
        state = applyPatch(state, Array.isArray(apply) ? apply : [])
      }
      expect(state).toEqual(now)
    },
  },
  {
    rule: 'without effectFormat there are no effects',
    source: `${TRANSLOG}: "Used when asking the transaction log to include effects"`,
    async run(scope) {
      await write(scope, 1)
      expect((await transactionsOf(scope, '~a'))[0]).not.toHaveProperty('effects')
    },
  },
  {
    rule: 'mutations come unless they or the content are excluded',
    source: '@sanity/types, TransactionLogEventWithMutations: excludeMutations=false',
    async run(scope) {
      await scope.mutate([{create: {_id: '~a', _type: '~t', n: 1}}])
      const {body} = await scope.ask('/data/history/:dataset/transactions/~a')
      expect(JSON.parse(String(body))).toMatchObject({mutations: [{create: {_id: '~a', n: 1}}]})
      const without = await scope.ask('/data/history/:dataset/transactions/~a?excludeMutations=true')
      expect(JSON.parse(String(without.body))).not.toHaveProperty('mutations')
    },
  },
  {
    rule: 'a transaction names all documents it touched',
    source: '@sanity/types, TransactionLogEvent: "Document IDs involved in this transaction"',
    async run(scope) {
      await scope.given({_id: '~a', _type: '~t'}, {_id: '~b', _type: '~t'})
      const [whole] = await transactionsOf(scope, '~a')
      expect(whole?.['documentIDs']).toEqual(expect.arrayContaining(['~a', '~b']))
      const [part] = await transactionsOf(scope, '~a', 'includeIdentifiedDocumentsOnly=true')
      expect(part?.['documentIDs']).toEqual(['~a'])
    },
  },
  {
    rule: 'history needs a token',
    source: `${DOCS}: "All requests must be authenticated"`,
    async run(scope) {
      for (const path of [
        'documents/a?lastRevision=true',
        'transactions/a',
        'events/documents/a',
        'events/releases/r',
      ]) {
        expect((await scope.ask(`/data/history/:dataset/${path}`, {token: null})).status).toBe(401)
      }
    },
  },
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
      await expect.poll(() => scope.get('~a'), {timeout: 20_000}).toBeTruthy()
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

/** What happened, and what documents were. */
export const history: Subject = {subject: 'history', cases: CASES}
