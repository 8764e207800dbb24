import type {ChangeRow} from '../../suite/changeCase.ts'
import {TYPES, A, DRAFT, act} from './vocabulary.ts'

/** Cases of actions: deleting. */
export const deleting: readonly ChangeRow[] = [
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
]
