import {expect} from 'vitest'
import type {ChangeRow} from '../../suite/changeCase.ts'
import {DOCS, ref} from './vocabulary.ts'

/** Cases of mutations: creating. */
export const creating: readonly ChangeRow[] = [
  {
    rule: 'create makes a document',
    source: `${DOCS}: "Creates a new document"`,
    mutations: [{create: {_id: '~a', _type: '~t', n: 1}}],
    answer: {results: [{id: '~a', operation: 'create'}]},
    leaves: {'~a': {n: 1}},
  },
  {
    rule: 'create of what exists is a conflict',
    source: `${DOCS}: "The operation will fail if a document by the provided ID already exists"`,
    given: [{_id: '~a', _type: '~t', n: 1}],
    mutations: [{create: {_id: '~a', _type: '~t', n: 2}}],
    error: {type: 'documentAlreadyExistsError', description: /"~a" already exists/, item: {id: '~a'}},
    leaves: {'~a': {n: 1}},
  },
  {
    rule: 'create with an id that ends in a dot takes it as prefix',
    source: `${DOCS}: "If _id ends with '.', it is used as a prefix for a new random unique ID"`,
    mutations: [{create: {_id: 'drafts.', _type: '~t'}}],
    answer: {results: [{id: expect.stringMatching(/^drafts\.[\w-]{8,}$/)}]},
  },
  {
    rule: 'create without an id makes one',
    source: `${DOCS}: "If _id is missing, a new random unique ID is generated"`,
    mutations: [{create: {_type: '~t'}}],
    answer: {results: [{id: expect.stringMatching(/^[a-zA-Z0-9][\w-]{7,}$/), operation: 'create'}]},
  },
  {
    rule: 'createIfNotExists makes what is missing',
    source: `${DOCS}: createIfNotExists`,
    mutations: [{createIfNotExists: {_id: '~a', _type: '~t', n: 1}}],
    answer: {results: [{operation: 'create'}]},
    leaves: {'~a': {n: 1}},
  },
  {
    rule: 'createIfNotExists leaves what is there',
    source: `${DOCS}: "will silently fail if the document already exists"`,
    given: [{_id: '~a', _type: '~t', n: 1}],
    mutations: [{createIfNotExists: {_id: '~a', _type: '~t', n: 2}}],
    answer: {results: [{id: '~a', operation: 'none'}]},
    leaves: {'~a': {n: 1}},
  },
  {
    rule: 'createOrReplace makes what is missing',
    source: `${DOCS}: createOrReplace`,
    mutations: [{createOrReplace: {_id: '~a', _type: '~t', n: 1}}],
    answer: {results: [{operation: 'create'}]},
    leaves: {'~a': {n: 1}},
  },
  {
    rule: 'createOrReplace replaces all of it',
    source: `${DOCS}: "the document will be completely replaced"`,
    given: [{_id: '~a', _type: '~t', n: 1, m: 2}],
    mutations: [{createOrReplace: {_id: '~a', _type: '~t', n: 3}}],
    answer: {results: [{operation: 'update'}]},
    leaves: {'~a': {n: 3}},
  },
  {
    rule: 'createOrReplace may change the type',
    source: `${DOCS}: "If the type is different, it will act as a delete then create"`,
    given: [{_id: '~a', _type: '~t'}],
    mutations: [{createOrReplace: {_id: '~a', _type: '~u'}}],
    partly: {'~a': {_type: '~u'}},
  },
  {
    rule: 'createOrReplace may not change the type of what is strongly referred to',
    source: `${DOCS}: "If the document has hard references pointing to it, changing its type is not allowed"`,
    given: [
      {_id: '~a', _type: '~t'},
      {_id: '~b', _type: '~t', to: ref('~a')},
    ],
    mutations: [{createOrReplace: {_id: '~a', _type: '~u'}}],
    error: {description: /"~a".*type.*"~b"/},
    partly: {'~a': {_type: '~t'}},
  },
  {
    rule: 'createOrReplace of another type is fine where references are weak',
    source: `${DOCS}: hard references alone hold it back`,
    given: [
      {_id: '~a', _type: '~t'},
      {_id: '~b', _type: '~t', to: ref('~a', {_weak: true})},
    ],
    mutations: [{createOrReplace: {_id: '~a', _type: '~u'}}],
    partly: {'~a': {_type: '~u'}},
  },
  {
    rule: 'createOrReplace without an id is refused',
    source: `${DOCS}: _id is required`,
    mutations: [{createOrReplace: {_type: '~t'}}],
    status: 400,
    error: {description: /_id/},
  },
  {
    rule: 'createIfNotExists without an id is refused',
    source: `${DOCS}: _id is required`,
    mutations: [{createIfNotExists: {_type: '~t'}}],
    status: 400,
    error: {description: /_id/},
  },
  {
    rule: 'a document without a type is refused',
    source: 'Sanity docs, Documents: every document has a _type',
    mutations: [{create: {_id: '~a'}}],
    status: 400,
    error: {description: /_type/},
  },
]
