import type {SampleDocument} from '../../builders/sampleDocument.ts'
import {contraindication, onPattern, onPosition} from './contraindication.ts'

const fromSecondTrimester = [
  [
    {condition: 'pregnancy', stage: 't2'},
    {condition: 'pregnancy', stage: 't3'},
  ],
]

const pregnancyRules: readonly SampleDocument[] = [
  contraindication('supine-pregnancy', {
    title: 'Lying on the back × pregnancy from the second trimester',
    target: onPosition('supine'),
    when: fromSecondTrimester,
    severity: 'precaution',
    rationale:
      'From the middle of pregnancy the womb can press on a large vein when you lie flat, so that less blood returns to the heart.',
    mechanism: 'Aortocaval compression with a fall in venous return.',
    modification: 'Prop up the upper body, keep it short, or do it sitting.',
    saferAlternatives: [
      ['knee-to-chest-seated', 'The same stretch, sitting.'],
      ['seated-marching', 'Trunk and hips work while you sit.'],
    ],
    basis: 'guideline',
    consensus: 'mixed',
    evidence: [['acog-2020', 'supports', 'Advice on the supine position during exercise']],
  }),
  contraindication('prone-pregnancy', {
    title: 'Lying face down × pregnancy from the second trimester',
    target: onPosition('prone'),
    when: fromSecondTrimester,
    severity: 'relative',
    rationale: 'Lying on the belly presses on it, and soon is not possible in comfort.',
    saferAlternatives: [['bird-dog', 'Trains the back on hands and knees.']],
    basis: 'expert-consensus',
    consensus: 'mixed',
  }),
]

const firstSixWeeks = [[{condition: 'post-lumbar-fusion', stage: 'weeks-0-6'}]]

const surgeryRules: readonly SampleDocument[] = [
  contraindication('bending-after-fusion', {
    title: 'Bending the back × first six weeks after a fusion',
    target: onPattern('spinal-flexion'),
    when: firstSixWeeks,
    severity: 'relative',
    unless: ['cleared-by-clinician'],
    rationale:
      'In the first weeks the bones have not joined. Many surgeons ask their patients not to bend or twist the back; how long differs from one to the next.',
    saferAlternatives: [['walking-outdoors', 'Short walks, as your surgeon allows.']],
    basis: 'clinic-protocol',
    consensus: 'mixed',
  }),
  contraindication('bending-after-fusion-example-protocol', {
    title: 'Bending the back × first six weeks after a fusion (protocol of one provider)',
    target: onPattern('spinal-flexion'),
    when: firstSixWeeks,
    severity: 'precaution',
    organization: 'example-surgical-group',
    rationale:
      'An invented protocol, to show how a disagreement is displayed: this provider starts one knee at a time, lying down, in the first week.',
    modification: 'One knee at a time, lying down, without pulling.',
    saferAlternatives: [['walking-outdoors', 'Short walks from the first day.']],
    basis: 'clinic-protocol',
    consensus: 'mixed',
  }),
  contraindication('twisting-after-fusion', {
    title: 'Twisting the back × first six weeks after a fusion',
    target: onPattern('trunk-rotation'),
    when: firstSixWeeks,
    severity: 'relative',
    unless: ['cleared-by-clinician'],
    rationale: 'A twist strains the bones that are to join. Ask your surgeon when turning is allowed.',
    saferAlternatives: [['walking-outdoors', 'Short walks, as your surgeon allows.']],
    basis: 'clinic-protocol',
    consensus: 'mixed',
  }),
  contraindication('bending-after-discectomy', {
    title: 'Loaded bending × first six weeks after a discectomy',
    target: onPattern('end-range-spinal-flexion'),
    when: [[{condition: 'post-discectomy', stage: 'weeks-0-6'}]],
    severity: 'relative',
    unless: ['cleared-by-clinician'],
    rationale:
      'Advice after disc surgery differs. Trials of exercise began at once or after four to six weeks; ask your surgeon which you are to follow.',
    saferAlternatives: [['walking-outdoors', 'Short walks, as your surgeon allows.']],
    basis: 'clinic-protocol',
    consensus: 'mixed',
    evidence: [['oosterhuis-2014', 'background', 'Programmes grouped by when they start']],
  }),
]

export const stageRules: readonly SampleDocument[] = [...pregnancyRules, ...surgeryRules]
