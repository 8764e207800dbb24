import type {SampleDocument} from '../../builders/sampleDocument.ts'
import {backStopSigns, exercise} from './exercise.ts'

const mat = [{item: 'mat', optional: true, substitute: 'a carpet or a firm bed'}]
const slowHome = {settings: ['home'], positions: ['supine'], equipment: mat, stopIf: backStopSigns}

export const lyingExercises: readonly SampleDocument[] = [
  exercise('knee-to-chest-supine', {
    ...slowHome,
    title: 'Knee to chest, lying down',
    purpose: 'A gentle stretch for the lower back and the back of the hip while the floor supports you.',
    kind: 'flexibility',
    patterns: [
      ['spinal-flexion', {load: 'none', range: 'mid', speed: 'controlled', side: 'alternating'}],
      ['short-lever-hip-flexion', {load: 'none', range: 'end', speed: 'controlled', side: 'alternating'}],
      ['supine-posture', {load: 'none'}],
    ],
    bodyRegions: ['lumbar', 'hip'],
    muscles: {primary: ['lower back muscles', 'buttocks']},
    difficulty: 1,
    supervision: 'self',
    steps: [
      {text: 'Lie on your back with both knees bent and both feet flat.'},
      {
        text: 'Bring one knee up and take hold of it behind the thigh or over the shin.',
        caution: 'Hold behind the thigh if the knee is sore.',
      },
      {
        text: 'Draw the knee slowly towards your chest until you feel a mild stretch.',
        cue: 'Breathe out as it comes closer.',
        holdsDosage: true,
      },
      {text: 'Let the foot down to the floor just as slowly.'},
      {text: 'Change to the other leg.'},
    ],
    commonErrors: ['Pulling with a jerk', 'Lifting the head and tensing the neck', 'Holding the breath'],
    aliases: [{text: 'Single knee to chest', note: 'In therapy leaflets'}],
    alternatives: [['knee-to-chest-seated', 'The same stretch without lying on the back.']],
  }),
  exercise('trunk-rotation-supine', {
    ...slowHome,
    title: 'Knee rolls, lying down',
    purpose: 'Turns the lower back gently from side to side while the shoulders rest on the floor.',
    kind: 'mobility',
    patterns: [
      ['trunk-rotation', {load: 'none', range: 'mid', speed: 'controlled', side: 'alternating'}],
      ['supine-posture', {load: 'none'}],
    ],
    bodyRegions: ['lumbar', 'hip'],
    muscles: {primary: ['lower back muscles', 'oblique abdominals']},
    difficulty: 1,
    supervision: 'self',
    steps: [
      {text: 'Lie on your back, knees bent and together, arms out to the sides.'},
      {
        text: 'Let both knees roll slowly to one side, only as far as is comfortable.',
        cue: 'Both shoulders stay heavy on the floor.',
        holdsDosage: true,
      },
      {text: 'Pause for a calm breath.'},
      {text: 'Bring the knees back to the middle with the help of your belly muscles.'},
      {text: 'Roll them to the other side in the same way.'},
    ],
    commonErrors: [
      'Dropping the knees',
      'Letting the opposite shoulder lift',
      'Forcing the knees down to the floor',
    ],
    aliases: [{text: 'Supine trunk rotation'}, {text: 'Lumbar rotation stretch'}],
  }),
  exercise('pelvic-tilt', {
    ...slowHome,
    title: 'Pelvic tilt',
    purpose: 'Teaches you to move the lower back a little with the belly muscles, lying down.',
    kind: 'motor-control',
    patterns: [
      ['neutral-spine-control', {load: 'none', range: 'mid', speed: 'controlled', side: 'bilateral'}],
      ['supine-posture', {load: 'none'}],
    ],
    bodyRegions: ['lumbar', 'abdomen'],
    muscles: {primary: ['deep abdominals'], secondary: ['buttocks']},
    difficulty: 1,
    supervision: 'self',
    steps: [
      {text: 'Lie on your back with both knees bent and the feet hip-width apart.'},
      {text: 'Notice the small hollow under your lower back.'},
      {
        text: 'Draw the belly in and let the lower back settle towards the floor.',
        cue: 'The tailbone stays down.',
        holdsDosage: true,
      },
      {text: 'Let go and feel the hollow come back.'},
    ],
    commonErrors: ['Pushing with the feet and lifting the hips', 'Holding the breath'],
  }),
  exercise('bridge', {
    ...slowHome,
    title: 'Bridge',
    purpose: 'Strengthens the buttocks and the back of the trunk without bending the back.',
    kind: 'strength',
    patterns: [
      ['neutral-spine-control', {load: 'body', range: 'mid', speed: 'controlled', side: 'bilateral'}],
      ['supine-posture', {load: 'body'}],
    ],
    bodyRegions: ['lumbar', 'hip', 'abdomen'],
    muscles: {primary: ['buttocks', 'lower back muscles'], secondary: ['hamstrings', 'deep abdominals']},
    difficulty: 2,
    supervision: 'self',
    steps: [
      {text: 'Lie on your back with both knees bent and the feet close to your seat.'},
      {text: 'Tighten the belly and the buttocks a little.'},
      {
        text: 'Lift the hips until shoulders, hips and knees are in line.',
        cue: 'Push through the heels.',
        caution: 'Do not arch at the top.',
        holdsDosage: true,
      },
      {text: 'Keep breathing at the top.'},
      {text: 'Lower the hips slowly to the floor.'},
    ],
    commonErrors: ['Arching the lower back at the top', 'Letting the knees fall apart'],
    progressionOf: ['pelvic-tilt'],
  }),
  exercise('heel-slide', {
    ...slowHome,
    title: 'Heel slide',
    purpose: 'Trains the belly muscles to keep the back still while one leg moves, without lifting it.',
    kind: 'motor-control',
    patterns: [
      ['neutral-spine-control', {load: 'none', range: 'mid', speed: 'controlled', side: 'alternating'}],
      ['short-lever-hip-flexion', {load: 'none', range: 'mid', speed: 'controlled', side: 'alternating'}],
      ['supine-posture', {load: 'none'}],
    ],
    bodyRegions: ['abdomen', 'lumbar', 'hip'],
    muscles: {primary: ['deep abdominals'], secondary: ['hip flexors']},
    equipment: [...mat, {item: 'towel', optional: true, substitute: 'a sock on a smooth floor'}],
    difficulty: 1,
    supervision: 'self',
    steps: [
      {text: 'Lie on your back with both knees bent.'},
      {text: 'Draw the belly in lightly so that the back stays as it is.'},
      {
        text: 'Slide one heel away along the floor until the leg is nearly straight.',
        cue: 'The hollow under your back does not change.',
        holdsDosage: true,
      },
      {text: 'Slide the heel back.'},
      {text: 'Change legs.'},
    ],
    commonErrors: ['Letting the back arch as the leg moves away', 'Lifting the heel from the floor'],
    progressionOf: ['pelvic-tilt'],
  }),
]
