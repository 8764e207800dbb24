import {expect} from 'vitest'
import type {ChangeRow} from '../../suite/changeCase.ts'
import {DOCS, TYPES, A, VERSION, DOC, act, CREATE} from './vocabulary.ts'

/** Cases of releases: releasing. */
export const releasing: readonly ChangeRow[] = [
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
]
