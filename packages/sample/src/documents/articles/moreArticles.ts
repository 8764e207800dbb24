import {
  bullets,
  cited,
  claimed,
  explained,
  heading,
  paragraph,
  portableText,
} from '../../builders/portableText.ts'
import {reference} from '../../builders/reference.ts'
import type {SampleDocument} from '../../builders/sampleDocument.ts'
import {article, claimText, type Claim} from './article.ts'

const pathway = (slug: string): {_type: string; carePathway: unknown} => ({
  _type: 'carePathwayRef',
  carePathway: reference(`care-pathway-${slug}`),
})

const card = (slug: string): {_type: string; exercise: unknown} => ({
  _type: 'exerciseCard',
  exercise: reference(`exercise-${slug}`),
})

const backPain = ['back-pain-chronic', 'back-pain-subacute']

const pool = article('getting-started-with-pool-walking', {
  kind: 'patient-guide',
  title: 'Getting Started with Pool Walking',
  publishedAt: '2025-05-14T13:00:00Z',
  summary: 'What to bring, how deep to go, and how to build up: a first month of walking in water.',
  keyMessages: [
    'Water to the chest carries much of your weight.',
    'Walk tall, with the whole foot on the floor.',
  ],
  audience: {
    primary: backPain,
    alsoFor: ['inflammatory-arthritis', 'pregnancy'],
    notFor: ['post-lumbar-fusion'],
  },
  topics: ['walking-and-water', 'low-back-pain'],
  bodyRegions: ['whole-body'],
  recommends: [{exercise: 'pool-walking'}, {exercise: 'swimming'}],
  body: portableText(
    paragraph(
      'If walking on land hurts, a pool may let you begin. Choose a quiet hour and a lane with a handrail.',
    ),
    card('pool-walking'),
    heading('The first month'),
    ...bullets(
      'Week one: a few lengths, resting at the wall.',
      'Week two: the same, with fewer rests.',
      'Then add a length whenever the last visit left no trace the next day.',
    ),
    {
      _type: 'warning',
      severity: 'caution',
      heading: 'Stay out of the water with a fresh wound',
      text: 'After an operation, wait until your surgeon says that the wound may get wet.',
    },
    pathway('cauda-equina'),
  ),
  carePathways: ['chest-pain-or-collapse'],
})

const hingeClaims: readonly Claim[] = [
  {
    key: 'c1',
    text: 'a panel of experts advises people with thin bones to bend at the hips rather than round the back',
    kind: 'advice',
    status: 'supported',
    evidence: [
      {
        citation: 'giangregorio-2014',
        stance: 'supports',
        agreement: 'not-checked',
        note: 'To be compared with the full text by a clinician.',
      },
    ],
  },
]

const hinge = article('bend-at-the-hips', {
  kind: 'patient-guide',
  title: 'Bend at the Hips: The Hip Hinge for Daily Life',
  publishedAt: '2025-09-03T13:00:00Z',
  summary:
    'For readers with thin bones: how to reach the floor, the dishwasher and the laundry without rounding the back.',
  keyMessages: [
    'Bend at the hips and knees, not in the back.',
    'Leave out toe touches and sit-ups.',
    'Learn it with a clinician beside you first.',
  ],
  audience: {
    primary: ['osteoporosis'],
    alsoFor: ['vertebral-fracture', 'long-term-steroid-use'],
    ageBand: 'older-adult',
  },
  topics: ['bone-health', 'strength-and-control'],
  bodyRegions: ['lumbar', 'hip'],
  claims: hingeClaims,
  recommends: [{exercise: 'hip-hinge'}, {exercise: 'wall-push-up'}, {exercise: 'walking-outdoors'}],
  discourages: [
    {
      exercise: 'toe-touch',
      reason: 'It rounds the back to its limit while the trunk hangs on it.',
      alternatives: [['hip-hinge', 'Reaches as low with the back straight.']],
    },
    {
      exercise: 'sit-up-bent-leg',
      reason: 'Each curl rounds the back under load.',
      alternatives: [['bird-dog', 'Trains the trunk with the back straight.']],
    },
  ],
  body: portableText(
    paragraph(
      'Picking up a sock is an exercise, whether we call it one or not. For that reason ',
      claimed('c1', claimText(hingeClaims, 'c1')),
      '.',
      cited('citation-giangregorio-2014'),
    ),
    card('hip-hinge'),
    heading('Where to use it'),
    ...bullets(
      'At the dishwasher: one foot back, hips back.',
      'At the washing machine: kneel on one knee.',
      'At the boot of the car: slide, do not lift.',
    ),
    card('wall-push-up'),
    pathway('cauda-equina'),
    pathway('possible-fracture'),
  ),
  carePathways: ['possible-fracture'],
})

