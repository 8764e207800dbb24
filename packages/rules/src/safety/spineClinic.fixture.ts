import type {Contraindication, ExerciseFacts, ScreeningData} from './screeningContent.ts'
import type {Condition, MovementPattern} from './vocabularyContent.ts'

// Realistic content for tests, in the shape that a GROQ projection gives (absent values are null).
// Clinical statements here exercise the engine; they are not content to publish.

const FRESH = [{scope: 'clinical', outcome: 'approved', at: '2026-05-01T09:00:00Z', nextDue: '2029-05-01'}]

function pattern(slug: string, ...broader: readonly string[]): MovementPattern {
  return {
    _id: `pattern-${slug}`,
    slug,
    label: slug.replaceAll('-', ' '),
    broader: broader.map((one) => `pattern-${one}`),
  }
}

const movementPatterns: readonly MovementPattern[] = [
  pattern('spinal-flexion'),
  pattern('end-range-spinal-flexion', 'spinal-flexion'),
  pattern('repeated-trunk-flexion', 'spinal-flexion'),
  pattern('trunk-rotation'),
  pattern('hip-hinge'),
  pattern('long-lever-hip-flexion'),
  pattern('bilateral-straight-leg-raise', 'long-lever-hip-flexion'),
  pattern('axial-loading'),
  pattern('overhead-load', 'axial-loading'),
  pattern('gait'),
  pattern('water-propulsion'),
]

function condition(slug: string, patientLabel: string, more: Partial<Condition> = {}): Condition {
  return {
    _id: `condition-${slug}`,
    slug,
    label: slug,
    patientLabel,
    question: `Do you have ${patientLabel}?`,
    broader: null,
    excludes: null,
    stages: null,
    ...more,
  }
}

const conditions: readonly Condition[] = [
  condition('anyone', 'any situation', {kind: 'anyone', question: null}),
  condition('back-pain', 'back pain'),
  condition('back-pain-acute', 'new back pain', {
    broader: ['condition-back-pain'],
    excludes: ['condition-back-pain-chronic'],
  }),
  condition('back-pain-chronic', 'long-lasting back pain', {broader: ['condition-back-pain']}),
  condition('sciatica', 'sciatica'),
  condition('osteoporosis', 'thin bones (osteoporosis)'),
  condition('pregnancy', 'a pregnancy', {
    stages: [
      {key: 't1', label: 'First trimester'},
      {key: 't2', label: 'Second trimester'},
      {key: 't3', label: 'Third trimester'},
    ],
  }),
  condition('post-lumbar-fusion', 'a lumbar fusion', {
    stages: [
      {key: 'weeks-0-6', label: 'First six weeks'},
      {key: 'weeks-6-12', label: 'Weeks six to twelve'},
    ],
  }),
]

function exercise(slug: string, title: string, more: Partial<ExerciseFacts>): ExerciseFacts {
  return {
    _id: `exercise-${slug}`,
    _rev: 'r1',
    title,
    slug,
    kind: 'mobility',
    patterns: null,
    positions: ['standing'],
    equipment: null,
    evidence: null,
    alternatives: null,
    stopIf: [{text: 'pain runs down a leg'}],
    reviews: FRESH,
    ...more,
  }
}

function use(slug: string, qualifiers: NonNullable<ExerciseFacts['patterns']>[number]['qualifiers'] = null) {
  return {pattern: `pattern-${slug}`, qualifiers}
}

const exercises: readonly ExerciseFacts[] = [
  exercise('toe-touch', 'Toe touch', {
    patterns: [use('end-range-spinal-flexion', {load: 'body', range: 'end'})],
  }),
  exercise('hip-hinge', 'Hip hinge', {patterns: [use('hip-hinge', {load: 'body', range: 'mid'})]}),
  exercise('sit-up', 'Bent-leg sit-up', {
    kind: 'strength',
    positions: ['supine'],
    patterns: [use('repeated-trunk-flexion')],
  }),
  exercise('double-leg-raise', 'Double leg raise', {
    kind: 'strength',
    positions: ['supine'],
    patterns: [use('bilateral-straight-leg-raise', {side: 'bilateral'})],
    alternatives: [{exercise: 'exercise-heel-slide', why: 'One leg, a short lever.'}],
  }),
  exercise('heel-slide', 'Heel slide', {positions: ['supine'], patterns: [use('gait')]}),
  exercise('knee-to-chest', 'Knee to chest, lying', {
    positions: ['supine'],
    patterns: [use('end-range-spinal-flexion', {load: 'none', side: 'unilateral'})],
    evidence: [
      {
        citation: 'citation-leaflet',
        supports: 'effect',
        populations: ['condition-post-lumbar-fusion'],
        locator: null,
      },
    ],
  }),
  exercise('swimming', 'Swimming', {
    kind: 'aerobic',
    positions: ['in-water'],
    patterns: [use('water-propulsion')],
  }),
  exercise('walking', 'Walking', {
    kind: 'aerobic',
    positions: ['walking'],
    patterns: [use('gait')],
    evidence: [
      {
        citation: 'citation-shnayderman',
        supports: 'effect',
        populations: ['condition-back-pain-chronic'],
        locator: 'Table 2',
      },
    ],
  }),
]

