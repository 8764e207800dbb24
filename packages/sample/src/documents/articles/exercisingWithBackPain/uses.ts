import type {Use} from '../article.ts'

const lyingDown =
  'Sit instead if you are in the second half of pregnancy. Ask first if you have thin bones or had back surgery in the last weeks.'

export const recommends: readonly Use[] = [
  {exercise: 'walking-outdoors', wording: 'walking'},
  {
    exercise: 'walking-treadmill',
    wording: 'walking on a treadmill',
    caution: 'Use the safety key, and choose level ground instead if you feel unsteady on your feet.',
  },
  {exercise: 'pool-walking', wording: 'walking in a pool'},
  {exercise: 'swimming', wording: 'swimming'},
  {exercise: 'knee-to-chest-supine', wording: 'knee to chest, lying down', caution: lyingDown},
  {
    exercise: 'knee-to-chest-seated',
    wording: 'knee to chest, sitting',
    caution: 'Ask first if you have thin bones or had back surgery in the last weeks.',
  },
  {exercise: 'trunk-rotation-supine', wording: 'knee rolls', caution: lyingDown},
]

export const discourages: readonly Use[] = [
  {
    exercise: 'double-leg-raise',
    wording: 'leg lifts with both legs',
    reason: 'The weight of two straight legs pulls on the pelvis and bends the lower back.',
    alternatives: [
      ['heel-slide', 'One leg at a time, and the floor carries it.'],
      ['seated-marching', 'One bent leg at a time, sitting.'],
    ],
  },
  {
    exercise: 'sit-up-bent-leg',
    wording: 'sit-ups with bent legs',
    reason: 'A full sit-up loads the lower back more than the belly needs.',
    alternatives: [
      ['pelvic-tilt', 'The belly works while the trunk stays down.'],
      ['bird-dog', 'Trains the trunk without curling it.'],
    ],
  },
  {
    exercise: 'sit-up-flat-leg',
    wording: 'sit-ups with flat legs',
    reason: 'With flat legs the hip flexors do the lifting and pull on the lower back.',
    alternatives: [
      ['pelvic-tilt', 'The belly works while the trunk stays down.'],
      ['bridge', 'Strengthens the trunk without curling it.'],
    ],
  },
  {
    exercise: 'overhead-weight-lift',
    wording: 'lifting weights high',
    reason: 'A weight held high presses on the whole spine and tempts you to lean back.',
    alternatives: [['wall-push-up', 'Trains chest and arms with nothing above the shoulders.']],
  },
  {
    exercise: 'toe-touch',
    wording: 'touching the toes',
    reason: 'The weight of the trunk hangs on a back that is rounded to its limit.',
    alternatives: [['hip-hinge', 'Bends at the hips while the back keeps its shape.']],
  },
]
