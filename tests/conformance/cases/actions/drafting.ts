import {expect} from 'vitest'
import type {ChangeRow} from '../../suite/changeCase.ts'
import {DOCS, TYPES, IDS, A, DRAFT, act} from './vocabulary.ts'

/** Cases of actions: drafting. */
export const drafting: readonly ChangeRow[] = [
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
]