function when(slug: string, stage: string | null = null): Contraindication['when'] {
  return {all: [{any: [{condition: `condition-${slug}`, stage, state: 'present'}]}]}
}

function rule(slug: string, title: string, more: Partial<Contraindication>): Contraindication {
  return {
    _id: `rule-${slug}`,
    _rev: 'r7',
    title,
    slug,
    unless: null,
    severity: 'relative',
    scope: 'general',
    rationale: 'Rationale.',
    saferAlternatives: null,
    basis: 'expert-consensus',
    consensus: 'mixed',
    evidence: null,
    reviews: FRESH,
    ...more,
  }
}

const contraindications: readonly Contraindication[] = [
  rule('flexion-osteoporosis', 'Bending the spine with osteoporosis', {
    target: {kind: 'pattern', pattern: 'pattern-spinal-flexion'},
    when: when('osteoporosis'),
    severity: 'absolute',
    basis: 'guideline',
    consensus: 'settled',
    saferAlternatives: [
      {exercise: 'exercise-sit-up', why: 'Named by mistake: the same rule forbids it.'},
      {exercise: 'exercise-hip-hinge', why: 'The hips bend, the spine stays long.'},
    ],
    evidence: [{citation: 'citation-giangregorio', stance: 'supports', locator: 'Table 5', quote: null}],
  }),
  rule('leg-raise-sciatica', 'Long-lever leg raises with sciatica', {
    target: {kind: 'pattern', pattern: 'pattern-long-lever-hip-flexion'},
    when: when('sciatica'),
    unless: ['supervised'],
  }),
  rule('supine-pregnancy', 'Lying on the back from mid-pregnancy', {
    target: {kind: 'position', position: 'supine'},
    when: {
      all: [
        {
          any: [
            {condition: 'condition-pregnancy', stage: 't2', state: 'present'},
            {condition: 'condition-pregnancy', stage: 't3', state: 'present'},
          ],
        },
      ],
    },
    severity: 'precaution',
  }),
  rule('flexion-fusion', 'No bending in the first weeks after fusion', {
    target: {kind: 'pattern', pattern: 'pattern-spinal-flexion'},
    when: when('post-lumbar-fusion', 'weeks-0-6'),
    severity: 'absolute',
    scope: 'provider-protocol',
    organization: 'organization-clinic',
    basis: 'clinic-protocol',
    consensus: 'contested',
  }),
  rule('knee-to-chest-fusion', 'Knee to chest soon after fusion, with care', {
    target: {kind: 'exercise', exercise: 'exercise-knee-to-chest'},
    when: when('post-lumbar-fusion'),
    severity: 'precaution',
  }),
  rule('end-range-loaded', 'Loaded end-range bending for anyone', {
    target: {
      kind: 'pattern',
      pattern: 'pattern-spinal-flexion',
      qualifiers: {load: 'external', range: 'end'},
    },
    when: when('anyone'),
    severity: 'precaution',
  }),
]

export const spineClinic: ScreeningData = {
  exercises,
  contraindications,
  movementPatterns,
  conditions,
  carePathways: [
    {
      _id: 'pathway-cauda-equina',
      slug: 'cauda-equina',
      urgency: 'immediate',
      heading: 'Call emergency services now',
      action: {text: 'Do not wait.'},
    },
    {
      _id: 'pathway-clinic',
      slug: 'see-the-clinic',
      urgency: 'non-urgent',
      heading: 'Book an appointment',
      action: {text: 'Call the clinic.'},
    },
  ],
}
