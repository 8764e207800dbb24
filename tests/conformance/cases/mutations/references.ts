import type {ChangeRow} from '../../suite/changeCase.ts'
import {ref} from './vocabulary.ts'

/** Cases of mutations: references. */
export const references: readonly ChangeRow[] = [
  {
    rule: 'what is strongly referred to cannot go, and its referrers are named',
    source: 'Sanity docs, References: "documents with strong references to them cannot be deleted"',
    given: [
      {_id: '~a', _type: '~t'},
      {_id: '~b', _type: '~t', to: ref('~a')},
    ],
    mutations: [{delete: {id: '~a'}}],
    error: {
      type: 'documentHasExistingReferencesError',
      description: /"~b"/,
      item: {id: '~a', referencingIDs: ['~b']},
    },
    partly: {'~a': {_id: '~a'}},
  },
  {
    rule: 'both go together',
    source: 'references are checked at the end of a transaction',
    given: [
      {_id: '~a', _type: '~t'},
      {_id: '~b', _type: '~t', to: ref('~a')},
    ],
    mutations: [{delete: {id: '~a'}}, {delete: {id: '~b'}}],
    leaves: {'~a': null, '~b': null},
  },
  {
    rule: 'the reference goes first, then its target, in one transaction',
    source: 'references are checked at the end of a transaction',
    given: [
      {_id: '~a', _type: '~t'},
      {_id: '~b', _type: '~t', to: ref('~a')},
    ],
    mutations: [{delete: {id: '~a'}}, {patch: {id: '~b', unset: ['to']}}],
    leaves: {'~a': null, '~b': {}},
  },
  {
    rule: 'a weak reference holds nothing back',
    source: 'Sanity docs, References: _weak',
    given: [
      {_id: '~a', _type: '~t'},
      {_id: '~b', _type: '~t', to: ref('~a', {_weak: true})},
    ],
    mutations: [{delete: {id: '~a'}}],
    leaves: {'~a': null},
  },
  {
    rule: 'a strong reference needs its document',
    source: 'Sanity docs, References: "A reference to a document that does not exist is not allowed"',
    mutations: [{create: {_id: '~b', _type: '~t', to: ref('~none')}}],
    error: {
      type: 'documentReferenceDoesNotExistError',
      description: /non-existent document "~none"/,
      item: {id: '~b', referenceID: '~none'},
    },
    leaves: {'~b': null},
  },
  {
    rule: 'the document may come later in the transaction',
    source: 'references are checked at the end of a transaction',
    mutations: [{create: {_id: '~b', _type: '~t', to: ref('~a')}}, {create: {_id: '~a', _type: '~t'}}],
    leaves: {'~b': {to: ref('~a')}},
  },
  {
    rule: 'a weak reference needs no document',
    source: 'Sanity docs, References: _weak',
    mutations: [{create: {_id: '~b', _type: '~t', to: ref('~none', {_weak: true})}}],
    leaves: {'~b': {to: ref('~none', {_weak: true})}},
  },
  {
    rule: 'references deep inside arrays are checked too',
    source: 'Sanity docs, References',
    mutations: [{create: {_id: '~b', _type: '~t', body: [{children: [{to: ref('~none')}]}]}}],
    error: {type: 'documentReferenceDoesNotExistError', description: /"~none"/},
  },
  {
    rule: 'a document may refer to itself',
    source: 'references are checked at the end of a transaction',
    mutations: [{create: {_id: '~a', _type: '~t', to: ref('~a')}}],
    leaves: {'~a': {to: ref('~a')}},
  },
  {
    rule: 'a document that refers to itself can go',
    source: 'references are checked at the end of a transaction',
    given: [{_id: '~a', _type: '~t', to: ref('~a')}],
    mutations: [{delete: {id: '~a'}}],
    leaves: {'~a': null},
  },
]
