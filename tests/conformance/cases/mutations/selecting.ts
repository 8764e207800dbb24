import type {ChangeRow} from '../../suite/changeCase.ts'
import {DOCS} from './vocabulary.ts'

/** Cases of mutations: selecting. */
export const selecting: readonly ChangeRow[] = [
  {
    rule: 'delete removes a document',
    source: `${DOCS}: delete`,
    given: [{_id: '~a', _type: '~t'}],
    mutations: [{delete: {id: '~a'}}],
    answer: {results: [{id: '~a', operation: 'delete'}]},
    leaves: {'~a': null},
  },
  {
    rule: 'delete of what is not there succeeds',
    source: `${DOCS}: "The operation is considered successful even if the document did not exist"`,
    mutations: [{delete: {id: '~none'}}],
    status: 200,
  },
  {
    rule: 'delete by query removes what it selects',
    source: `${DOCS}: delete by GROQ query`,
    given: [
      {_id: '~a', _type: '~t', n: 1},
      {_id: '~b', _type: '~t', n: 2},
    ],
    mutations: [{delete: {query: '*[_type == "~t" && n > 1]'}}],
    leaves: {'~a': {n: 1}, '~b': null},
  },
  {
    rule: 'delete by query takes parameters',
    source: `${DOCS}: "params"`,
    given: [
      {_id: '~a', _type: '~t', n: 1},
      {_id: '~b', _type: '~t', n: 2},
    ],
    mutations: [{delete: {query: '*[_type == $type && n > $n]', params: {type: '~t', n: 1}}}],
    leaves: {'~a': {n: 1}, '~b': null},
  },
  {
    rule: 'delete by query that selects nothing succeeds',
    source: `${DOCS}: delete by GROQ query`,
    mutations: [{delete: {query: '*[_type == "~nothing"]'}}],
    answer: {results: []},
  },
  {
    rule: 'delete by ids, as the client sends a list',
    source: "@sanity/client, getSelection: {query: '*[_id in $ids]', params: {ids}}",
    given: [
      {_id: '~a', _type: '~t'},
      {_id: '~b', _type: '~t'},
    ],
    mutations: [{delete: {query: '*[_id in $ids]', params: {ids: ['~a', '~b']}}}],
    leaves: {'~a': null, '~b': null},
  },
  {
    rule: 'delete by query reaches drafts and versions',
    source: 'queries of mutations see what is stored',
    given: [
      {_id: '~a', _type: '~t'},
      {_id: 'drafts.~a', _type: '~t'},
      {_id: 'versions.r.~a', _type: '~t'},
    ],
    mutations: [{delete: {query: '*[_type == "~t"]'}}],
    leaves: {'~a': null, 'drafts.~a': null, 'versions.r.~a': null},
  },
  {
    rule: 'patch by query changes what it selects',
    source: `${DOCS}: patch by query`,
    given: [
      {_id: '~a', _type: '~t', n: 1},
      {_id: '~b', _type: '~t', n: 2},
    ],
    mutations: [{patch: {query: '*[_type == "~t" && n == 2]', set: {hit: true}}}],
    leaves: {'~a': {n: 1}, '~b': {n: 2, hit: true}},
  },
  {
    rule: 'patch of what is not there is a conflict that names it',
    source: 'mutationError items: documentNotFoundError',
    mutations: [{patch: {id: '~none', set: {a: 1}}}],
    error: {type: 'documentNotFoundError', description: /"~none" was not found/, item: {id: '~none'}},
  },
  {
    rule: 'patch without id and query is refused',
    source: `${DOCS}: a patch selects by id or query`,
    mutations: [{patch: {set: {a: 1}}}],
    status: 400,
    error: {description: /"id" or a "query"/},
  },
  {
    rule: 'patch may not change _id',
    source: 'Sanity docs, Documents: _id is immutable',
    given: [{_id: '~a', _type: '~t'}],
    mutations: [{patch: {id: '~a', set: {_id: '~b'}}}],
    status: 400,
    error: {description: /"_id"/},
  },
  {
    rule: 'patch may not change _type',
    source: 'Sanity docs, Documents: _type is immutable',
    given: [{_id: '~a', _type: '~t'}],
    mutations: [{patch: {id: '~a', set: {_type: '~u'}}}],
    status: 400,
    error: {description: /"_type"/},
  },
  {
    rule: 'patch may not remove _type',
    source: 'Sanity docs, Documents: _type is immutable',
    given: [{_id: '~a', _type: '~t'}],
    mutations: [{patch: {id: '~a', unset: ['_type']}}],
    status: 400,
    error: {description: /"_type"/},
  },
]
