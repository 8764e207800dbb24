import {article, keyed, ref, slug} from './article.fixture.ts'
import type {TestDocument} from './overlayDocuments.ts'

// A small clinic for tests. Clinical statements here exercise the code; they are not content to publish.

export {article, ref}

export const person: TestDocument = {
  _id: 'person-ada',
  _type: 'person',
  name: {given: 'Ada', family: 'Moreno'},
  slug: slug('ada-moreno'),
  roles: ['author'],
  clinicalScope: 'physical-therapist',
}

export const topic: TestDocument = {
  _id: 'topic-exercise',
  _type: 'topic',
  label: 'Exercise',
  slug: slug('exercise'),
}

export const osteoporosis: TestDocument = {
  _id: 'condition-osteoporosis',
  _type: 'condition',
  label: 'Osteoporosis',
  patientLabel: 'thin bones (osteoporosis)',
  slug: slug('osteoporosis'),
  kind: 'diagnosis',
  question: 'Have you been told that your bones are thin?',
}

export const flexion: TestDocument = {
  _id: 'pattern-end-range-spinal-flexion',
  _type: 'movementPattern',
  label: 'End-range spinal flexion',
  slug: slug('end-range-spinal-flexion'),
  definition: 'The spine is bent forward as far as it goes.',
  axis: 'flexion',
  joints: ['lumbar-spine'],
}

export const hinge: TestDocument = {
  ...flexion,
  _id: 'pattern-hip-hinge',
  label: 'Hip hinge',
  slug: slug('hip-hinge'),
  definition: 'The hips bend while the back keeps its shape.',
  joints: ['hip'],
}

function exercise(id: string, title: string, pattern: string): TestDocument {
  return {
    _id: `exercise-${id}`,
    _type: 'exercise',
    _rev: `rev-${id}`,
    title,
    slug: slug(id),
    language: 'en',
    purpose: 'Keeps the back moving.',
    steps: ['a', 'b', 'c'].map((key) => ({_type: 'exerciseStep', _key: key, text: `Step ${key}.`})),
    stopIf: [{_type: 'stopSign', _key: 's1', text: 'Pain runs down your leg.'}],
    kind: 'mobility',
    patterns: [{_type: 'exercisePattern', _key: 'p1', pattern: ref(pattern), role: 'primary'}],
    positions: ['standing'],
    bodyRegions: ['lumbar'],
    difficulty: 2,
    supervision: 'self',
  }
}

export const toeTouch = exercise('toe-touch', 'Toe touch', 'pattern-end-range-spinal-flexion')
export const hipHinge = exercise('hip-hinge', 'Hip hinge', 'pattern-hip-hinge')

export const citation: TestDocument = {
  _id: 'citation-1',
  _type: 'citation',
  cslType: 'article-journal',
  title: 'A trial of bending',
  authors: [{_type: 'citationName', _key: 'n1', family: 'Doe', given: 'J'}],
  issued: {year: 2014},
  identifiers: {doi: '10.1000/xyz123'},
  state: 'current',
}

export const rule: TestDocument = {
  _id: 'rule-flexion-osteoporosis',
  _type: 'contraindication',
  _rev: 'rev-1',
  title: 'End-range flexion with osteoporosis',
  slug: slug('flexion-osteoporosis'),
  target: {kind: 'pattern', pattern: ref('pattern-end-range-spinal-flexion'), includeNarrower: true},
  when: {
    all: [
      {
        _type: 'conditionGroup',
        _key: 'g1',
        any: [
          {_type: 'conditionTest', _key: 't1', condition: ref('condition-osteoporosis'), state: 'present'},
        ],
      },
    ],
  },
  severity: 'absolute',
  scope: 'general',
  rationale: 'Bending far forward loads the front of thin vertebrae.',
  saferAlternatives: [
    {_type: 'alternative', _key: 'a1', exercise: ref('exercise-hip-hinge'), why: 'The back stays long.'},
  ],
  basis: 'guideline',
  consensus: 'settled',
  evidence: [{_type: 'ruleEvidence', _key: 'e1', citation: ref('citation-1'), stance: 'supports'}],
}

export const carePathway: TestDocument = {
  _id: 'pathway-emergency',
  _type: 'carePathway',
  heading: 'Go to emergency care now',
  slug: slug('emergency'),
  language: 'en',
  urgency: 'immediate',
  signs: [{_type: 'warningSign', _key: 'w1', text: 'You cannot feel between your legs.'}],
  action: {text: 'Call the emergency number.', contactKind: 'emergency-services'},
  possibleCause: 'Cauda equina compression',
  sources: [keyed('s1', 'citation-1')],
}

export const disclaimer: TestDocument = {
  _id: 'disclaimer-sample',
  _type: 'disclaimer',
  key: 'sample',
  language: 'en',
  text: 'Sample content. No clinician has reviewed it.',
  placement: 'top',
  version: '1',
}

export const clinicDocuments: readonly TestDocument[] = [
  person,
  topic,
  osteoporosis,
  flexion,
  hinge,
  toeTouch,
  hipHinge,
  citation,
  rule,
  carePathway,
  disclaimer,
  article('moving', 'Moving with back pain', '2026-01-03T09:00:00Z'),
  article('walking', 'Walking', '2026-01-02T09:00:00Z'),
  article('lifting', 'Lifting', '2026-01-02T09:00:00Z'),
  article('sitting', 'Sitting', '2026-01-01T09:00:00Z'),
]

/** The clinic with documents added, or put in the place of those with the same id. */
export function clinicWith(...changed: readonly TestDocument[]): readonly TestDocument[] {
  const ids = new Set(changed.map(({_id: id}) => id))
  return [...clinicDocuments.filter(({_id: id}) => !ids.has(id)), ...changed]
}
