import {expect} from 'vitest'
import type {Case, Subject} from '../suite/Case.ts'
import {changeCase} from '../suite/changeCase.ts'
import type {ChangeRow} from '../suite/changeCase.ts'
import {isRecord} from '../suite/Scope.ts'

const DOCS = 'Sanity docs, Actions API'
const TYPES = '@sanity/client, types of actions'
const IDS = {draftId: 'drafts.~a', publishedId: '~a'}
const A = {_id: '~a', _type: '~t'}
const DRAFT = {_id: 'drafts.~a', _type: '~t'}

const act = (name: string, members: object = {}): object => ({actionType: name, ...members})
const weak = (id: string, strengthen?: object): object => ({
  _type: 'reference',
  _ref: id,
  _weak: true,
  ...(strengthen ? {_strengthenOnPublish: strengthen} : {}),
})

const ROWS: ChangeRow[] = [
  {
    rule: 'create makes a draft',
    source: `${TYPES}: "Creates a new draft document"`,
    actions: act('document.create', {publishedId: '~a', attributes: {...DRAFT, n: 1}, ifExists: 'fail'}),
    answer: {transactionId: expect.any(String)},
    leaves: {'drafts.~a': {n: 1}, '~a': null},
  },
  {
    rule: 'create fails if the draft exists',
    source: `${TYPES}: "If the draft version of the document already exists the action will fail by default"`,
    given: [{...DRAFT, n: 1}],
    actions: act('document.create', {publishedId: '~a', attributes: {...DRAFT, n: 2}, ifExists: 'fail'}),
    error: {description: /"drafts\.~a" already exists/},
    leaves: {'drafts.~a': {n: 1}},
  },
  {
    rule: 'create leaves the draft in place with ifExists ignore',
    source: `${TYPES}: "this can be adjusted to instead leave the existing document in place"`,
    given: [{...DRAFT, n: 1}],
    actions: act('document.create', {publishedId: '~a', attributes: {...DRAFT, n: 2}, ifExists: 'ignore'}),
    leaves: {'drafts.~a': {n: 1}},
  },
  {
    rule: 'create fails if the document is published, ifExists or not',
    source: `${TYPES}: "The published version of the document must not already exist"`,
    given: [{...A, n: 1}],
    actions: act('document.create', {publishedId: '~a', attributes: {...DRAFT, n: 2}, ifExists: 'ignore'}),
    error: {description: /"~a" already exists/},
    leaves: {'~a': {n: 1}, 'drafts.~a': null},
  },
  {
    rule: 'create wants the id of a draft or version of the published one',
    source: `${DOCS}: attributes._id`,
    actions: act('document.create', {
      publishedId: '~a',
      attributes: {_id: 'drafts.~b', _type: '~t'},
      ifExists: 'fail',
    }),
    status: 400,
    error: {description: /"drafts\.~b" is not a draft or version of "~a"/},
  },
  {
    rule: 'edit patches the draft',
    source: `${TYPES}: "Modifies an existing draft document"`,
    given: [{...DRAFT, n: 1}],
    actions: act('document.edit', {...IDS, patch: {inc: {n: 1}}}),
    leaves: {'drafts.~a': {n: 2}},
  },
  {
    rule: 'edit without a draft begins from the published document',
    source: `${TYPES}: "If there is no such document then one is created using the current state of the published version"`,
    given: [{...A, n: 1, m: 2}],
    actions: act('document.edit', {...IDS, patch: {set: {n: 5}}}),
    leaves: {'drafts.~a': {n: 5, m: 2}, '~a': {n: 1, m: 2}},
  },
  {
    rule: 'edit of nothing at all is a conflict',
    source: `${TYPES}: edit needs the draft or the published document`,
    actions: act('document.edit', {...IDS, patch: {set: {n: 5}}}),
    error: {description: /"~a" was not found/},
  },
  {
    rule: 'edit that changes nothing still makes the draft',
    source: 'Studio: patch {unset: ["_empty_action_guard_pseudo_field_"]} before the first edit',
    given: [{...A, n: 1}],
    actions: act('document.edit', {...IDS, patch: {unset: ['_empty_action_guard_pseudo_field_']}}),
    leaves: {'drafts.~a': {n: 1}},
  },
  {
    rule: 'edit takes every operation',
    source: `${DOCS}: patch as in the mutation API`,
    given: [{...DRAFT, n: 1, t: 'abc', l: [1]}],
    actions: act('document.edit', {
      ...IDS,
      patch: {
        dec: {n: 1},
        diffMatchPatch: {t: '@@ -1,3 +1,4 @@\n abc\n+d\n'},
        insert: {after: 'l[-1]', items: [2]},
      },
    }),
    leaves: {'drafts.~a': {n: 0, t: 'abcd', l: [1, 2]}},
  },
  {
    rule: 'edit of a published id as draft is refused',
    source: `${TYPES}: draftId`,
    given: [A],
    actions: act('document.edit', {draftId: '~a', publishedId: '~a', patch: {set: {n: 1}}}),
    status: 400,
    error: {description: /"~a" is not a draft/},
  },
  {
    rule: 'edit gives keys to items of arrays',
    source: `${DOCS}: "behaves similarly to the Mutations API when autoGenerateArrayKeys is set to true"`,
    given: [{...DRAFT, l: []}],
    actions: act('document.edit', {...IDS, patch: {insert: {after: 'l[-1]', items: [{n: 1}]}}}),
    leaves: {'drafts.~a': {l: [{_key: expect.any(String), n: 1}]}},
  },
  {
    rule: 'create gives keys to items of arrays',
    source: `${DOCS}: autoGenerateArrayKeys`,
    actions: act('document.create', {
      publishedId: '~a',
      attributes: {...DRAFT, l: [{n: 1}, {_key: 'k'}]},
      ifExists: 'fail',
    }),
    leaves: {'drafts.~a': {l: [{_key: expect.any(String), n: 1}, {_key: 'k'}]}},
  },
  {
    rule: 'replaceDraft replaces the whole draft',
    source: `${TYPES}: "Replaces an existing draft document"`,
    given: [{...DRAFT, n: 1, m: 1}],
    actions: act('document.replaceDraft', {publishedId: '~a', attributes: {...DRAFT, n: 2}}),
    leaves: {'drafts.~a': {n: 2}},
  },
  {
    rule: 'replaceDraft makes the draft of a published document',
    source: `${TYPES}: "At least one of the draft or published versions of the document must exist"`,
    given: [A],
    actions: act('document.replaceDraft', {publishedId: '~a', attributes: {...DRAFT, n: 2}}),
    leaves: {'drafts.~a': {n: 2}},
  },
  {
    rule: 'replaceDraft of nothing is a conflict',
    source: `${TYPES}: "At least one of the draft or published versions of the document must exist"`,
    actions: act('document.replaceDraft', {publishedId: '~a', attributes: DRAFT}),
    error: {description: /"~a"/},
    leaves: {'drafts.~a': null},
  },
  {
    rule: 'publish moves the draft',
    source: `${TYPES}: "Publishes a draft document … In either case the draft document is deleted"`,
    given: [{...DRAFT, n: 1}],
    actions: act('document.publish', IDS),
    leaves: {'~a': {n: 1}, 'drafts.~a': null},
  },
  {
    rule: 'publish replaces what was published',
    source: `${TYPES}: "If a published version of the document already exists this is replaced"`,
    given: [
      {...A, n: 1, m: 1},
      {...DRAFT, n: 2},
    ],
    actions: act('document.publish', IDS),
    leaves: {'~a': {n: 2}, 'drafts.~a': null},
  },
  {
    rule: 'publish without a draft is a conflict',
    source: `${TYPES}: publish`,
    given: [A],
    actions: act('document.publish', IDS),
    error: {description: /"drafts\.~a" was not found/},
  },
  {
    rule: 'publish at the draft revision demanded',
    source: `${TYPES}: ifDraftRevisionId "Draft revision ID to match"`,
    given: [{...A, n: 1}],
    first: [act('document.edit', {...IDS, patch: {set: {n: 2}}})],
    actions: act('document.publish', {...IDS, ifDraftRevisionId: 'other'}),
    error: {description: /"ifDraftRevisionId"/},
    leaves: {'~a': {n: 1}, 'drafts.~a': {n: 2}},
  },
  {
    rule: 'publish at the published revision demanded',
    source: `${TYPES}: ifPublishedRevisionId "Published revision ID to match"`,
    given: [
      {...A, n: 1},
      {...DRAFT, n: 2},
    ],
    actions: act('document.publish', {...IDS, ifPublishedRevisionId: 'other'}),
    error: {description: /"ifPublishedRevisionId"/},
    leaves: {'~a': {n: 1}, 'drafts.~a': {n: 2}},
  },
  {
    rule: 'ifPublishedRevisionId holds back where nothing is published',
    source: `${TYPES}: optimistic locking`,
    given: [{...DRAFT, n: 2}],
    actions: act('document.publish', {...IDS, ifPublishedRevisionId: 'other'}),
    error: {description: /"ifPublishedRevisionId"/},
    leaves: {'~a': null},
  },
  {
    rule: 'publish makes references strong that were weak until then',
    source: 'Studio: {_ref, _weak: true, _strengthenOnPublish: {type}} for documents not published yet',
    given: [
      {_id: '~b', _type: '~t'},
      {...DRAFT, to: weak('~b', {type: '~t'})},
    ],
    actions: act('document.publish', IDS),
    leaves: {'~a': {to: {_type: 'reference', _ref: '~b'}}},
  },
  {
    rule: 'publish strengthens references in arrays',
    source: 'Studio: _strengthenOnPublish',
    given: [
      {_id: '~b', _type: '~t'},
      {...DRAFT, l: [{_key: 'k', to: weak('~b', {type: '~t'})}]},
    ],
    actions: act('document.publish', IDS),
    leaves: {'~a': {l: [{_key: 'k', to: {_type: 'reference', _ref: '~b'}}]}},
  },
  {
    rule: 'publish keeps references weak where the schema wants them so',
    source: 'Studio: _strengthenOnPublish: {type, weak: true}',
    given: [
      {_id: '~b', _type: '~t'},
      {...DRAFT, to: weak('~b', {type: '~t', weak: true})},
    ],
    actions: act('document.publish', IDS),
    leaves: {'~a': {to: weak('~b')}},
  },
  {
    rule: 'publish keeps plain weak references',
    source: 'Sanity docs, References: _weak',
    given: [{...DRAFT, to: weak('~none')}],
    actions: act('document.publish', IDS),
    leaves: {'~a': {to: weak('~none')}},
  },
  {
    rule: 'publish is refused while a strengthened reference has no document',
    source: 'references are checked at the end of a transaction',
    given: [{...DRAFT, to: weak('~none', {type: '~t'})}],
    actions: act('document.publish', IDS),
    error: {description: /non-existent document "~none"/},
    partly: {'drafts.~a': {to: weak('~none', {type: '~t'})}},
  },
  {
    rule: 'two drafts that refer to each other are published together',
    source: `${DOCS}: several actions are one transaction`,
    given: [
      {...DRAFT, to: weak('~b', {type: '~t'})},
      {_id: 'drafts.~b', _type: '~t', to: weak('~a', {type: '~t'})},
    ],
    actions: [
      act('document.publish', IDS),
      act('document.publish', {draftId: 'drafts.~b', publishedId: '~b'}),
    ],
    leaves: {'~a': {to: {_type: 'reference', _ref: '~b'}}, '~b': {to: {_type: 'reference', _ref: '~a'}}},
  },
  {
    rule: 'unpublish makes a draft of what was published',
    source: `${TYPES}: "If there is no draft version then this is created from the published version"`,
    given: [{...A, n: 1}],
    actions: act('document.unpublish', IDS),
    leaves: {'~a': null, 'drafts.~a': {n: 1}},
  },
  {
    rule: 'unpublish keeps the draft there is',
    source: `${TYPES}: unpublish`,
    given: [
      {...A, n: 1},
      {...DRAFT, n: 2},
    ],
    actions: act('document.unpublish', IDS),
    leaves: {'~a': null, 'drafts.~a': {n: 2}},
  },
  {
    rule: 'unpublish of what is not published is a conflict',
    source: `${TYPES}: unpublish`,
    given: [DRAFT],
    actions: act('document.unpublish', IDS),
    error: {description: /"~a" was not found/},
  },
  {
    rule: 'unpublish is refused while something refers to the document',
    source: 'Sanity docs, References',
    given: [A, {_id: '~b', _type: '~t', to: {_type: 'reference', _ref: '~a'}}],
    actions: act('document.unpublish', IDS),
    error: {description: /"~b"/},
    partly: {'~a': {_id: '~a'}},
  },
  {
    rule: 'discard removes the draft',
    source: `${TYPES}: "Delete the draft version of a document"`,
    given: [A, DRAFT],
    actions: act('document.discard', {draftId: 'drafts.~a'}),
    leaves: {'~a': {}, 'drafts.~a': null},
  },
  {
    rule: 'discard of no draft is a conflict',
    source: `${TYPES}: "It is an error if it does not exist"`,
    given: [A],
    actions: act('document.discard', {draftId: 'drafts.~a'}),
    error: {description: /"drafts\.~a" was not found/},
  },
  {
    rule: 'discard of a published document is refused',
    source: `${TYPES}: discard`,
    given: [A],
    actions: act('document.discard', {draftId: '~a'}),
    status: 400,
    error: {description: /published/},
    leaves: {'~a': {}},
  },
  {
    rule: 'version.discard discards drafts too',
    source: 'Studio, discardChanges: versionId is the draft id',
    given: [DRAFT],
    actions: act('document.version.discard', {versionId: 'drafts.~a'}),
    leaves: {'drafts.~a': null},
  },
  {
    rule: 'delete removes the published document and the drafts named',
    source: `${TYPES}: "Deletes the published version of a document and optionally some draft versions"`,
    given: [A, DRAFT],
    actions: act('document.delete', {publishedId: '~a', includeDrafts: ['drafts.~a']}),
    leaves: {'~a': null, 'drafts.~a': null},
  },
  {
    rule: 'delete fails while a draft is not named',
    source: `${TYPES}: "If any draft version exists that is not specified for deletion this is an error"`,
    given: [A, DRAFT],
    actions: act('document.delete', {publishedId: '~a', includeDrafts: []}),
    error: {description: /draft/},
    leaves: {'~a': {}, 'drafts.~a': {}},
  },
  {
    rule: 'delete fails while a version is not named',
    source: `${TYPES}: "If any draft version exists that is not specified for deletion this is an error"; Studio: "all versions need to be included in order for the delete to work"`,
    given: [A, {_id: 'versions.~r.~a', _type: '~t'}],
    actions: act('document.delete', {publishedId: '~a', includeDrafts: []}),
    error: {description: /"versions\.~r\.~a"/},
    leaves: {'~a': {}},
  },
  {
    rule: 'delete removes versions that are named',
    source: 'Studio, delete: includeDrafts holds drafts and versions',
    given: [A, DRAFT, {_id: 'versions.~r.~a', _type: '~t'}],
    actions: act('document.delete', {publishedId: '~a', includeDrafts: ['drafts.~a', 'versions.~r.~a']}),
    leaves: {'~a': null, 'drafts.~a': null, 'versions.~r.~a': null},
  },
  {
    rule: 'delete takes only variants of its own document along',
    source: `${TYPES}: "Draft document ID to delete"`,
    given: [A, {_id: 'drafts.~b', _type: '~t'}],
    actions: act('document.delete', {publishedId: '~a', includeDrafts: ['drafts.~b']}),
    status: 400,
    error: {description: /"drafts\.~b"/},
    leaves: {'drafts.~b': {}, '~a': {}},
  },
  {
    rule: 'delete of what is referred to is refused',
    source: 'Sanity docs, References',
    given: [A, {_id: '~b', _type: '~t', to: {_type: 'reference', _ref: '~a'}}],
    actions: act('document.delete', {publishedId: '~a', includeDrafts: []}),
    error: {description: /"~b"/},
    leaves: {'~a': {}},
  },
  {
    rule: 'several actions are one transaction',
    source: `${DOCS}: "An array of one or more action objects", all or nothing`,
    given: [DRAFT],
    actions: [
      act('document.publish', IDS),
      act('document.publish', {draftId: 'drafts.~none', publishedId: '~none'}),
    ],
    error: {type: 'actionError', description: /"drafts\.~none"/, index: 1},
    leaves: {'~a': null, 'drafts.~a': {}},
  },
  {
    rule: 'later actions see earlier ones',
    source: `${DOCS}: actions are executed in order`,
    actions: [
      act('document.create', {publishedId: '~a', attributes: {...DRAFT, n: 1}, ifExists: 'fail'}),
      act('document.edit', {...IDS, patch: {inc: {n: 1}}}),
      act('document.publish', IDS),
    ],
    leaves: {'~a': {n: 2}, 'drafts.~a': null},
  },
  {
    rule: 'a transaction id becomes the revision',
    source: `${DOCS}: transactionId`,
    given: [DRAFT],
    actions: act('document.publish', IDS),
    more: {transactionId: '~tx'},
    answer: {transactionId: '~tx'},
    partly: {'~a': {_rev: '~tx'}},
  },
  {
    rule: 'dryRun answers and changes nothing',
    source: `${DOCS}: "the response will be identical … but no documents will be affected"`,
    given: [DRAFT],
    actions: act('document.publish', IDS),
    more: {dryRun: true},
    answer: {transactionId: expect.any(String)},
    leaves: {'~a': null, 'drafts.~a': {}},
  },
  {
    rule: 'dryRun tells errors',
    source: `${DOCS}: dryRun "including error responses"`,
    actions: act('document.publish', IDS),
    more: {dryRun: true},
    error: {description: /"drafts\.~a"/},
  },
  {
    rule: 'an action that is not known is refused by name',
    source: `${DOCS}: the action types`,
    actions: act('document.frobnicate', IDS),
    status: 400,
    error: {description: /sanity\.action\.document\.frobnicate/},
  },
  ...['document.variant.create', 'document.variant.publish', 'variant.definition.create'].map(
    (name): ChangeRow => ({
      rule: `${name} is refused by name`,
      source: `${TYPES}: variants are beta`,
      embeddedOnly: 'hosted projects may have variants',
      actions: act(name),
      status: 400,
      error: {description: new RegExp(name.replaceAll('.', '\\.'))},
    }),
  ),
  {
    rule: 'an action without a member it needs is refused, and the member named',
    source: `${DOCS}: required members`,
    actions: act('document.publish', {draftId: 'drafts.~a'}),
    status: 400,
    error: {description: /"publishedId"/},
  },
  {
    rule: 'no actions at all are refused',
    source: `${DOCS}: "An array of one or more action objects"`,
    actions: [],
    status: 400,
    error: {description: /at least one/},
  },
  {
    rule: 'one action needs no array',
    source: '@sanity/client: client.action(action)',
    given: [DRAFT],
    actions: act('document.publish', IDS),
    leaves: {'~a': {}},
  },
]

const OTHERS: Case[] = [
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

/** The actions on drafts and published documents. */
export const actions: Subject = {subject: 'actions', cases: [...ROWS.map(changeCase), ...OTHERS]}
