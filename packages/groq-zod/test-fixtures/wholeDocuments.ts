import type {StoredDocument} from './documents.ts'

const SYSTEM = {_rev: 'r', _createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-01T00:00:00Z'}

/** One document of each kind with every field filled and valid. */
export const wholeDocuments: Readonly<
  Record<'article' | 'exercise' | 'citation' | 'person', StoredDocument>
> = {
  person: {
    ...SYSTEM,
    _id: 'person-1',
    _type: 'person',
    name: 'Ann',
    slug: {_type: 'slug', current: 'ann'},
    email: 'ann@example.org',
    bio: 'Text',
    born: '1980-02-03',
  },
  citation: {
    ...SYSTEM,
    _id: 'citation-1',
    _type: 'citation',
    title: 'A trial',
    year: 2013,
    doi: '10.1000/xyz',
    authors: [
      {_type: 'author', _key: 'a', family: 'Doe', given: 'J'},
      {_type: 'reference', _key: 'b', _ref: 'person-1'},
    ],
  },
  exercise: {
    ...SYSTEM,
    _id: 'exercise-1',
    _type: 'exercise',
    title: 'Bridge',
    slug: {_type: 'slug', current: 'bridge'},
    kind: 'strength',
    difficulty: 2,
    steps: [
      {_type: 'step', _key: 'a', text: 'Lie down', substeps: [{_type: 'step', _key: 'b', text: 'Breathe'}]},
    ],
    dosage: {_type: 'dosage', sets: 3, intensity: 0.5, unit: 'rep', level: 2, range: {min: 1, max: 2}},
    alternatives: [{_type: 'reference', _key: 'a', _ref: 'exercise-1'}],
    tags: ['a', 'b'],
  },
  article: {
    ...SYSTEM,
    _id: 'article-1',
    _type: 'article',
    title: 'Moving',
    slug: {_type: 'slug', current: 'moving'},
    kind: 'guide',
    publishedAt: '2026-01-01T00:00:00Z',
    views: 3,
    featured: true,
    seo: {_type: 'seo', title: 'Moving', canonical: 'https://example.org/'},
    body: [
      {
        _type: 'block',
        _key: 'a',
        style: 'normal',
        markDefs: [{_type: 'link', _key: 'l', href: 'https://example.org/'}],
        children: [
          {_type: 'span', _key: 's', text: 'Text', marks: []},
          {_type: 'citationRef', _key: 'c', citation: {_type: 'reference', _ref: 'citation-1'}},
        ],
      },
      {
        _type: 'callout',
        _key: 'b',
        severity: 'info',
        body: [{_type: 'block', _key: 'x', style: 'h2', children: []}],
      },
    ],
    author: {_type: 'reference', _ref: 'person-1'},
    related: [{_type: 'reference', _key: 'r', _ref: 'exercise-1'}],
    recommends: [
      {_type: 'exerciseUse', _key: 'u', exercise: {_type: 'reference', _ref: 'exercise-1'}, caution: 'Slow'},
    ],
    scores: [1, 2],
    keyMessages: ['One'],
    audience: {primary: [{_type: 'reference', _key: 'p', _ref: 'condition-1'}], ageBand: '18+'},
  },
}
