import {reference, references} from '../../builders/reference.ts'
import type {SampleDocument} from '../../builders/sampleDocument.ts'
import {aerobicStopSigns, exercise, weeklyActivity, weeklyActivityEvidence} from './exercise.ts'

const walkingTrial = {
  citation: reference('citation-shnayderman-2013'),
  supports: 'effect',
  populations: references('condition-back-pain-chronic'),
  locator: 'Trial of walking against strengthening, 52 people',
}

const gait = {load: 'body', range: 'mid', speed: 'controlled', side: 'alternating'}

export const aerobicExercises: readonly SampleDocument[] = [
  exercise('walking-outdoors', {
    title: 'Walking outdoors',
    purpose:
      'Builds general fitness with little strain on the back. A good place to start after a quiet spell.',
    kind: 'aerobic',
    patterns: [['walking-gait', gait]],
    positions: ['walking'],
    bodyRegions: ['whole-body'],
    muscles: {primary: ['calves', 'thighs', 'buttocks'], secondary: ['trunk muscles']},
    settings: ['outdoors'],
    difficulty: 1,
    supervision: 'self',
    steps: [
      {text: 'Put on shoes that grip and choose a route that is level and well lit.'},
      {text: 'Set off slowly for the first few minutes.', cue: 'You could sing.'},
      {
        text: 'Walk tall at a pace at which you can still talk.',
        cue: 'Eyes ahead, shoulders loose, arms swinging.',
        holdsDosage: true,
      },
      {text: 'Slow down for the last few minutes before you stop.'},
      {
        text: 'Note how your back feels that evening and the next morning, and choose the next distance by it.',
      },
    ],
    stopIf: aerobicStopSigns,
    commonErrors: [
      'Going as far as you can on the first good day',
      'Looking down at the ground or at a phone',
    ],
    dosages: [weeklyActivity],
    evidence: [weeklyActivityEvidence, walkingTrial],
  }),
  exercise('walking-treadmill', {
    title: 'Walking on a treadmill',
    purpose: 'Walking at a set pace on a level belt, in any weather, with a rail within reach.',
    kind: 'aerobic',
    patterns: [['walking-gait', gait]],
    positions: ['walking'],
    bodyRegions: ['whole-body'],
    muscles: {primary: ['calves', 'thighs', 'buttocks'], secondary: ['trunk muscles']},
    equipment: [{item: 'treadmill', optional: false}],
    settings: ['gym', 'home'],
    difficulty: 1,
    supervision: 'self',
    steps: [
      {
        text: 'Clip on the safety key and stand on the side rails.',
        caution: 'Never step onto a moving belt that is fast.',
      },
      {text: 'Start the belt at its slowest speed and step on.'},
      {
        text: 'Raise the speed little by little until you walk briskly but can still talk.',
        cue: 'Long spine, hands free; touch the rail only for balance.',
        holdsDosage: true,
      },
      {text: 'Leave the belt level until walking on the flat is easy.'},
      {text: 'Bring the speed down step by step and wait for the belt to stand still before you get off.'},
    ],
    stopIf: aerobicStopSigns,
    commonErrors: ['Holding the rail all the time and leaning on it', 'Steps that are too long for the belt'],
    dosages: [weeklyActivity],
    alternatives: [['walking-outdoors', 'Needs no machine, and nothing moves under your feet.']],
    evidence: [weeklyActivityEvidence],
  }),
  exercise('pool-walking', {
    title: 'Walking in a pool',
    purpose:
      'Walking while the water carries part of your weight, for days when walking on land is uncomfortable.',
    kind: 'aerobic',
    patterns: [
      ['water-supported-movement', {load: 'none', range: 'mid', speed: 'controlled', side: 'alternating'}],
    ],
    positions: ['in-water', 'walking'],
    bodyRegions: ['whole-body'],
    muscles: {primary: ['thighs', 'buttocks'], secondary: ['trunk muscles', 'shoulders']},
    equipment: [{item: 'pool', optional: false}],
    settings: ['pool'],
    difficulty: 1,
    supervision: 'self',
    steps: [
      {text: 'Enter by the steps and go in until the water is between waist and chest.'},
      {text: 'Stand tall with the feet flat, close to the edge.'},
      {
        text: 'Walk forwards with a whole foot on the floor at each step.',
        cue: 'Do not lean into the water.',
        holdsDosage: true,
      },
      {text: 'Let the arms swing under the surface.'},
      {text: 'Turn round with small steps, not with a twist, and walk back.'},
    ],
    stopIf: [...aerobicStopSigns, ['you start to shiver or your legs cramp']],
    commonErrors: ['Walking on tiptoe', 'Leaning forwards against the water'],
    dosages: [weeklyActivity],
    alternatives: [['walking-outdoors', 'When there is no pool nearby.']],
    evidence: [weeklyActivityEvidence],
  }),
  exercise('swimming', {
    title: 'Swimming',
    purpose: 'Aerobic exercise for the whole body while the water carries your weight.',
    kind: 'aerobic',
    patterns: [['water-supported-movement', {load: 'none', speed: 'controlled', side: 'alternating'}]],
    positions: ['in-water'],
    bodyRegions: ['whole-body', 'shoulder'],
    muscles: {primary: ['shoulders', 'upper back'], secondary: ['trunk muscles', 'hips']},
    equipment: [
      {item: 'pool', optional: false},
      {item: 'float', optional: true},
    ],
    settings: ['pool'],
    difficulty: 2,
    supervision: 'self',
    steps: [
      {text: 'Warm up with a few minutes of walking in the shallow end.'},
      {
        text: 'Choose a stroke that lets you keep the neck and the lower back easy.',
        cue: 'Front crawl or backstroke rather than breaststroke with the head held up.',
      },
      {text: 'Swim one length slowly and rest.', cue: 'Breathe out into the water.', holdsDosage: true},
      {text: 'Add a length only when the last one felt easy.'},
      {text: 'Finish with an easy length before you get out.'},
    ],
    stopIf: [...aerobicStopSigns, ['you cannot catch your breath at the wall']],
    commonErrors: [
      'Holding the head up out of the water for length after length',
      'Kicking so hard that the back arches',
    ],
    dosages: [weeklyActivity],
    alternatives: [['pool-walking', 'When you cannot swim, or the neck does not like it.']],
    evidence: [weeklyActivityEvidence],
  }),
]
