import {reference, references} from '../builders/reference.ts'
import {sluggedDocument, type SampleDocument} from '../builders/sampleDocument.ts'

interface Pattern {
  readonly label: string
  readonly definition: string
  readonly axis: string
  readonly joints: readonly string[]
  readonly broader?: readonly string[]
  readonly opposite?: string
}

function pattern(slug: string, {broader, opposite, ...fields}: Pattern): SampleDocument {
  return sluggedDocument('movementPattern', slug, {
    ...fields,
    ...(broader === undefined
      ? {}
      : {broader: references(...broader.map((name) => `movement-pattern-${name}`))}),
    ...(opposite === undefined ? {} : {opposite: reference(`movement-pattern-${opposite}`)}),
  })
}

const bending: readonly SampleDocument[] = [
  pattern('spinal-flexion', {
    label: 'Spinal flexion',
    definition: 'The trunk rounds forwards: the front of the ribs and the pelvis come closer together.',
    axis: 'flexion',
    joints: ['lumbar-spine', 'thoracic-spine'],
    opposite: 'spinal-extension',
  }),
  pattern('end-range-spinal-flexion', {
    label: 'End-range spinal flexion',
    definition: 'The spine rounds forwards as far as it goes, or is pushed or pulled to that point.',
    axis: 'flexion',
    joints: ['lumbar-spine', 'thoracic-spine'],
    broader: ['spinal-flexion'],
    opposite: 'end-range-extension',
  }),
  pattern('loaded-end-range-flexion', {
    label: 'Loaded end-range flexion',
    definition: 'The spine is rounded to its limit while it carries the weight of the trunk or more.',
    axis: 'flexion',
    joints: ['lumbar-spine', 'thoracic-spine'],
    broader: ['end-range-spinal-flexion'],
  }),
  pattern('repeated-trunk-flexion', {
    label: 'Repeated trunk flexion',
    definition: 'The trunk curls up against gravity again and again, as in a sit-up.',
    axis: 'flexion',
    joints: ['lumbar-spine', 'thoracic-spine', 'hip'],
    broader: ['spinal-flexion'],
  }),
  pattern('spinal-extension', {
    label: 'Spinal extension',
    definition: 'The trunk arches backwards from upright or from neutral.',
    axis: 'extension',
    joints: ['lumbar-spine', 'thoracic-spine'],
    opposite: 'spinal-flexion',
  }),
  pattern('end-range-extension', {
    label: 'End-range extension',
    definition: 'The spine arches backwards as far as it goes.',
    axis: 'extension',
    joints: ['lumbar-spine', 'thoracic-spine'],
    broader: ['spinal-extension'],
    opposite: 'end-range-spinal-flexion',
  }),
]

const twisting: readonly SampleDocument[] = [
  pattern('trunk-rotation', {
    label: 'Trunk rotation',
    definition: 'The rib cage turns against the pelvis, or the pelvis against the rib cage.',
    axis: 'rotation',
    joints: ['lumbar-spine', 'thoracic-spine'],
  }),
  pattern('end-range-rotation', {
    label: 'End-range rotation',
    definition: 'The trunk turns as far as it goes, or is held or pushed there.',
    axis: 'rotation',
    joints: ['lumbar-spine', 'thoracic-spine'],
    broader: ['trunk-rotation'],
  }),
  pattern('ballistic-rotation', {
    label: 'Ballistic rotation',
    definition: 'A fast twist that ends by running into the limit of the movement.',
    axis: 'rotation',
    joints: ['lumbar-spine', 'thoracic-spine'],
    broader: ['end-range-rotation'],
  }),
]