const steadyTrunk = article('three-exercises-for-a-steady-trunk', {
  kind: 'patient-guide',
  title: 'Three Exercises for a Steady Trunk',
  publishedAt: '2026-02-11T14:00:00Z',
  summary:
    'Pelvic tilt, heel slide and bird dog: three steps from lying down to hands and knees, each harder than the last.',
  keyMessages: ['Master one before you try the next.', 'The back stays still while the limbs move.'],
  audience: {primary: backPain, notFor: ['post-lumbar-fusion', 'post-discectomy']},
  topics: ['strength-and-control', 'low-back-pain'],
  bodyRegions: ['abdomen', 'lumbar'],
  recommends: ['pelvic-tilt', 'heel-slide', 'bird-dog'].map((exercise) =>
    exercise === 'bird-dog'
      ? {exercise}
      : {
          exercise,
          caution: 'In the second half of pregnancy, choose seated marching instead of lying on the back.',
        },
  ),
  discourages: [
    {
      exercise: 'double-leg-raise',
      reason: 'Two straight legs are more than most trunks can hold still.',
      alternatives: [['heel-slide', 'The floor carries the leg.']],
    },
  ],
  body: portableText(
    paragraph(
      'A steady trunk is not a stiff one. These three exercises teach the ',
      explained('glossary-term-core', 'core'),
      ' to hold on just enough.',
    ),
    heading('1. Pelvic tilt'),
    card('pelvic-tilt'),
    heading('2. Heel slide'),
    card('heel-slide'),
    heading('3. Bird dog'),
    card('bird-dog'),
    pathway('cauda-equina'),
  ),
})

const gettingHelp = article('when-back-pain-needs-help-today', {
  kind: 'patient-guide',
  title: 'When Back Pain Needs Help Today',
  publishedAt: '2026-04-22T13:00:00Z',
  summary: 'Most back pain can wait for an appointment. These signs cannot. Know them before you need them.',
  keyMessages: [
    'Trouble with bladder, bowels or feeling between the legs: go now.',
    'Fever, weight loss or a fall: call today.',
  ],
  audience: {primary: ['anyone']},
  topics: ['when-to-get-help', 'low-back-pain'],
  bodyRegions: ['lumbar'],
  carePathways: [
    'serious-injury',
    'chest-pain-or-collapse',
    'possible-fracture',
    'infection-or-tumour',
    'progressive-weakness',
    'pain-that-stays',
  ],
  body: portableText(
    paragraph(
      'A ',
      explained('glossary-term-red-flag', 'red flag'),
      ' is a sign that should not wait. It does not say what is wrong; it says that someone should look.',
      cited('citation-finucane-2020'),
    ),
    pathway('cauda-equina'),
    pathway('serious-injury'),
    pathway('chest-pain-or-collapse'),
    heading('Call today'),
    pathway('possible-fracture'),
    pathway('infection-or-tumour'),
    pathway('progressive-weakness'),
    heading('Book an appointment'),
    pathway('pain-that-stays'),
    paragraph('Not having any of these signs does not show that nothing is wrong. If you are worried, ask.'),
  ),
})

