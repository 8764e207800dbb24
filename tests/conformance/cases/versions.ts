import {expect} from 'vitest'
import type {Case, Subject} from '../suite/Case.ts'
import {changeCase} from '../suite/changeCase.ts'
import type {ChangeRow} from '../suite/changeCase.ts'

const TYPES = '@sanity/client, types of actions'
const A = {_id: '~a', _type: '~t'}
const VERSION = {_id: 'versions.~r.~a', _type: '~t'}
const RELEASE = {actionType: 'release.create', releaseId: '~r'}

const act = (name: string, members: object = {}): object => ({actionType: name, ...members})
const IDS = {versionId: 'versions.~r.~a', publishedId: '~a'}

const ROWS: ChangeRow[] = [
  {
    rule: 'create from a base copies it',
    source: `${TYPES}: "the version is created from the base document"`,
    given: [{...A, n: 1}],
    first: [RELEASE],
    actions: act('document.version.create', {...IDS, baseId: '~a'}),
    leaves: {'versions.~r.~a': {n: 1}, '~a': {n: 1}},
  },
  {
    rule: 'create from a draft',
    source: `${TYPES}: baseId may be any version`,
    given: [{_id: 'drafts.~a', _type: '~t', n: 2}],
    first: [RELEASE],
    actions: act('document.version.create', {...IDS, baseId: 'drafts.~a'}),
    leaves: {'versions.~r.~a': {n: 2}},
  },
  {
    rule: 'create from another version',
    source: 'Studio, duplicateRelease: baseId is the version in the other release',
    given: [{_id: 'versions.~q.~a', _type: '~t', n: 3}],
    first: [RELEASE],
    actions: act('document.version.create', {...IDS, baseId: 'versions.~q.~a'}),
    leaves: {'versions.~r.~a': {n: 3}},
  },
  {
    rule: 'create at the base revision demanded',
    source: `${TYPES}: ifBaseRevisionId`,
    given: [A],
    first: [RELEASE],
    actions: act('document.version.create', {...IDS, baseId: '~a', ifBaseRevisionId: 'other'}),
    error: {description: /"ifBaseRevisionId"/},
    leaves: {'versions.~r.~a': null},
  },
  {
    rule: 'create from a base that is not there is a conflict',
    source: `${TYPES}: baseId`,
    first: [RELEASE],
    actions: act('document.version.create', {...IDS, baseId: '~a'}),
    error: {description: /"~a" was not found/},
  },
  {
    rule: 'create from content',
    source: `${TYPES}: "If the document is provided, the version is created from the document"`,
    first: [RELEASE],
    actions: act('document.version.create', {publishedId: '~a', document: {...VERSION, n: 1}}),
    leaves: {'versions.~r.~a': {n: 1}, '~a': null},
  },
  {
    rule: 'create of a version that exists is a conflict',
    source: `${TYPES}: version.create`,
    given: [{...VERSION, n: 1}],
    first: [RELEASE],
    actions: act('document.version.create', {publishedId: '~a', document: {...VERSION, n: 2}}),
    error: {description: /"versions\.~r\.~a" already exists/},
    leaves: {'versions.~r.~a': {n: 1}},
  },
  {
    rule: 'create of several versions at once',
    source: 'Studio, revertRelease: one request with an action a document',
    first: [RELEASE],
    actions: [
      act('document.version.create', {publishedId: '~a', document: VERSION}),
      act('document.version.create', {publishedId: '~b', document: {_id: 'versions.~r.~b', _type: '~t'}}),
    ],
    leaves: {'versions.~r.~a': {}, 'versions.~r.~b': {}},
  },
  {
    rule: 'create of a version that unpublishes',
    source: 'Studio, revertRelease: documents that were not there come back with _system {delete: true}',
    given: [A],
    first: [RELEASE],
    actions: act('document.version.create', {
      publishedId: '~a',
      document: {...VERSION, _system: {delete: true}},
    }),
    partly: {'versions.~r.~a': {_system: {delete: true}}},
  },
  {
    rule: 'edit of a version',
    source: 'Studio: document.edit with a version as draftId',
    given: [{...VERSION, n: 1}],
    first: [RELEASE],
    actions: act('document.edit', {draftId: 'versions.~r.~a', publishedId: '~a', patch: {inc: {n: 1}}}),
    leaves: {'versions.~r.~a': {n: 2}},
  },
  {
    rule: 'replace puts other content in place',
    source: `${TYPES}: "Replace an existing version of a document"`,
    given: [{...VERSION, n: 1, m: 1}],
    first: [RELEASE],
    actions: act('document.version.replace', {document: {...VERSION, n: 2}}),
    leaves: {'versions.~r.~a': {n: 2}},
  },
  {
    rule: 'replace of a version that is not there is a conflict',
    source: `${TYPES}: "Replace an existing version of a document"`,
    first: [RELEASE],
    actions: act('document.version.replace', {document: VERSION}),
    error: {description: /"versions\.~r\.~a" was not found/},
  },
  {
    rule: 'replace of a published document is refused',
    source: `${TYPES}: version.replace`,
    given: [A],
    actions: act('document.version.replace', {document: {...A, n: 2}}),
    status: 400,
    error: {description: /published/},
    leaves: {'~a': {}},
  },
  {
    rule: 'discard removes the version',
    source: `${TYPES}: "Delete a version of a document"`,
    given: [A, VERSION],
    first: [RELEASE],
    actions: act('document.version.discard', {versionId: 'versions.~r.~a'}),
    leaves: {'versions.~r.~a': null, '~a': {}},
  },
  {
    rule: 'discard of no version is a conflict',
    source: `${TYPES}: version.discard`,
    first: [RELEASE],
    actions: act('document.version.discard', {versionId: 'versions.~r.~a'}),
    error: {description: /"versions\.~r\.~a" was not found/},
  },
  {
    rule: 'discard of several versions at once',
    source: 'Studio, discardDrafts: one action a draft',
    given: [
      {_id: 'drafts.~a', _type: '~t'},
      {_id: 'drafts.~b', _type: '~t'},
    ],
    actions: [
      act('document.version.discard', {versionId: 'drafts.~a'}),
      act('document.version.discard', {versionId: 'drafts.~b'}),
    ],
    leaves: {'drafts.~a': null, 'drafts.~b': null},
  },
  {
    rule: 'unpublish marks the version',
    source: `${TYPES}: "Identify that a version of a document should be unpublished when the release … is published"`,
    given: [
      {...A, n: 1},
      {...VERSION, n: 2},
    ],
    first: [RELEASE],
    actions: act('document.version.unpublish', IDS),
    partly: {'versions.~r.~a': {_system: {delete: true}, n: 2}, '~a': {n: 1}},
  },
  {
    rule: 'unpublish without a version makes one',
    source: 'Studio, UnpublishVersionAction',
    given: [{...A, n: 1}],
    first: [RELEASE],
    actions: act('document.version.unpublish', IDS),
    partly: {'versions.~r.~a': {_system: {delete: true}}},
  },
  {
    rule: 'unpublish is taken back by an edit',
    source: 'Studio, revertUnpublishVersion: patch {unset: ["_system.delete"]}',
    given: [A, {...VERSION, n: 2}],
    first: [RELEASE, act('document.version.unpublish', IDS)],
    actions: act('document.edit', {
      draftId: 'versions.~r.~a',
      publishedId: '~a',
      patch: {unset: ['_system.delete']},
    }),
    leaves: {'versions.~r.~a': {n: 2, _system: {}}},
  },
  {
    rule: 'unpublish of a draft is refused',
    source: `${TYPES}: versionId`,
    given: [A],
    actions: act('document.version.unpublish', {versionId: 'drafts.~a', publishedId: '~a'}),
    status: 400,
    error: {description: /"drafts\.~a" is not a version/},
  },
  {
    rule: 'a version belongs to its own document',
    source: `${TYPES}: versionId, publishedId`,
    given: [A],
    first: [RELEASE],
    actions: act('document.version.create', {versionId: 'versions.~r.~b', publishedId: '~a', baseId: '~a'}),
    status: 400,
    error: {description: /"versions\.~r\.~b" is not a draft or version of "~a"/},
  },
  {
    rule: 'a version is published on its own',
    source: 'Studio, publish: draftId may be a version',
    given: [{...VERSION, n: 1}],
    first: [RELEASE],
    actions: act('document.publish', {draftId: 'versions.~r.~a', publishedId: '~a'}),
    leaves: {'~a': {n: 1}, 'versions.~r.~a': null},
  },
]

