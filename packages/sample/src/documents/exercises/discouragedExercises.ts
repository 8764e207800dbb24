import type {SampleDocument} from '../../builders/sampleDocument.ts'
import {backStopSigns, exercise} from './exercise.ts'

const supervised = {difficulty: 4, supervision: 'supervised', stopIf: backStopSigns}

/**
 * Exercises that the sample article advises against. They are described so that a reader can
 * recognise them; they have no pictures, so that nobody copies them at a glance.
 */
export const discouragedExercises: readonly SampleDocument[] = [
  exercise('double-leg-raise', {
    ...supervised,
    title: 'Double leg raise',
    purpose: 'Works the hip flexors and the belly against the weight of both straight legs.',
    kind: 'strength',
    patterns: [
      ['bilateral-straight-leg-raise', {load: 'body', range: 'mid', speed: 'controlled', side: 'bilateral'}],
      ['neural-tension', {load: 'body', range: 'mid', speed: 'controlled', side: 'bilateral'}],
      ['supine-posture', {load: 'body'}],
    ],
    positions: ['supine'],
    bodyRegions: ['hip', 'abdomen', 'lumbar'],
    muscles: {primary: ['hip flexors'], secondary: ['abdominals']},
    settings: ['gym', 'home'],
    steps: [
      {text: 'Lie on your back with both legs straight.'},
      {
        text: 'Press the lower back towards the floor.',
        caution: 'If you cannot keep it there, the legs are too heavy for you.',
      },
      {text: 'Lift both straight legs together.', holdsDosage: true},
      {text: 'Lower them slowly.'},
    ],
    commonErrors: ['Letting the back arch as the legs go down'],
    aliases: [{text: 'Leg lifts', note: 'The name in the post of 2013'}],
    progressionOf: ['heel-slide'],
    alternatives: [
      ['heel-slide', 'The heel stays on the floor, so that the leg pulls little on the pelvis.'],
      ['seated-marching', 'One bent leg at a time, sitting.'],
    ],
  }),
  exercise('sit-up-bent-leg', {
    ...supervised,
    title: 'Sit-up with bent legs',
    purpose: 'Works the belly and hip flexors by curling the trunk all the way up.',
    kind: 'strength',
    patterns: [
      ['repeated-trunk-flexion', {load: 'body', range: 'end', speed: 'controlled', side: 'bilateral'}],
      ['supine-posture', {load: 'body'}],
    ],
    positions: ['supine'],
    bodyRegions: ['abdomen', 'lumbar'],
    muscles: {primary: ['abdominals', 'hip flexors']},
    settings: ['gym', 'home'],
    steps: [
      {text: 'Lie on your back with bent knees and crossed arms.'},
      {text: 'Curl up slowly, head first.'},
      {text: 'Go on until the chest is near the thighs.', holdsDosage: true},
      {text: 'Roll back down slowly.'},
    ],
    commonErrors: ['Pulling on the neck', 'Swinging up'],
    aliases: [{text: 'Bent-knee sit-up'}],
    alternatives: [
      ['pelvic-tilt', 'The belly works while the trunk stays on the floor.'],
      ['bird-dog', 'Trains the trunk without curling it.'],
    ],
  }),
  exercise('sit-up-flat-leg', {
    ...supervised,
    title: 'Sit-up with flat legs',
    purpose: 'Curls the trunk all the way up with straight legs, mostly by the hip flexors.',
    kind: 'strength',
    patterns: [
      ['repeated-trunk-flexion', {load: 'body', range: 'end', speed: 'controlled', side: 'bilateral'}],
      ['supine-posture', {load: 'body'}],
    ],
    positions: ['supine'],
    bodyRegions: ['abdomen', 'lumbar', 'hip'],
    muscles: {primary: ['hip flexors', 'abdominals']},
    settings: ['gym', 'home'],
    steps: [
      {text: 'Lie on your back with both legs flat.'},
      {text: 'Curl up slowly, head first.'},
      {text: 'Sit all the way up.', holdsDosage: true},
      {text: 'Roll back down slowly.'},
    ],
    commonErrors: ['Jerking up', 'Hooking the feet under furniture'],
    aliases: [{text: 'Straight-leg sit-up'}],
    alternatives: [
      ['pelvic-tilt', 'The belly works while the trunk stays on the floor.'],
      ['bridge', 'Strengthens the trunk without curling it.'],
    ],
  }),
  exercise('overhead-weight-lift', {
    ...supervised,
    title: 'Lifting weights overhead',
    purpose: 'Works shoulders and arms by pressing a weight above the head.',
    kind: 'strength',
    patterns: [
      ['overhead-load', {load: 'overhead', range: 'end', speed: 'controlled', side: 'bilateral'}],
      ['valsalva', {load: 'overhead'}],
    ],
    positions: ['standing'],
    bodyRegions: ['shoulder', 'lumbar'],
    muscles: {primary: ['shoulders', 'upper arms'], secondary: ['trunk muscles']},
    equipment: [{item: 'dumbbell', optional: false}],
    settings: ['gym'],
    steps: [
      {text: 'Stand with the feet apart and the weights at your shoulders.'},
      {text: 'Tighten belly and buttocks.'},
      {text: 'Press the weights up above your head while you breathe out.', holdsDosage: true},
      {text: 'Lower them to your shoulders.'},
    ],
    commonErrors: ['Leaning back', 'Holding the breath'],
    aliases: [
      {
        text: 'Lifting weights above the waist',
        note: 'Wider than this exercise; the post of 2013 names no single one',
      },
    ],
    alternatives: [['wall-push-up', 'Trains chest and arms with nothing above the shoulders.']],
  }),
  exercise('toe-touch', {
    ...supervised,
    title: 'Standing toe touch',
    purpose: 'Stretches the back of the legs by bending down to the feet with straight knees.',
    kind: 'flexibility',
    patterns: [
      ['loaded-end-range-flexion', {load: 'body', range: 'end', side: 'bilateral'}],
      ['neural-tension', {load: 'body', range: 'end', side: 'bilateral'}],
    ],
    positions: ['standing'],
    bodyRegions: ['lumbar', 'leg'],
    muscles: {primary: ['hamstrings'], secondary: ['lower back muscles']},
    settings: ['gym', 'home'],
    steps: [
      {text: 'Stand with the feet together and the knees straight.'},
      {text: 'Bend forwards and let the arms hang.'},
      {text: 'Reach towards the toes.', caution: 'Bouncing makes the strain larger.', holdsDosage: true},
      {text: 'Roll up again slowly.'},
    ],
    commonErrors: ['Bouncing', 'Forcing the hands lower'],
    aliases: [{text: 'Forward bend'}],
    alternatives: [['hip-hinge', 'Bends at the hips while the back keeps its shape.']],
  }),
]
