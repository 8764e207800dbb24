import type {SampleDocument} from '../../builders/sampleDocument.ts'
import {contraindication, onEquipment, onExercise, onPattern} from './contraindication.ts'

const thinBones = [['osteoporosis', 'vertebral-fracture']]
const tooFitToFracture = 'Recommendations on spine-sparing movement for people with osteoporosis'

const osteoporosisRules: readonly SampleDocument[] = [
  contraindication('end-range-flexion-osteoporosis', {
    title: 'End-range bending × osteoporosis',
    target: onPattern('end-range-spinal-flexion'),
    when: thinBones,
    severity: 'absolute',
    rationale:
      'Rounding the back to its limit presses on the front edge of the vertebrae. Where bone is thin, an edge can give way.',
    mechanism: 'Anterior wedge compression under a flexion moment at low bone mineral density.',
    modification: 'Bend at the hips and knees with the back straight.',
    saferAlternatives: [['hip-hinge', 'Reaches as low with the back straight.']],
    basis: 'guideline',
    certainty: {scale: 'GRADE', value: 'low'},
    consensus: 'settled',
    evidence: [['giangregorio-2014', 'supports', tooFitToFracture]],
  }),
  contraindication('repeated-flexion-osteoporosis', {
    title: 'Sit-ups and curls × osteoporosis',
    target: onPattern('repeated-trunk-flexion'),
    when: thinBones,
    severity: 'absolute',
    rationale: 'Each curl rounds the back under load. Repeated on thin bone, this can crush a vertebra.',
    saferAlternatives: [
      ['bridge', 'Strengthens the trunk without rounding it.'],
      ['bird-dog', 'Trains the muscles along the back.'],
    ],
    basis: 'guideline',
    certainty: {scale: 'GRADE', value: 'low'},
    consensus: 'settled',
    evidence: [['giangregorio-2014', 'supports', tooFitToFracture]],
  }),
  contraindication('end-range-rotation-osteoporosis', {
    title: 'Twisting to the limit × osteoporosis',
    target: onPattern('end-range-rotation'),
    when: thinBones,
    severity: 'relative',
    rationale: 'A twist to the limit adds strain to thin bone, above all when it is fast.',
    modification: 'Turn slowly, in the middle of the range.',
    saferAlternatives: [['seated-marching', 'The trunk stays still.']],
    basis: 'guideline',
    certainty: {scale: 'GRADE', value: 'low'},
    consensus: 'settled',
    evidence: [['giangregorio-2014', 'supports', tooFitToFracture]],
  }),
  ...(['supine', 'seated'] as const).map((position) =>
    contraindication(`knee-to-chest-${position}-osteoporosis`, {
      title: `Knee to chest (${position}) × osteoporosis`,
      target: onExercise(`knee-to-chest-${position}`),
      when: thinBones,
      severity: 'relative',
      unless: ['cleared-by-clinician'],
      rationale:
        'A strong pull on the knee rounds the lower back. How far is wise with thin bones is for someone who knows yours.',
      saferAlternatives: [['hip-hinge', 'Moves the hip while the back keeps its shape.']],
      basis: 'expert-consensus',
      consensus: 'mixed',
      evidence: [['giangregorio-2014', 'background', tooFitToFracture]],
    }),
  ),
]

const otherDiagnoses: readonly SampleDocument[] = [
  contraindication('double-leg-raise-sciatica', {
    title: 'Straight legs raised × sciatica',
    target: onPattern('long-lever-hip-flexion'),
    when: [['sciatica', 'disc-herniation']],
    severity: 'relative',
    unless: ['cleared-by-clinician'],
    rationale:
      'Raising a straight leg draws the nerve of the leg tight. Where it is irritated, this can set off the pain.',
    mechanism: 'Tension of the lumbosacral nerve roots, as in the straight-leg-raise test.',
    saferAlternatives: [
      ['heel-slide', 'The knee bends, so that the nerve stays slack.'],
      ['seated-marching', 'The knee stays bent.'],
    ],
    basis: 'expert-consensus',
    consensus: 'mixed',
    evidence: [['bigos-1994', 'background', 'Straight leg raising as a test of nerve root tension']],
  }),
  contraindication('nerve-stretch-sciatica', {
    title: 'Nerve stretch × sciatica',
    target: onPattern('neural-tension'),
    when: [['sciatica']],
    severity: 'relative',
    unless: ['cleared-by-clinician', 'supervised'],
    rationale: 'A stretch that pulls on the nerve of the leg can set off or prolong leg pain.',
    saferAlternatives: [['hip-hinge', 'With soft knees the nerve stays slack.']],
    basis: 'expert-consensus',
    consensus: 'mixed',
  }),
  contraindication('end-range-extension-stenosis', {
    title: 'Bending back to the limit × spinal stenosis',
    target: onPattern('end-range-extension'),
    when: [['spinal-stenosis', 'spondylolisthesis']],
    severity: 'relative',
    unless: ['cleared-by-clinician'],
    rationale:
      'Bending backwards narrows the canal in the spine. Where it is narrow already, the legs may ache or go numb.',
    saferAlternatives: [['pelvic-tilt', 'Moves the lower back the other way, and only a little.']],
    basis: 'expert-consensus',
    consensus: 'mixed',
  }),
]

const risks: readonly SampleDocument[] = [
  contraindication('straining-hypertension', {
    title: 'Straining with held breath × high blood pressure',
    target: onPattern('valsalva'),
    when: [['hypertension-uncontrolled']],
    severity: 'relative',
    unless: ['cleared-by-clinician'],
    rationale: 'Holding the breath while straining drives blood pressure up steeply, even in healthy people.',
    modification: 'A light weight, breathing out with each effort.',
    saferAlternatives: [
      ['wall-push-up', 'Light enough to breathe through.'],
      ['walking-outdoors', 'Steady effort without straining.'],
    ],
    basis: 'cohort',
    certainty: {scale: 'GRADE', value: 'very low'},
    consensus: 'mixed',
    evidence: [['macdougall-1985', 'supports', 'Pressure measured in the artery of five body builders']],
  }),
  contraindication('treadmill-balance', {
    title: 'Treadmill × balance problem',
    target: onEquipment('treadmill'),
    when: [['balance-problem']],
    severity: 'precaution',
    rationale:
      'A moving belt forgives no stumble. Keep a hand near the rail and the speed low, and clip on the safety key.',
    saferAlternatives: [['walking-outdoors', 'Level ground does not move.']],
    basis: 'expert-consensus',
    consensus: 'mixed',
  }),
  contraindication('trunk-flexion-steroids', {
    title: 'Loaded bending × long-term steroid use',
    target: onPattern('loaded-end-range-flexion'),
    when: [['long-term-steroid-use']],
    severity: 'precaution',
    rationale: 'Steroid tablets thin the bones over time. Ask whether your bones have been measured.',
    saferAlternatives: [['hip-hinge', 'Bends at the hips while the back keeps its shape.']],
    basis: 'expert-consensus',
    consensus: 'mixed',
  }),
]

export const diagnosisRules: readonly SampleDocument[] = [...osteoporosisRules, ...otherDiagnoses, ...risks]
