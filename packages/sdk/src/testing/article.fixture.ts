import type {TestDocument} from './overlayDocuments.ts'

export const ref = (id: string) => ({_type: 'reference', _ref: id})
export const keyed = (key: string, id: string) => ({...ref(id), _key: key})
export const slug = (current: string) => ({_type: 'slug', current})
const span = (key: string, text: string) => ({_type: 'span', _key: key, text, marks: []})

/** A whole article of the test clinic; its slug is its id. */
export function article(id: string, title: string, publishedAt: string): TestDocument {
  return {
    _id: id,
    _type: 'article',
    title,
    slug: slug(id),
    language: 'en',
    kind: 'blog',
    summary: `About ${title}.`,
    keyMessages: ['Keep moving.', 'Start slowly.'],
    body: [
      {
        _type: 'block',
        _key: 'b1',
        style: 'normal',
        markDefs: [{_type: 'link', _key: 'm1', href: 'https://example.org'}],
        children: [
          span('c1', 'Moving helps'),
          {_type: 'citationRef', _key: 'r1', citation: ref('citation-1')},
        ],
      },
      {_type: 'exerciseCard', _key: 'x1', exercise: ref('exercise-hip-hinge')},
      {_type: 'warning', _key: 'w1', severity: 'important', heading: 'Stop', text: 'Stop when it hurts.'},
      {_type: 'carePathwayRef', _key: 'cp1', carePathway: ref('pathway-emergency')},
    ],
    audience: {primary: [keyed('a1', 'condition-osteoporosis')]},
    topics: [keyed('t1', 'topic-exercise')],
    recommends: [{_type: 'exerciseUse', _key: 'u1', exercise: ref('exercise-hip-hinge')}],
    claims: [
      {
        _type: 'claim',
        _key: 'k1',
        text: 'Moving helps',
        kind: 'effect',
        status: 'supported',
        evidence: [
          {
            _type: 'claimEvidence',
            _key: 'e1',
            citation: ref('citation-1'),
            stance: 'supports',
            agreement: 'supports',
          },
        ],
      },
    ],
    carePathways: [keyed('p1', 'pathway-emergency')],
    disclaimer: ref('disclaimer-sample'),
    contributors: [{_type: 'contributor', _key: 'c1', person: ref('person-ada'), role: 'author'}],
    publishedAt,
    nextReviewDue: '2029-01-01',
  }
}
