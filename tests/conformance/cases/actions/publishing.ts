import type {ChangeRow} from '../../suite/changeCase.ts'
import {DOCS, TYPES, IDS, A, DRAFT, act} from './vocabulary.ts'

const weak = (id: string, strengthen?: object): object => ({
  _type: 'reference',
  _ref: id,
  _weak: true,
  ...(strengthen ? {_strengthenOnPublish: strengthen} : {}),
})

/** Cases of actions: publishing. */
export const publishing: readonly ChangeRow[] = [
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
]