const pregnancyClaims: readonly Claim[] = [
  {
    key: 'c1',
    text: 'a review of 7 studies found no firm proof that exercise does better than other care for back and pelvic pain',
    kind: 'comparison',
    status: 'supported',
    figures: [
      {
        asWritten: '7 studies',
        value: 7,
        unit: 'studies',
        population: 'pregnant women with back or pelvic pain',
      },
    ],
    evidence: [{citation: 'lillios-2012', stance: 'supports', agreement: 'supports', locator: 'Abstract'}],
  },
  {
    key: 'c2',
    text: 'being active is encouraged in a pregnancy without complications',
    kind: 'advice',
    status: 'supported',
    evidence: [{citation: 'acog-2020', stance: 'supports', agreement: 'supports', locator: 'Abstract'}],
  },
]

const pregnancy = article('back-pain-in-pregnancy', {
  title: 'Back Pain in Pregnancy: What Studies Say About Exercise',
  publishedAt: '2026-06-17T13:00:00Z',
  summary: 'What is known, what is not, and which positions to choose from the second trimester on.',
  keyMessages: [
    'Ask your midwife or doctor before you begin.',
    'From the second trimester, sit, stand or use water rather than lying flat.',
  ],
  audience: {primary: ['pregnancy'], notFor: ['postpartum']},
  topics: ['pregnancy', 'low-back-pain'],
  bodyRegions: ['lumbar', 'sacroiliac'],
  claims: pregnancyClaims,
  recommends: [{exercise: 'walking-outdoors'}, {exercise: 'pool-walking'}, {exercise: 'seated-marching'}],
  body: portableText(
    paragraph(
      'Many backs ache in pregnancy. In general ',
      claimed('c2', claimText(pregnancyClaims, 'c2')),
      '.',
      cited('citation-acog-2020'),
      ' For the pain itself the picture is thinner: ',
      claimed('c1', claimText(pregnancyClaims, 'c1')),
      '.',
      cited('citation-lillios-2012'),
    ),
    card('pool-walking'),
    card('seated-marching'),
    {
      _type: 'warning',
      severity: 'important',
      heading: 'Stop and call your midwife or doctor',
      text: 'Stop if you bleed, leak fluid, have regular painful contractions, or feel faint or short of breath before you begin.',
    },
    pathway('cauda-equina'),
    pathway('chest-pain-or-collapse'),
  ),
  carePathways: ['chest-pain-or-collapse'],
})

const desk = article('five-minutes-at-your-desk', {
  title: 'Five Minutes at Your Desk',
  publishedAt: '2026-09-09T13:00:00Z',
  summary: 'Three quiet movements for a working day, none of which makes you leave your chair.',
  keyMessages: ['The next position is the best position.', 'Five minutes twice a day is a start.'],
  audience: {primary: backPain, notFor: ['osteoporosis', 'vertebral-fracture', 'post-lumbar-fusion']},
  topics: ['posture-and-work', 'neck-pain'],
  bodyRegions: ['cervical', 'lumbar', 'hip'],
  recommends: [
    {exercise: 'chin-tuck'},
    {exercise: 'seated-marching'},
    {
      exercise: 'knee-to-chest-seated',
      caution: 'Ask first if you have thin bones or had back surgery in the last weeks.',
    },
  ],
  body: portableText(
    paragraph(
      'No chair is so good that you should stay in it. When you cannot get up, these three help to break up the time.',
    ),
    card('chin-tuck'),
    card('seated-marching'),
    card('knee-to-chest-seated'),
    pathway('cauda-equina'),
  ),
})

/** Further articles, so that the rules of a feed have something to choose from. */
export const moreArticles: readonly SampleDocument[] = [
  pool,
  hinge,
  steadyTrunk,
  gettingHelp,
  pregnancy,
  desk,
]
