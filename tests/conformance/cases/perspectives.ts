import {expect} from 'vitest'
import type {Case, Subject} from '../suite/Case.ts'
import {queryCase} from '../suite/queryCase.ts'
import type {QueryRow} from '../suite/queryCase.ts'

const DOCS = 'Sanity docs, Perspectives'
const ref = (id: string): object => ({_type: 'reference', _ref: id, _weak: true})

// `~a` is published, drafted and in two releases; `~b` is a draft alone; `~c` is published; `~d` is in release ~q alone.
const GIVEN = [
  {_id: '~a', _type: '~t', n: 'published', to: ref('~c')},
  {_id: 'drafts.~a', _type: '~t', n: 'draft', to: ref('~b')},
  {_id: 'versions.~q.~a', _type: '~t', n: 'q', to: ref('~d')},
  {_id: 'versions.~r.~a', _type: '~t', n: 'r'},
  {_id: 'drafts.~b', _type: '~t', n: 'draft b'},
  {_id: '~c', _type: '~t', n: 'published c'},
  {_id: 'versions.~q.~d', _type: '~t', n: 'q d'},
  {_id: 'versions.~r.~c', _type: '~t', _system: {delete: true}},
]

const IDS = '*[_type == "~t"] | order(_id)._id'
const A = '*[_id == "~a"][0].n'

const ROWS: QueryRow[] = [
  {
    rule: 'raw shows everything as stored',
    source: `${DOCS}: raw`,
    perspective: 'raw',
    query: IDS,
    result: [
      '~a',
      '~c',
      'drafts.~a',
      'drafts.~b',
      'versions.~q.~a',
      'versions.~q.~d',
      'versions.~r.~a',
      'versions.~r.~c',
    ],
  },
  {
    rule: 'published shows neither drafts nor versions',
    source: `${DOCS}: published`,
    perspective: 'published',
    query: IDS,
    result: ['~a', '~c'],
  },
  {
    rule: 'drafts lays drafts over what is published',
    source: `${DOCS}: drafts "as if all draft documents were published"`,
    perspective: 'drafts',
    query: IDS,
    result: ['~a', '~b', '~c'],
  },
  {
    rule: 'drafts gives a draft under its published id',
    source: `${DOCS}: drafts`,
    perspective: 'drafts',
    query: '*[_id == "~a"][0]{_id, _originalId, n}',
    result: {_id: '~a', _originalId: 'drafts.~a', n: 'draft'},
  },
  {
    rule: 'drafts gives published documents their own _originalId',
    source: `${DOCS}: _originalId`,
    perspective: 'drafts',
    query: '*[_id == "~c"][0]._originalId',
    result: '~c',
  },
  {
    rule: 'previewDrafts is the old name of drafts',
    source: '@sanity/client: "previewDrafts has been renamed to drafts"',
    perspective: 'previewDrafts',
    query: A,
    result: 'draft',
  },
  {
    rule: 'a release lies over what is published',
    source: `${DOCS}: a release id`,
    perspective: '~q',
    query: A,
    result: 'q',
  },
  {
    rule: 'a release alone does not show drafts',
    source: `${DOCS}: only the layers named`,
    perspective: '~q',
    query: IDS,
    result: ['~a', '~c', '~d'],
  },
  {
    rule: 'the first layer is the topmost',
    source: `${DOCS}: "the order of the perspectives is the priority"`,
    perspective: '~r,~q',
    query: A,
    result: 'r',
  },
  {
    rule: 'the other order shows the other',
    source: `${DOCS}: priority`,
    perspective: '~q,~r',
    query: A,
    result: 'q',
  },
  {
    rule: 'lower layers show through',
    source: `${DOCS}: stacks`,
    perspective: '~r,~q,drafts',
    query: IDS,
    result: ['~a', '~b', '~d'],
  },
  {
    rule: 'a layer of drafts beneath a release',
    source: 'Studio: [release, "drafts"]',
    perspective: '~q,drafts',
    query: '*[_id == "~b"][0].n',
    result: 'draft b',
  },
  {
    rule: 'what a release unpublishes is gone in its perspective',
    source: 'Sanity docs, Content Releases: documents that will be unpublished',
    perspective: '~r',
    query: '*[_id == "~c"]',
    result: [],
  },
  {
    rule: 'and still there in others',
    source: 'Sanity docs, Content Releases',
    perspective: '~q',
    query: '*[_id == "~c"][0].n',
    result: 'published c',
  },
  {
    rule: 'published in a stack changes nothing',
    source: `${DOCS}: published is always the lowest`,
    perspective: '~q,published',
    query: A,
    result: 'q',
  },
  {
    rule: 'a release that there is none of shows what is published',
    source: `${DOCS}: nothing lies over it`,
    perspective: '~nothing',
    query: A,
    result: 'published',
  },
  {
    rule: 'references follow the perspective: published',
    source: `${DOCS}: "references are resolved in the perspective"`,
    perspective: 'published',
    query: '*[_id == "~a"][0].to->n',
    result: 'published c',
  },
  {
    rule: 'references follow the perspective: drafts',
    source: `${DOCS}: references to drafts by published id`,
    perspective: 'drafts',
    query: '*[_id == "~a"][0].to->{_id, _originalId, n}',
    result: {_id: '~b', _originalId: 'drafts.~b', n: 'draft b'},
  },
  {
    rule: 'references follow the perspective: release',
    source: `${DOCS}: references to versions by published id`,
    perspective: '~q',
    query: '*[_id == "~a"][0].to->n',
    result: 'q d',
  },
  {
    rule: 'a reference to a draft alone is null when published',
    source: `${DOCS}: published`,
    perspective: 'published',
    query: '*[_id == "~a"][0]{"x": *[_id == "~b"][0].n}',
    result: {x: null},
  },
  {
    rule: 'references() sees the perspective',
    source: `${DOCS}: filters too`,
    perspective: 'drafts',
    query: '*[references("~b")]._id',
    result: ['~a'],
  },
  {
    rule: 'references() of what is published',
    source: `${DOCS}: filters too`,
    perspective: 'published',
    query: '*[references("~b")]._id',
    result: [],
  },
  {
    rule: 'counts see the perspective',
    source: `${DOCS}: functions too`,
    perspective: 'drafts',
    query: 'count(*[_type == "~t"])',
    result: 3,
  },
  {
    rule: 'ids of drafts mean nothing in drafts',
    source: `${DOCS}: ids are those of published documents`,
    perspective: 'drafts',
    query: '*[_id == "drafts.~a"]',
    result: [],
  },
  {
    rule: 'sanity::versionOf finds all versions',
    source: 'GROQ: sanity::versionOf',
    perspective: 'raw',
    query: '*[sanity::versionOf("~a")] | order(_id)._id',
    result: ['~a', 'drafts.~a', 'versions.~q.~a', 'versions.~r.~a'],
  },
  {
    rule: 'sanity::partOfRelease finds what is in a release',
    source: 'GROQ: sanity::partOfRelease',
    perspective: 'raw',
    query: '*[sanity::partOfRelease("~q")] | order(_id)._id',
    result: ['versions.~q.~a', 'versions.~q.~d'],
  },
  {
    rule: 'before 2025-02-19 the default is raw',
    source: `${DOCS}: "from API version 2025-02-19 the default perspective is published"`,
    version: 'v2025-02-18',
    query: `count(*[_type == "~t"])`,
    result: 8,
  },
  {
    rule: 'from 2025-02-19 the default is published',
    source: `${DOCS}: default perspective`,
    version: 'v2025-02-19',
    query: `count(*[_type == "~t"])`,
    result: 2,
  },
  {
    rule: 'v1 is raw by default',
    source: `${DOCS}: default perspective`,
    version: 'v1',
    query: `count(*[_type == "~t"])`,
    result: 8,
  },
  {
    rule: 'vX is published by default',
    source: `${DOCS}: default perspective`,
    version: 'vX',
    query: `count(*[_type == "~t"])`,
    result: 2,
  },
]

