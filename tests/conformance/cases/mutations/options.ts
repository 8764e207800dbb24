import {expect} from 'vitest'
import type {ChangeRow} from '../../suite/changeCase.ts'
import {DOCS} from './vocabulary.ts'

/** Cases of mutations: options. */
export const options: readonly ChangeRow[] = [
  {
    rule: 'dryRun answers and changes nothing',
    source: `${DOCS}: "the response will be identical … but no documents will be affected"`,
    given: [{_id: '~a', _type: '~t', n: 1}],
    mutations: [{patch: {id: '~a', set: {n: 2}}}],
    params: {dryRun: true},
    answer: {results: [{id: '~a', operation: 'update', document: {n: 2}}]},
    leaves: {'~a': {n: 1}},
  },
  {
    rule: 'dryRun tells errors',
    source: `${DOCS}: dryRun "including error responses"`,
    mutations: [{patch: {id: '~none', set: {n: 2}}}],
    params: {dryRun: true},
    error: {type: 'documentNotFoundError', description: /"~none"/},
  },
  {
    rule: 'returnIds gives ids without documents',
    source: `${DOCS}: "the id's of modified documents are returned"`,
    mutations: [{create: {_id: '~a', _type: '~t'}}],
    params: {returnDocuments: false},
    answer: {results: [{id: '~a', operation: 'create'}]},
  },
  {
    rule: 'returnDocuments gives each as it was left',
    source: `${DOCS}: "the entire content of changed documents is returned"`,
    mutations: [{create: {_id: '~a', _type: '~t', n: 1}}],
    answer: {
      results: [
        {
          document: {
            _id: '~a',
            _type: '~t',
            n: 1,
            _rev: expect.any(String),
            _createdAt: expect.any(String),
            _updatedAt: expect.any(String),
          },
        },
      ],
    },
  },
  {
    rule: 'autoGenerateArrayKeys gives keys to objects in arrays',
    source: `${DOCS}: "adds a _key attribute to array items, unique within the array"`,
    mutations: [{create: {_id: '~a', _type: '~t', l: [{n: 1}, {_key: 'mine'}, 'text', {m: [{n: 2}]}]}}],
    params: {autoGenerateArrayKeys: true},
    leaves: {
      '~a': {
        l: [
          {_key: expect.stringMatching(/\w{4,}/), n: 1},
          {_key: 'mine'},
          'text',
          {_key: expect.any(String), m: [{_key: expect.any(String), n: 2}]},
        ],
      },
    },
  },
  {
    rule: 'autoGenerateArrayKeys of inserted items',
    source: `${DOCS}: autoGenerateArrayKeys`,
    given: [{_id: '~a', _type: '~t', l: [{n: 1}]}],
    mutations: [{patch: {id: '~a', insert: {after: 'l[-1]', items: [{n: 2}]}}}],
    params: {autoGenerateArrayKeys: true},
    leaves: {'~a': {l: [{n: 1}, {_key: expect.any(String), n: 2}]}},
  },
  {
    rule: 'without autoGenerateArrayKeys items stay as they are',
    source: `${DOCS}: "(Default false)"`,
    mutations: [{create: {_id: '~a', _type: '~t', l: [{n: 1}]}}],
    leaves: {'~a': {l: [{n: 1}]}},
  },
  ...['sync', 'async', 'deferred'].map((visibility): ChangeRow => ({
    rule: `visibility ${visibility} is taken`,
    source: `${DOCS}: visibility is sync, async or deferred`,
    mutations: [{create: {_id: '~a', _type: '~t'}}],
    params: {visibility},
    leaves: {'~a': {}},
  })),
  {
    rule: 'another visibility is refused',
    source: `${DOCS}: visibility is sync, async or deferred`,
    mutations: [{create: {_id: '~a', _type: '~t'}}],
    params: {visibility: 'later'},
    status: 400,
    error: {description: /visibility.*later/},
    leaves: {'~a': null},
  },
]
