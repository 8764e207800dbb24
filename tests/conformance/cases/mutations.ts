import {expect} from 'vitest'
import type {Case, Subject} from '../suite/Case.ts'
import {changeCase} from '../suite/changeCase.ts'
import type {ChangeRow} from '../suite/changeCase.ts'
import {isRecord} from '../suite/Scope.ts'

const DOCS = 'Sanity docs, Mutation API reference'
const ref = (id: string, more: object = {}): object => ({_type: 'reference', _ref: id, ...more})

const ROWS: ChangeRow[] = [
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
  {
    rule: 'a mutation of an unknown kind is refused by name',
    source: `${DOCS}: the mutation types`,
    mutations: [{upsert: {_id: '~a', _type: '~t'}}],
    status: 400,
    error: {type: 'validationError', description: /upsert/},
  },
  {
    rule: 'a mutation of two kinds is refused',
    source: `${DOCS}: one operation a mutation`,
    mutations: [{create: {_id: '~a', _type: '~t'}, delete: {id: '~b'}}],
    status: 400,
    error: {description: /exactly one operation/},
    leaves: {'~a': null},
  },
  {
    rule: 'mutations that are no array are refused',
    source: `${DOCS}: "mutations" is an array`,
    mutations: {create: {_type: '~t'}},
    status: 400,
    error: {description: /array/},
  },
  {
    rule: 'an error names the place of its mutation',
    source: '@sanity/client: MutationErrorItem carries the index in the request',
    given: [{_id: '~a', _type: '~t'}],
    mutations: [{create: {_id: '~b', _type: '~t'}}, {delete: {id: '~c'}}, {create: {_id: '~a', _type: '~t'}}],
    error: {type: 'documentAlreadyExistsError', description: /"~a"/, index: 2},
    leaves: {'~b': null},
  },
  {
    rule: 'a bad patch names the place of its mutation',
    source: '@sanity/client: MutationErrorItem carries the index in the request',
    given: [{_id: '~a', _type: '~t', t: 'x'}],
    mutations: [{patch: {id: '~a', set: {n: 1}}}, {patch: {id: '~a', inc: {t: 1}}}],
    status: 400,
    error: {type: 'validationError', description: /"~a".*"t"/, index: 1},
    leaves: {'~a': {t: 'x'}},
  },
  {
    rule: 'a bad id names the place of its mutation',
    source: '@sanity/client: MutationErrorItem carries the index in the request',
    mutations: [{create: {_type: '~t'}}, {create: {_id: '-x', _type: '~t'}}],
    status: 400,
    error: {type: 'validationError', description: /"-x"/, index: 1},
  },
  {
    rule: 'a transaction is all or nothing',
    source: `${DOCS}: "if the operation succeeds you can rest assured that every mutation you submitted was executed"`,
    given: [{_id: '~a', _type: '~t', n: 1}],
    mutations: [
      {patch: {id: '~a', set: {n: 2}}},
      {create: {_id: '~b', _type: '~t'}},
      {patch: {id: '~none', set: {n: 1}}},
    ],
    error: {description: /"~none"/, index: 2, type: 'documentNotFoundError'},
    leaves: {'~a': {n: 1}, '~b': null},
  },
  {
    rule: 'later mutations see earlier ones',
    source: 'mutations of a transaction are executed in order',
    mutations: [
      {create: {_id: '~a', _type: '~t', n: 1}},
      {patch: {id: '~a', inc: {n: 1}}},
      {patch: {query: '*[_type == "~t" && n == 2]', set: {found: true}}},
    ],
    leaves: {'~a': {n: 2, found: true}},
  },
  {
    rule: 'create after delete in one transaction',
    source: 'mutations of a transaction are executed in order',
    given: [{_id: '~a', _type: '~t', n: 1}],
    mutations: [{delete: {id: '~a'}}, {create: {_id: '~a', _type: '~u', n: 2}}],
    leaves: {'~a': {n: 2}},
    partly: {'~a': {_type: '~u'}},
  },
  {
    rule: 'create and delete in one transaction leaves nothing',
    source: 'mutations of a transaction are executed in order',
    mutations: [{create: {_id: '~a', _type: '~t'}}, {delete: {id: '~a'}}],
    leaves: {'~a': null},
  },
  {
    rule: 'ifRevisionID lets a patch through at that revision',
    source: `${DOCS}: ifRevisionID`,
    mutations: [
      {create: {_id: '~a', _type: '~t', n: 1}},
      {patch: {id: '~a', ifRevisionID: '~tx', set: {n: 2}}},
    ],
    more: {transactionId: '~tx'},
    leaves: {'~a': {n: 2}},
  },
  {
    rule: 'ifRevisionID holds a patch back at another revision',
    source: `${DOCS}: "If the document's revision does not match, the patch fails"`,
    given: [{_id: '~a', _type: '~t', n: 1}],
    mutations: [{patch: {id: '~a', ifRevisionID: 'other', set: {n: 2}}}],
    error: {
      type: 'documentRevisionIDDoesNotMatchError',
      description: /unexpected revision ID/,
      item: {expectedRevisionID: 'other'},
    },
    leaves: {'~a': {n: 1}},
  },
  {
    rule: 'a transaction id becomes the revision',
    source: `${DOCS}: "This parameter lets you set your own transaction ID"`,
    mutations: [{create: {_id: '~a', _type: '~t'}}],
    more: {transactionId: '~tx'},
    answer: {transactionId: '~tx'},
    partly: {'~a': {_rev: '~tx'}},
  },
  {
    rule: 'a transaction id in the address',
    source: `${DOCS}: transactionId is a query parameter`,
    mutations: [{create: {_id: '~a', _type: '~t'}}],
    params: {transactionId: '~tx'},
    answer: {transactionId: '~tx'},
    partly: {'~a': {_rev: '~tx'}},
  },
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
  ...['a b', 'ä', 'a/b', '-a', '.a', 'a..b', 'a'.repeat(129)].map((id): ChangeRow => ({
    rule: `the id ${id.length > 20 ? 'of 129 characters' : JSON.stringify(id)} is refused`,
    source: 'Sanity docs, IDs: "a-zA-Z0-9._-", not beginning with a dash or dot, at most 128 characters',
    mutations: [{create: {_id: id, _type: '~t'}}],
    status: 400,
    error: {type: 'validationError', description: /Document ID/},
  })),
  ...['a', 'A-1_b', 'a.b.c', '0'].map((id): ChangeRow => ({
    rule: `the id ${JSON.stringify(id)} is taken`,
    source: 'Sanity docs, IDs',
    mutations: [{createOrReplace: {_id: `~${id}`, _type: '~t'}}],
    leaves: {[`~${id}`]: {}},
  })),
  {
    rule: 'documents of 1 MB are taken',
    source: 'Sanity docs, Technical limits: a document may have 32 MB',
    mutations: [{create: {_id: '~a', _type: '~t', text: 'x'.repeat(1_000_000)}}],
    params: {returnDocuments: false},
    status: 200,
  },
]

