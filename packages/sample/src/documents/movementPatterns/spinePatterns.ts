import type {SampleDocument} from '../../builders/sampleDocument.ts'
import {movementPattern} from './movementPattern.ts'

const bending: readonly SampleDocument[] = [
  movementPattern('spinal-flexion', {
    label: 'Spinal flexion',
    definition: 'The trunk rounds forwards: the front of the ribs and the pelvis come closer together.',
    axis: 'flexion',
    joints: ['lumbar-spine', 'thoracic-spine'],
    opposite: 'spinal-extension',
  }),
  movementPattern('end-range-spinal-flexion', {
    label: 'End-range spinal flexion',
    definition: 'The spine rounds forwards as far as it goes, or is pushed or pulled to that point.',
    axis: 'flexion',
    joints: ['lumbar-spine', 'thoracic-spine'],
    broader: ['spinal-flexion'],
    opposite: 'end-range-extension',
  }),
  movementPattern('loaded-end-range-flexion', {
    label: 'Loaded end-range flexion',
    definition: 'The spine is rounded to its limit while it carries the weight of the trunk or more.',
    axis: 'flexion',
    joints: ['lumbar-spine', 'thoracic-spine'],
    broader: ['end-range-spinal-flexion'],
  }),
  movementPattern('repeated-trunk-flexion', {
    label: 'Repeated trunk flexion',
    definition: 'The trunk curls up against gravity again and again, as in a sit-up.',
    axis: 'flexion',
    joints: ['lumbar-spine', 'thoracic-spine', 'hip'],
    broader: ['spinal-flexion'],
  }),
  movementPattern('spinal-extension', {
    label: 'Spinal extension',
    definition: 'The trunk arches backwards from upright or from neutral.',
    axis: 'extension',
    joints: ['lumbar-spine', 'thoracic-spine'],
    opposite: 'spinal-flexion',
  }),
  movementPattern('end-range-extension', {
    label: 'End-range extension',
    definition: 'The spine arches backwards as far as it goes.',
    axis: 'extension',
    joints: ['lumbar-spine', 'thoracic-spine'],
    broader: ['spinal-extension'],
    opposite: 'end-range-spinal-flexion',
  }),
]

const twisting: readonly SampleDocument[] = [
  movementPattern('trunk-rotation', {
    label: 'Trunk rotation',
    definition: 'The rib cage turns against the pelvis, or the pelvis against the rib cage.',
    axis: 'rotation',
    joints: ['lumbar-spine', 'thoracic-spine'],
  }),
  movementPattern('end-range-rotation', {
    label: 'End-range rotation',
    definition: 'The trunk turns as far as it goes, or is held or pushed there.',
    axis: 'rotation',
    joints: ['lumbar-spine', 'thoracic-spine'],
    broader: ['trunk-rotation'],
  }),
  movementPattern('ballistic-rotation', {
    label: 'Ballistic rotation',
    definition: 'A fast twist that ends by running into the limit of the movement.',
    axis: 'rotation',
    joints: ['lumbar-spine', 'thoracic-spine'],
    broader: ['end-range-rotation'],
  }),
]

const loading: readonly SampleDocument[] = [
  movementPattern('axial-loading', {
    label: 'Axial loading',
    definition: 'A weight presses along the length of the spine in addition to the body itself.',
    axis: 'axial-load',
    joints: ['lumbar-spine', 'thoracic-spine', 'cervical-spine'],
  }),
  movementPattern('overhead-load', {
    label: 'Overhead load',
    definition: 'A weight is lifted or held above the height of the shoulders.',
    axis: 'axial-load',
    joints: ['lumbar-spine', 'thoracic-spine', 'shoulder'],
    broader: ['axial-loading'],
  }),
  movementPattern('valsalva', {
    label: 'Straining with held breath',
    definition: 'The breath is held while straining, which raises pressure in the chest and abdomen.',
    axis: 'breath-hold',
    joints: ['whole-body'],
  }),
  movementPattern('max-effort-lift', {
    label: 'Maximal lift',
    definition: 'A lift so heavy that it can be done only once or a few times.',
    axis: 'axial-load',
    joints: ['whole-body'],
    broader: ['axial-loading', 'valsalva'],
  }),
  movementPattern('high-impact', {
    label: 'High impact',
    definition: 'Both feet leave the ground, so that the body lands with more than its own weight.',
    axis: 'impact',
    joints: ['whole-body'],
  }),
]

/** What the spine itself does or bears. */
export const spinePatterns: readonly SampleDocument[] = [...bending, ...twisting, ...loading]
