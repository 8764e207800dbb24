import type {ChangeRow} from '../../suite/changeCase.ts'
import {DOCS, TYPES, DOC, LATER, act, CREATE} from './vocabulary.ts'

/** Cases of releases: making. */
export const making: readonly ChangeRow[] = [
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
]