const SCHEDULED = [RELEASE, act('release.schedule', {releaseId: '~r', publishAt: '2999-01-01T00:00:00Z'})]
const LOCKED: ChangeRow[] = [
  {
    rule: 'edit',
    actions: act('document.edit', {draftId: 'versions.~r.~a', publishedId: '~a', patch: {set: {n: 2}}}),
  },
  {rule: 'discard', actions: act('document.version.discard', {versionId: 'versions.~r.~a'})},
  {rule: 'replace', actions: act('document.version.replace', {document: {...VERSION, n: 2}})},
  {rule: 'unpublish', actions: act('document.version.unpublish', IDS)},
  {rule: 'publish', actions: act('document.publish', {draftId: 'versions.~r.~a', publishedId: '~a'})},
].map(({rule, actions}): ChangeRow => ({
  rule: `a version in a scheduled release is locked against ${rule}`,
  source: 'Sanity docs, Content Releases: "documents in a scheduled release are locked"',
  given: [{...VERSION, n: 1}],
  first: SCHEDULED,
  actions,
  error: {description: /scheduled/},
  leaves: {'versions.~r.~a': {n: 1}},
}))

const OTHERS: Case[] = [
  {
    rule: 'the client’s version calls work',
    source: '@sanity/client: createVersion, discardVersion, replaceVersion, unpublishVersion',
    async run(scope) {
      const client = scope.client()
      const [publishedId, releaseId, _type] = [scope.encode('~a'), scope.encode('~r'), scope.encode('~t')]
      await scope.given({...A, n: 1})
      await client.releases.create({releaseId, metadata: {title: 'R', releaseType: 'asap'}})
      await client.createVersion({baseId: publishedId, publishedId, releaseId})
      expect(await scope.content('versions.~r.~a')).toEqual({n: 1})
      await client.replaceVersion({document: {_type, n: 2}, publishedId, releaseId})
      expect(await scope.content('versions.~r.~a')).toEqual({n: 2})
      await client.unpublishVersion({publishedId, releaseId})
      expect(await scope.get('versions.~r.~a')).toMatchObject({_system: {delete: true}})
      await client.discardVersion({publishedId, releaseId})
      expect(await scope.get('versions.~r.~a')).toBeUndefined()
    },
  },
]

/** Versions of documents in releases. */
export const versions: Subject = {
  subject: 'versions',
  cases: [...[...ROWS, ...LOCKED].map(changeCase), ...OTHERS],
}
