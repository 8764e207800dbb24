import {expect} from 'vitest'
import type {Case, Subject} from '../suite/Case.ts'
import {changeCase} from '../suite/changeCase.ts'
import type {ChangeRow} from '../suite/changeCase.ts'

const DOCS = 'Sanity docs, Content Releases API'
const TYPES = '@sanity/client, types of actions'
const A = {_id: '~a', _type: '~t'}
const VERSION = {_id: 'versions.~r.~a', _type: '~t'}
const DOC = '_.releases.~r'
const LATER = '2999-01-01T00:00:00.000Z'

const act = (name: string, members: object = {}): object => ({
  actionType: `release.${name}`,
  releaseId: '~r',
  ...members,
})
const CREATE = act('create', {metadata: {title: 'R', releaseType: 'asap'}})
const SCHEDULE = act('schedule', {publishAt: LATER})

const ROWS: ChangeRow[] = [
  {
    rule: 'create makes a release document',
    source: `${DOCS}: "Releases are Sanity documents with a type of system.release"`,
    actions: CREATE,
    partly: {
      [DOC]: {
        _type: 'system.release',
        name: '~r',
        state: 'active',
        metadata: {title: 'R', releaseType: 'asap'},
      },
    },
  },
  {
    rule: 'create without metadata is undecided',
    source: '@sanity/client: metadata is optional',
    actions: act('create'),
    partly: {[DOC]: {state: 'active', metadata: {releaseType: 'undecided'}}},
  },
  {
    rule: 'create of a release for one document',
    source: 'Studio: scheduled drafts are releases with cardinality "one"',
    actions: act('create', {
      metadata: {releaseType: 'scheduled', cardinality: 'one', intendedPublishAt: LATER},
    }),
    partly: {[DOC]: {metadata: {cardinality: 'one', releaseType: 'scheduled', intendedPublishAt: LATER}}},
  },
  {
    rule: 'create of a release that exists is a conflict',
    source: `${TYPES}: "Creates a new release under the given id"`,
    first: [CREATE],
    actions: CREATE,
    error: {description: /"_\.releases\.~r" already exists/},
  },
  {
    rule: 'a release id has letters, digits, dashes and underscores',
    source: `${DOCS}: ids are versions.<release-name>.<id>`,
    actions: {actionType: 'release.create', releaseId: 'a.b'},
    status: 400,
    error: {description: /"a\.b"/},
  },
  {
    rule: 'a release may not be called drafts',
    source: 'the perspective "drafts" is taken',
    actions: {actionType: 'release.create', releaseId: 'drafts'},
    status: 400,
    error: {description: /"drafts"/},
  },
  {
    rule: 'a release type is asap, scheduled or undecided',
    source: '@sanity/client: ReleaseType',
    actions: act('create', {metadata: {releaseType: 'whenever'}}),
    status: 400,
    error: {description: /releaseType.*whenever/},
    leaves: {[DOC]: null},
  },
  {
    rule: 'edit changes the metadata',
    source: `${TYPES}: "Edits an existing release, updating the metadata"`,
    first: [CREATE],
    actions: act('edit', {patch: {set: {'metadata.title': 'S'}, unset: ['metadata.description']}}),
    partly: {[DOC]: {metadata: {title: 'S', releaseType: 'asap'}}},
  },
  {
    rule: 'edit replaces the metadata as the Studio does',
    source: 'Studio, updateRelease: patch {set: {metadata}, unset: [metadata.…]}',
    first: [CREATE],
    actions: act('edit', {
      patch: {set: {metadata: {title: 'S', releaseType: 'undecided'}}, unset: ['metadata.name']},
    }),
    partly: {[DOC]: {metadata: {title: 'S', releaseType: 'undecided'}}},
  },
  {
    rule: 'edit changes the metadata alone',
    source: `${TYPES}: "Edits an existing release, updating the metadata"`,
    first: [CREATE],
    actions: act('edit', {patch: {set: {state: 'published'}}}),
    status: 400,
    error: {description: /"state".*metadata/},
    partly: {[DOC]: {state: 'active'}},
  },
  {
    rule: 'edit of no release is a conflict',
    source: `${TYPES}: "Edits an existing release"`,
    actions: act('edit', {patch: {set: {'metadata.title': 'S'}}}),
    error: {description: /"_\.releases\.~r" was not found/},
  },
  {
    rule: 'publish publishes every version',
    source: `${TYPES}: "Publishes all documents in a release at once"`,
    given: [
      {...A, n: 1},
      {...VERSION, n: 2},
      {_id: 'versions.~r.~b', _type: '~t', n: 3},
    ],
    first: [CREATE],
    actions: act('publish'),
    leaves: {'~a': {n: 2}, '~b': {n: 3}, 'versions.~r.~a': null, 'versions.~r.~b': null},
    partly: {[DOC]: {state: 'published', publishedAt: expect.any(String)}},
  },
  {
    rule: 'a published release names its versions',
    source: `${DOCS}, cheat sheet: "finalDocumentStates": [{"id": "versions.rglJO3Sfg.movie_70981"}]`,
    given: [VERSION],
    first: [CREATE],
    actions: act('publish'),
    partly: {[DOC]: {finalDocumentStates: [{_key: expect.any(String), id: 'versions.~r.~a'}]}},
  },
  {
    rule: 'publish leaves drafts alone',
    source: 'Studio: a draft that differs is kept and can be discarded',
    given: [
      {_id: 'drafts.~a', _type: '~t', n: 9},
      {...VERSION, n: 2},
    ],
    first: [CREATE],
    actions: act('publish'),
    leaves: {'~a': {n: 2}, 'drafts.~a': {n: 9}},
  },
  {
    rule: 'publish unpublishes what is marked',
    source: `${TYPES}: version.unpublish`,
    given: [A, VERSION],
    first: [
      CREATE,
      {actionType: 'document.version.unpublish', versionId: 'versions.~r.~a', publishedId: '~a'},
    ],
    actions: act('publish'),
    leaves: {'~a': null, 'versions.~r.~a': null},
  },
  {
    rule: 'publish strengthens references, also between its own documents',
    source: 'Studio: _strengthenOnPublish',
    given: [
      {...VERSION, to: {_type: 'reference', _ref: '~b', _weak: true, _strengthenOnPublish: {type: '~t'}}},
      {_id: 'versions.~r.~b', _type: '~t'},
    ],
    first: [CREATE],
    actions: act('publish'),
    leaves: {'~a': {to: {_type: 'reference', _ref: '~b'}}},
  },
  {
    rule: 'publish is all or nothing',
    source: `${TYPES}: "at once"`,
    given: [
      {...VERSION, n: 1},
      {
        _id: 'versions.~r.~b',
        _type: '~t',
        to: {_type: 'reference', _ref: '~none', _weak: true, _strengthenOnPublish: {type: '~t'}},
      },
    ],
    first: [CREATE],
    actions: act('publish'),
    error: {description: /"~none"/},
    leaves: {'~a': null, 'versions.~r.~a': {n: 1}},
    partly: {[DOC]: {state: 'active'}},
  },
  {
    rule: 'publish of an empty release',
    source: `${TYPES}: publish`,
    first: [CREATE],
    actions: act('publish'),
    partly: {[DOC]: {state: 'published'}},
  },
  {
    rule: 'publish of no release is a conflict',
    source: `${TYPES}: publish`,
    actions: act('publish'),
    error: {description: /"_\.releases\.~r" was not found/},
  },
  {
    rule: 'publish twice is a conflict',
    source: `${DOCS}: a published release is final`,
    first: [CREATE, act('publish')],
    actions: act('publish'),
    error: {description: /published/},
  },
  {
    rule: 'publish keeps the members of the content',
    source: '_system belongs to versions alone',
    given: [{...VERSION, n: 1, _system: {release: {_ref: DOC, _weak: true}}}],
    first: [CREATE],
    actions: act('publish'),
    leaves: {'~a': {n: 1}},
  },
  {
    rule: 'schedule locks the release until its time',
    source: `${TYPES}: "Queues release for publishing at the given future time"`,
    given: [VERSION],
    first: [CREATE],
    actions: SCHEDULE,
    partly: {[DOC]: {state: 'scheduled', publishAt: LATER}},
  },
  {
    rule: 'schedule wants a date',
    source: `${TYPES}: publishAt`,
    first: [CREATE],
    actions: act('schedule', {publishAt: 'soon'}),
    status: 400,
    error: {description: /publishAt.*soon/},
    partly: {[DOC]: {state: 'active'}},
  },
  {
    rule: 'a new version cannot come into a scheduled release',
    source: `${DOCS}: scheduled releases are locked`,
    given: [A],
    first: [CREATE, SCHEDULE],
    actions: {
      actionType: 'document.version.create',
      publishedId: '~a',
      baseId: '~a',
      versionId: 'versions.~r.~a',
    },
    error: {description: /scheduled/},
    leaves: {'versions.~r.~a': null},
  },
  {
    rule: 'unschedule makes it active again',
    source: `${TYPES}: "Unschedules a scheduled release, stopping it from being published"`,
    first: [CREATE, SCHEDULE],
    actions: act('unschedule'),
    partly: {[DOC]: {state: 'active'}},
  },
  {
    rule: 'unschedule of an active release is a conflict',
    source: `${TYPES}: unschedule`,
    first: [CREATE],
    actions: act('unschedule'),
    error: {description: /active/},
  },
  {
    rule: 'a scheduled release may be published by hand',
    source: 'Studio: publish of a scheduled release',
    given: [{...VERSION, n: 1}],
    first: [CREATE, SCHEDULE],
    actions: act('publish'),
    leaves: {'~a': {n: 1}},
  },
  {
    rule: 'archive takes the versions away',
    source: `${TYPES}: "Archives an active release, and deletes all the release documents"`,
    given: [VERSION],
    first: [CREATE],
    actions: act('archive'),
    leaves: {'versions.~r.~a': null},
    partly: {[DOC]: {state: 'archived', finalDocumentStates: [{id: 'versions.~r.~a'}]}},
  },
  {
    rule: 'archive of a scheduled release is a conflict',
    source: `${TYPES}: "Archives an active release"`,
    first: [CREATE, SCHEDULE],
    actions: act('archive'),
    error: {description: /scheduled/},
  },
  {
    rule: 'unarchive brings the versions back as they were',
    source: `${TYPES}: "restores all the release documents"`,
    given: [
      {...VERSION, n: 1},
      {_id: 'versions.~r.~b', _type: '~t', m: 2},
    ],
    first: [CREATE, act('archive')],
    actions: act('unarchive'),
    leaves: {'versions.~r.~a': {n: 1}, 'versions.~r.~b': {m: 2}},
    partly: {[DOC]: {state: 'active'}},
  },
  {
    rule: 'unarchive of an active release is a conflict',
    source: `${TYPES}: "Unarchived an archived release"`,
    first: [CREATE],
    actions: act('unarchive'),
    error: {description: /active/},
  },
  {
    rule: 'delete of an archived release',
    source: `${TYPES}: "Deletes a archived or published release"`,
    first: [CREATE, act('archive')],
    actions: act('delete'),
    leaves: {[DOC]: null},
  },
  {
    rule: 'delete of a published release',
    source: `${TYPES}: "Deletes a archived or published release"`,
    first: [CREATE, act('publish')],
    actions: act('delete'),
    leaves: {[DOC]: null},
  },
  {
    rule: 'delete of an active release is a conflict',
    source: `${TYPES}: "Deletes a archived or published release"`,
    first: [CREATE],
    actions: act('delete'),
    error: {description: /active/},
    partly: {[DOC]: {state: 'active'}},
  },
  {
    rule: 'import writes a release document',
    source: `${TYPES}: release.import`,
    actions: act('import', {
      attributes: {
        _id: DOC,
        _type: 'system.release',
        name: '~r',
        state: 'active',
        metadata: {title: 'I', releaseType: 'asap'},
      },
      ifExists: 'fail',
    }),
    partly: {[DOC]: {metadata: {title: 'I'}}},
  },
  {
    rule: 'import takes its document under either name',
    source: `${TYPES}: attributes or document`,
    actions: act('import', {
      document: {
        _id: DOC,
        _type: 'system.release',
        name: '~r',
        state: 'active',
        metadata: {title: 'I', releaseType: 'asap'},
      },
      ifExists: 'fail',
    }),
    partly: {[DOC]: {metadata: {title: 'I'}}},
  },
  {
    rule: 'import leaves what is there with ifExists ignore',
    source: `${TYPES}: ifExists fail, ignore or replace`,
    first: [CREATE],
    actions: act('import', {
      attributes: {
        _id: DOC,
        _type: 'system.release',
        name: '~r',
        state: 'active',
        metadata: {title: 'I', releaseType: 'asap'},
      },
      ifExists: 'ignore',
    }),
    partly: {[DOC]: {metadata: {title: 'R'}}},
  },
  ...['create', 'publish', 'edit', 'schedule'].map((name): ChangeRow => ({
    rule: `${name} may be probed by dryRun without a release`,
    source: 'Studio, releasePermissions: a dry run on a release that is not there tells what one may do',
    embeddedOnly: 'depends on the plan of the project',
    actions: act(name, {patch: {set: {'metadata.title': 'x'}}, publishAt: LATER}),
    more: {dryRun: true},
    leaves: {[DOC]: null},
  })),
]

const OTHERS: Case[] = [
  {
    rule: 'a scheduled release goes out at its time',
    source: `${DOCS}: schedule`,
    async run(scope) {
      await scope.given({...VERSION, n: 1})
      await scope.act(CREATE)
      const publishAt = new Date(Date.now() + 300).toISOString()
      expect(await scope.act(act('schedule', {publishAt}))).toMatchObject({status: 200})
      await expect.poll(() => scope.content('~a'), {timeout: 20_000}).toEqual({n: 1})
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
      await expect.poll(() => scope.content('~a'), {timeout: 5000}).toEqual({n: 1})
    },
  },
  {
    rule: 'an unscheduled release does not go out',
    source: `${TYPES}: "stopping it from being published"`,
    async run(scope) {
      await scope.given({...VERSION, n: 1})
      await scope.act(CREATE)
      await scope.act(act('schedule', {publishAt: new Date(Date.now() + 5000).toISOString()}))
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
        .poll(() => scope.get(DOC), {timeout: 5000})
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

/** Releases: their life, their schedule, their documents. */
export const releases: Subject = {subject: 'releases', cases: [...ROWS.map(changeCase), ...OTHERS]}
