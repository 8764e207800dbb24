import {expect} from 'vitest'
import type {ChangeRow} from '../../suite/changeCase.ts'
import {DOCS, TYPES, IDS, DRAFT, act} from './vocabulary.ts'

/** Cases of actions: together. */
export const together: readonly ChangeRow[] = [
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
