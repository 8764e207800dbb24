import type {SampleDocument} from '../../builders/sampleDocument.ts'
import {backStopSigns, exercise} from './exercise.ts'

const chair = [{item: 'chair', optional: false}]
const onChair = {positions: ['seated'], equipment: chair, settings: ['home', 'desk'], stopIf: backStopSigns}

export const seatedExercises: readonly SampleDocument[] = [
  exercise('knee-to-chest-seated', {
    ...onChair,
    title: 'Knee to chest, sitting',
    purpose: 'A gentle stretch for the hip and lower back that needs only a chair.',
    kind: 'flexibility',
    patterns: [
      ['short-lever-hip-flexion', {load: 'none', range: 'end', speed: 'controlled', side: 'alternating'}],
      ['spinal-flexion', {load: 'none', range: 'mid', speed: 'controlled', side: 'alternating'}],
    ],
    bodyRegions: ['hip', 'lumbar'],
    muscles: {primary: ['buttocks'], secondary: ['lower back muscles']},
    difficulty: 1,
    supervision: 'self',
    steps: [
      {text: 'Sit on a firm chair without wheels, both feet flat.'},
      {text: 'Take hold of one shin or the back of that thigh with both hands.'},
      {
        text: 'Draw the knee towards your chest while you stay tall.',
        cue: 'The knee comes to you; you do not bend down to it.',
        holdsDosage: true,
      },
      {text: 'Lower the foot slowly.'},
      {text: 'Change legs.'},
    ],
    commonErrors: ['Slumping down to meet the knee', 'Leaning back against the chair'],
  }),
  exercise('seated-marching', {
    ...onChair,
    title: 'Seated marching',
    purpose: 'Trains hips and trunk to work together while you sit tall. Suits a break at the desk.',
    kind: 'motor-control',
    patterns: [
      ['neutral-spine-control', {load: 'body', range: 'mid', speed: 'controlled', side: 'alternating'}],
      ['short-lever-hip-flexion', {load: 'body', range: 'mid', speed: 'controlled', side: 'alternating'}],
    ],
    bodyRegions: ['hip', 'abdomen'],
    muscles: {primary: ['hip flexors'], secondary: ['deep abdominals']},
    difficulty: 1,
    supervision: 'self',
    steps: [
      {text: 'Sit on the front half of a firm chair, both feet flat.'},
      {text: 'Grow tall and draw the belly in lightly.'},
      {text: 'Lift one foot a hand’s width from the floor.', cue: 'Only the leg moves.', holdsDosage: true},
      {text: 'Put it down without a sound and lift the other.'},
    ],
    commonErrors: ['Leaning back as the foot comes up', 'Rocking from side to side'],
  }),
  exercise('chin-tuck', {
    ...onChair,
    title: 'Chin tuck',
    purpose: 'Brings the head back over the shoulders after looking down for a long time.',
    kind: 'posture',
    patterns: [['neck-retraction', {load: 'none', range: 'mid', speed: 'controlled', side: 'bilateral'}]],
    bodyRegions: ['cervical'],
    muscles: {primary: ['deep neck flexors']},
    difficulty: 1,
    supervision: 'self',
    steps: [
      {text: 'Sit tall and look straight ahead.'},
      {
        text: 'Glide the head straight back, as if someone gently pushed your chin.',
        cue: 'The eyes stay level; you make a double chin.',
        holdsDosage: true,
      },
      {text: 'Stay there for a calm breath.'},
      {text: 'Let the head come forward again, without poking the chin out.'},
    ],
    stopIf: [
      ['you feel dizzy, sick or see double', 'chest-pain-or-collapse'],
      ['pain or tingling runs into an arm'],
    ],
    commonErrors: ['Tipping the head back', 'Pressing so hard that the throat tightens'],
  }),
]