const loading: readonly SampleDocument[] = [
  pattern('axial-loading', {
    label: 'Axial loading',
    definition: 'A weight presses along the length of the spine in addition to the body itself.',
    axis: 'axial-load',
    joints: ['lumbar-spine', 'thoracic-spine', 'cervical-spine'],
  }),
  pattern('overhead-load', {
    label: 'Overhead load',
    definition: 'A weight is lifted or held above the height of the shoulders.',
    axis: 'axial-load',
    joints: ['lumbar-spine', 'thoracic-spine', 'shoulder'],
    broader: ['axial-loading'],
  }),
  pattern('valsalva', {
    label: 'Straining with held breath',
    definition: 'The breath is held while straining, which raises pressure in the chest and abdomen.',
    axis: 'breath-hold',
    joints: ['whole-body'],
  }),
  pattern('max-effort-lift', {
    label: 'Maximal lift',
    definition: 'A lift so heavy that it can be done only once or a few times.',
    axis: 'axial-load',
    joints: ['whole-body'],
    broader: ['axial-loading', 'valsalva'],
  }),
  pattern('high-impact', {
    label: 'High impact',
    definition: 'Both feet leave the ground, so that the body lands with more than its own weight.',
    axis: 'impact',
    joints: ['whole-body'],
  }),
]

const legsAndNerves: readonly SampleDocument[] = [
  pattern('long-lever-hip-flexion', {
    label: 'Long-lever hip flexion',
    definition: 'A straight leg is lifted at the hip, so that its whole length pulls on the pelvis.',
    axis: 'flexion',
    joints: ['hip', 'lumbar-spine'],
  }),
  pattern('bilateral-straight-leg-raise', {
    label: 'Both straight legs raised',
    definition: 'Both straight legs are lifted together while lying on the back.',
    axis: 'flexion',
    joints: ['hip', 'lumbar-spine'],
    broader: ['long-lever-hip-flexion'],
  }),
  pattern('short-lever-hip-flexion', {
    label: 'Short-lever hip flexion',
    definition: 'The hip bends with the knee bent, so that the leg pulls little on the pelvis.',
    axis: 'flexion',
    joints: ['hip'],
  }),
  pattern('neural-tension', {
    label: 'Nerve stretch',
    definition: 'The position draws a nerve of the leg or arm tight along its course.',
    axis: 'flexion',
    joints: ['lumbar-spine', 'hip', 'knee'],
  }),
]

const postures: readonly SampleDocument[] = [
  pattern('supine-posture', {
    label: 'Lying on the back',
    definition: 'The body lies face up.',
    axis: 'posture',
    joints: ['whole-body'],
    opposite: 'prone-posture',
  }),
  pattern('prolonged-supine', {
    label: 'Lying on the back for minutes',
    definition: 'The body lies face up without a break for several minutes.',
    axis: 'posture',
    joints: ['whole-body'],
    broader: ['supine-posture'],
  }),
  pattern('prone-posture', {
    label: 'Lying face down',
    definition: 'The body lies face down.',
    axis: 'posture',
    joints: ['whole-body'],
    opposite: 'supine-posture',
  }),
  pattern('precarious-balance', {
    label: 'Unsteady balance',
    definition: 'The base is small or unstable, so that a slip could end in a fall.',
    axis: 'balance',
    joints: ['whole-body'],
  }),
  pattern('neutral-spine-control', {
    label: 'Neutral spine control',
    definition: 'The spine keeps its shape while arms or legs move.',
    axis: 'posture',
    joints: ['lumbar-spine'],
  }),
  pattern('hip-hinge', {
    label: 'Hip hinge',
    definition: 'The trunk tips forwards at the hips while the spine keeps its shape.',
    axis: 'flexion',
    joints: ['hip'],
    broader: ['neutral-spine-control'],
  }),
  pattern('walking-gait', {
    label: 'Walking',
    definition: 'Upright steps in which one foot is always on the ground.',
    axis: 'axial-load',
    joints: ['whole-body'],
  }),
  pattern('water-supported-movement', {
    label: 'Movement carried by water',
    definition: 'Water carries part of the body, so that the joints carry less.',
    axis: 'traction',
    joints: ['whole-body'],
  }),
  pattern('neck-retraction', {
    label: 'Neck retraction',
    definition: 'The head glides straight back over the shoulders without tipping.',
    axis: 'posture',
    joints: ['cervical-spine'],
  }),
]

/** What the body does, as a graph from broad to narrow. */
export const movementPatterns: readonly SampleDocument[] = [
  ...bending,
  ...twisting,
  ...loading,
  ...legsAndNerves,
  ...postures,
]
