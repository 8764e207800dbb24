import type {SampleDocument} from '../../builders/sampleDocument.ts'
import {movementPattern} from './movementPattern.ts'

const legsAndNerves: readonly SampleDocument[] = [
  movementPattern('long-lever-hip-flexion', {
    label: 'Long-lever hip flexion',
    definition: 'A straight leg is lifted at the hip, so that its whole length pulls on the pelvis.',
    axis: 'flexion',
    joints: ['hip', 'lumbar-spine'],
  }),
  movementPattern('bilateral-straight-leg-raise', {
    label: 'Both straight legs raised',
    definition: 'Both straight legs are lifted together while lying on the back.',
    axis: 'flexion',
    joints: ['hip', 'lumbar-spine'],
    broader: ['long-lever-hip-flexion'],
  }),
  movementPattern('short-lever-hip-flexion', {
    label: 'Short-lever hip flexion',
    definition: 'The hip bends with the knee bent, so that the leg pulls little on the pelvis.',
    axis: 'flexion',
    joints: ['hip'],
  }),
  movementPattern('neural-tension', {
    label: 'Nerve stretch',
    definition: 'The position draws a nerve of the leg or arm tight along its course.',
    axis: 'flexion',
    joints: ['lumbar-spine', 'hip', 'knee'],
  }),
]

const postures: readonly SampleDocument[] = [
  movementPattern('supine-posture', {
    label: 'Lying on the back',
    definition: 'The body lies face up.',
    axis: 'posture',
    joints: ['whole-body'],
    opposite: 'prone-posture',
  }),
  movementPattern('prolonged-supine', {
    label: 'Lying on the back for minutes',
    definition: 'The body lies face up without a break for several minutes.',
    axis: 'posture',
    joints: ['whole-body'],
    broader: ['supine-posture'],
  }),
  movementPattern('prone-posture', {
    label: 'Lying face down',
    definition: 'The body lies face down.',
    axis: 'posture',
    joints: ['whole-body'],
    opposite: 'supine-posture',
  }),
  movementPattern('precarious-balance', {
    label: 'Unsteady balance',
    definition: 'The base is small or unstable, so that a slip could end in a fall.',
    axis: 'balance',
    joints: ['whole-body'],
  }),
  movementPattern('neutral-spine-control', {
    label: 'Neutral spine control',
    definition: 'The spine keeps its shape while arms or legs move.',
    axis: 'posture',
    joints: ['lumbar-spine'],
  }),
  movementPattern('hip-hinge', {
    label: 'Hip hinge',
    definition: 'The trunk tips forwards at the hips while the spine keeps its shape.',
    axis: 'flexion',
    joints: ['hip'],
    broader: ['neutral-spine-control'],
  }),
  movementPattern('walking-gait', {
    label: 'Walking',
    definition: 'Upright steps in which one foot is always on the ground.',
    axis: 'axial-load',
    joints: ['whole-body'],
  }),
  movementPattern('water-supported-movement', {
    label: 'Movement carried by water',
    definition: 'Water carries part of the body, so that the joints carry less.',
    axis: 'traction',
    joints: ['whole-body'],
  }),
  movementPattern('neck-retraction', {
    label: 'Neck retraction',
    definition: 'The head glides straight back over the shoulders without tipping.',
    axis: 'posture',
    joints: ['cervical-spine'],
  }),
]

/** What legs, nerves and the body as a whole do. */
export const bodyPatterns: readonly SampleDocument[] = [...legsAndNerves, ...postures]
