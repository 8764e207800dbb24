import type {SampleDocument} from '../../builders/sampleDocument.ts'
import {contraindication, onExercise, onPattern} from './contraindication.ts'

/** The post of 2013 says “back pain” without a stage, so the rules hold at every stage. */
const anyBackPain = [['back-pain-acute', 'back-pain-subacute', 'back-pain-chronic']]

const proposed = {
  when: anyBackPain,
  severity: 'relative',
  unless: ['cleared-by-clinician', 'supervised'],
} as const

/** The five exercises that the post of 2013 advises against, as proposed rules. */
export const backPainRules: readonly SampleDocument[] = [
  contraindication('double-leg-raise-back-pain', {
    ...proposed,
    title: 'Both straight legs raised × back pain',
    target: onPattern('bilateral-straight-leg-raise'),
    rationale:
      'Two straight legs are a long lever. Until the belly muscles can hold the pelvis still, the pull of the legs bends the lower back.',
    modification:
      'One leg at a time with the other foot on the floor, and only as low as the back stays still.',
    saferAlternatives: [
      ['heel-slide', 'The floor carries the leg.'],
      ['seated-marching', 'One bent leg at a time, sitting.'],
    ],
    basis: 'expert-consensus',
    consensus: 'mixed',
    evidence: [
      ['axler-1997', 'background', 'Healthy volunteers: compression of the lower back in 12 exercises'],
    ],
  }),
  contraindication('sit-up-bent-leg-back-pain', {
    ...proposed,
    title: 'Bent-leg sit-up × back pain',
    target: onExercise('sit-up-bent-leg'),
    rationale: 'A full sit-up loads the lower back more than the belly needs in order to get stronger.',
    saferAlternatives: [
      ['pelvic-tilt', 'The belly works while the trunk stays down.'],
      ['bird-dog', 'Trains the trunk without curling it.'],
    ],
    basis: 'biomechanics',
    certainty: {scale: 'GRADE', value: 'very low'},
    consensus: 'mixed',
    evidence: [['axler-1997', 'supports', 'Muscle work against compression, nine healthy volunteers']],
  }),
  contraindication('sit-up-flat-leg-back-pain', {
    ...proposed,
    title: 'Flat-leg sit-up × back pain',
    target: onExercise('sit-up-flat-leg'),
    rationale: 'With flat legs the hip flexors lift the trunk, and they pull on the lower back as they do.',
    saferAlternatives: [
      ['pelvic-tilt', 'The belly works while the trunk stays down.'],
      ['bridge', 'Strengthens the trunk without curling it.'],
    ],
    basis: 'biomechanics',
    certainty: {scale: 'GRADE', value: 'very low'},
    consensus: 'mixed',
    evidence: [['axler-1997', 'supports', 'Muscle work against compression, nine healthy volunteers']],
  }),
  contraindication('overhead-load-back-pain', {
    ...proposed,
    title: 'Weights overhead × back pain',
    target: onPattern('overhead-load'),
    rationale: 'A weight above the head presses on the whole spine and invites you to lean back under it.',
    modification: 'A light weight, in front of the body and below the shoulders.',
    saferAlternatives: [['wall-push-up', 'Nothing is lifted above the shoulders.']],
    basis: 'expert-consensus',
    consensus: 'mixed',
  }),
  contraindication('loaded-flexion-back-pain', {
    ...proposed,
    title: 'Loaded end-range bending × back pain',
    target: onPattern('loaded-end-range-flexion'),
    rationale:
      'Bending down as far as it goes puts the weight of the trunk on a fully rounded back. Whether that harms a back in pain is disputed.',
    saferAlternatives: [['hip-hinge', 'Bends at the hips while the back keeps its shape.']],
    basis: 'expert-consensus',
    consensus: 'contested',
    evidence: [
      [
        'saraceni-2020',
        'opposes',
        'Low-quality evidence: bending while lifting was not a risk factor for back pain',
      ],
    ],
  }),
]