const OTHERS: Case[] = [
  ...['raw,drafts', 'a b', '../x', 'drafts,raw'].map(refusal),
  {
    rule: 'the client sends stacks as lists',
    source: '@sanity/client: perspective: string[] is joined by commas',
    async run(scope) {
      await scope.given(...GIVEN)
      const perspective = [scope.encode('~q'), 'drafts']
      expect(await scope.client({perspective}).fetch('*[_id == $id][0].n', {id: scope.encode('~a')})).toBe(
        'q',
      )
    },
  },
  {
    rule: 'getDocument of the client takes a release',
    source: '@sanity/client: getDocument(id, {releaseId})',
    async run(scope) {
      await scope.given(...GIVEN)
      const [id, releaseId] = [scope.encode('~a'), scope.encode('~q')]
      expect(await scope.client().getDocument(id, {releaseId})).toMatchObject({n: 'q'})
    },
  },
]

function refusal(perspective: string): Case {
  return {
    rule: `the perspective ${JSON.stringify(perspective)} is refused`,
    source: '@sanity/client, validateApiPerspective: "raw" cannot be combined',
    async run(scope) {
      const {status, body} = await scope.query('*', {perspective})
      expect({status, body}).toMatchObject({status: 400, body: {error: {description: expect.any(String)}}})
    },
  }
}

/** What a reader sees of drafts and releases. */
export const perspectives: Subject = {
  subject: 'perspectives',
  cases: [...ROWS.map((row) => queryCase({given: GIVEN, ...row})), ...OTHERS],
}