const OTHERS: Case[] = [
  {
    rule: 'a document gets a revision and its times in seconds',
    source: 'Sanity docs, Documents: _createdAt and _updatedAt are ISO 8601 in UTC',
    async run(scope) {
      await scope.given({_id: '~a', _type: '~t'})
      const time: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
      expect(await scope.get('~a')).toEqual({
        _id: '~a',
        _type: '~t',
        _rev: expect.any(String),
        _createdAt: time,
        _updatedAt: time,
      })
    },
  },
  {
    rule: 'a given _createdAt is kept',
    source: 'Sanity docs, Importing data: _createdAt can be set on creation',
    async run(scope) {
      await scope.given({_id: '~a', _type: '~t', _createdAt: '2020-01-01T00:00:00Z'})
      expect(await scope.get('~a')).toMatchObject({_createdAt: '2020-01-01T00:00:00Z'})
      await scope.mutate([{patch: {id: '~a', set: {n: 1}}}])
      expect(await scope.get('~a')).toMatchObject({_createdAt: '2020-01-01T00:00:00Z', n: 1})
    },
  },
  {
    rule: 'a given _rev means nothing',
    source: 'Sanity docs, Documents: _rev is set by the lake',
    async run(scope) {
      const {body} = await scope.mutate([{create: {_id: '~a', _type: '~t', _rev: 'mine'}}])
      const transactionId = isRecord(body) ? body['transactionId'] : undefined
      expect(await scope.get('~a')).toMatchObject({_rev: transactionId})
    },
  },
  {
    rule: 'every transaction makes a new revision, an empty patch too',
    source: 'Studio: the chain of revisions must not break',
    async run(scope) {
      await scope.given({_id: '~a', _type: '~t', n: 1})
      const first = await scope.get('~a')
      await scope.mutate([{patch: {id: '~a', set: {n: 1}}}])
      expect((await scope.get('~a'))?.['_rev']).not.toBe(first?.['_rev'])
    },
  },
  {
    rule: 'all documents of a transaction get the same revision',
    source: 'Sanity docs, Transactions: _rev is the id of the transaction',
    async run(scope) {
      await scope.given({_id: '~a', _type: '~t'}, {_id: '~b', _type: '~t'})
      expect((await scope.get('~a'))?.['_rev']).toBe((await scope.get('~b'))?.['_rev'])
    },
  },
  {
    rule: 'a transaction id is taken once',
    source: `${DOCS}: "It must be unique in the dataset"`,
    async run(scope) {
      await scope.mutate([{create: {_id: '~a', _type: '~t'}}], {}, {transactionId: '~tx'})
      const second = await scope.mutate([{create: {_id: '~b', _type: '~t'}}], {}, {transactionId: '~tx'})
      expect(second).toMatchObject({
        status: 409,
        body: {error: {description: expect.stringContaining('~tx')}},
      })
      expect(await scope.get('~b')).toBeUndefined()
    },
  },
  {
    rule: 'without returnIds and returnDocuments the answer has the transaction alone',
    source: `${DOCS}: both are false by default`,
    async run(scope) {
      const {body} = await scope.mutate([{create: {_id: '~a', _type: '~t', n: 1}}], {
        returnIds: false,
        returnDocuments: false,
      })
      expect(body).toMatchObject({transactionId: expect.any(String)})
      expect(JSON.stringify(body)).not.toContain('"n":1')
    },
  },
  {
    rule: 'what was acknowledged is seen by the next query',
    source: `${DOCS}: visibility sync, "when the request returns, the changes are visible to queries"`,
    async run(scope) {
      await scope.mutate([{create: {_id: '~a', _type: '~t', n: 7}}])
      expect(await scope.result('*[_type == "~t"].n')).toEqual([7])
    },
  },
  {
    rule: 'writers at the same moment lose nothing',
    source: 'Sanity docs, Transactions: atomic',
    async run(scope) {
      await scope.given({_id: '~a', _type: '~t', n: 0})
      await Promise.all(Array.from({length: 10}, () => scope.mutate([{patch: {id: '~a', inc: {n: 1}}}])))
      expect(await scope.content('~a')).toEqual({n: 10})
    },
  },
]

/** The mutation API: kinds of mutations, transactions, references, options, ids. */
export const mutations: Subject = {subject: 'mutations', cases: [...ROWS.map(changeCase), ...OTHERS]}
