import {picture} from '../../builders/picture.ts'
import {
  bullets,
  cited,
  claimed,
  explained,
  heading,
  linked,
  paragraph,
  portableText,
} from '../../builders/portableText.ts'
import {reference} from '../../builders/reference.ts'
import type {SampleDocument} from '../../builders/sampleDocument.ts'
import {holidayTravelHeader} from '../../drawing/pictures/headerPictures.ts'
import {article, claimText, type Claim} from './article.ts'

const emergency = {_type: 'carePathwayRef', carePathway: reference('care-pathway-cauda-equina')}

/** Readers of the short articles on exercise, and those for whom the exercises need other advice. */
const audience = {
  primary: ['back-pain-chronic', 'back-pain-subacute'],
  notFor: ['osteoporosis', 'vertebral-fracture', 'post-lumbar-fusion', 'post-discectomy'],
}

const sittingCaution = 'Ask first if you have thin bones or had back surgery in the last weeks.'

const holidayTravel = article('how-to-manage-back-pain-during-holiday-travel', {
  title: 'How To Manage Back Pain During Holiday Travel',
  publishedAt: '2022-11-16T14:00:00Z',
  summary:
    'Small habits for long drives and flights: pack light, change position often, and move at every stop.',
  keyMessages: [
    'Plan a stop or a stroll before your back asks for it.',
    'Two small bags are easier on the back than one big one.',
    'A few quiet movements in the seat keep stiffness away.',
  ],
  audience: {...audience, alsoFor: ['back-pain-acute']},
  topics: ['travel', 'low-back-pain'],
  bodyRegions: ['lumbar'],
  leadFigure: picture(holidayTravelHeader.file, holidayTravelHeader.alt),
  recommends: [
    {exercise: 'walking-outdoors', wording: 'a stroll at each stop'},
    {exercise: 'seated-marching', wording: 'marching in the seat'},
    {exercise: 'hip-hinge', wording: 'bending at the hips for the suitcase'},
  ],
  body: portableText(
    paragraph(
      'A visit to the family can mean hours in one seat, a heavy case and a strange bed. None of this has to end in a sore week. A little planning helps.',
    ),
    heading('Before you go'),
    ...bullets(
      'Split the load: two small cases, one for each hand, or one on wheels.',
      'Book an aisle seat, so that you can get up without asking.',
      'Put a rolled-up jumper in your hand luggage; it fits behind the small of the back.',
    ),
    heading('On the way'),
    paragraph(
      'In the car, stop before you are stiff and walk around it a few times. On a train or plane, stand up whenever the aisle is clear.',
    ),
    {_type: 'exerciseCard', exercise: reference('exercise-seated-marching')},
    heading('With the luggage'),
    paragraph(
      'Stand close, bend at the hips and knees, and let somebody else take the shelf above your head.',
    ),
    {_type: 'exerciseCard', exercise: reference('exercise-hip-hinge')},
    emergency,
  ),
})

const exerciseClaims: readonly Claim[] = [
  {
    key: 'c1',
    text: 'exercise probably eases chronic low back pain, compared with doing nothing',
    kind: 'comparison',
    status: 'supported',
    evidence: [{citation: 'verville-2023', stance: 'supports', agreement: 'supports', locator: 'Abstract'}],
  },
  {
    key: 'c2',
    text: 'no single kind of exercise stands far above the others',
    kind: 'comparison',
    status: 'unsupported',
    evidence: [{citation: 'hayden-2021', stance: 'background', agreement: 'not-checked'}],
  },
]

const whatKinds = article('what-kinds-of-exercise-help-lower-back-pain', {
  title: 'What Kinds of Exercise Help Lower Back Pain?',
  publishedAt: '2021-03-17T13:00:00Z',
  summary:
    'Aerobic exercise, strength, stretching: what each is good for, and why the best one is the one you keep doing.',
  keyMessages: [
    'Exercise probably eases chronic low back pain.',
    'Walking, strength training and stretching each have their place.',
    'The kind that you enjoy is the kind that you keep up.',
  ],
  audience,
  topics: ['low-back-pain', 'exercise-and-prevention', 'strength-and-control'],
  bodyRegions: ['lumbar', 'abdomen'],
  claims: exerciseClaims,
  recommends: [
    {exercise: 'walking-outdoors'},
    {
      exercise: 'bridge',
      caution: 'Choose the bird dog instead in the second half of pregnancy.',
    },
    {exercise: 'bird-dog'},
    {exercise: 'knee-to-chest-seated', caution: sittingCaution},
  ],
  body: portableText(
    paragraph(
      'People with a sore back often ask for the one right exercise. Reviews of trials say that ',
      claimed('c1', claimText(exerciseClaims, 'c1')),
      '.',
      cited('citation-verville-2023'),
      ' As far as we can tell, ',
      claimed('c2', claimText(exerciseClaims, 'c2')),
      '.',
      cited('citation-hayden-2021'),
    ),
    heading('Aerobic exercise'),
    paragraph('Walking, cycling, swimming: anything steady. It needs no skill and is easy to measure out.'),
    {_type: 'exerciseCard', exercise: reference('exercise-walking-outdoors')},
    heading('Strength'),
    paragraph('Exercises for the trunk and hips help you to hold and carry. Start with your own weight.'),
    {_type: 'exerciseCard', exercise: reference('exercise-bridge')},
    {_type: 'exerciseCard', exercise: reference('exercise-bird-dog')},
    heading('Stretching'),
    paragraph('A stretch can make a stiff morning easier. It should feel mild, never sharp.'),
    {_type: 'exerciseCard', exercise: reference('exercise-knee-to-chest-seated')},
    emergency,
  ),
})

const jointHealth = article('5-tips-for-optimal-joint-health', {
  title: '5 Tips for Optimal Joint Health',
  publishedAt: '2020-08-11T13:00:00Z',
  summary:
    'Five everyday habits that are kind to knees, hips, shoulders and the many small joints of the spine.',
  keyMessages: [
    'Joints work together: a sore knee changes how the back moves.',
    'Move often, in many directions, without force.',
  ],
  audience: {primary: ['anyone']},
  topics: ['joint-health', 'exercise-and-prevention'],
  bodyRegions: ['whole-body'],
  recommends: [{exercise: 'walking-outdoors'}, {exercise: 'swimming'}],
  body: portableText(
    paragraph(
      'We speak of “the bad knee” as if it lived alone. Yet a limp reaches the hip, and the hip reaches the back. Looking after one joint helps the rest.',
    ),
    ...bullets(
      'Move a little every hour rather than a lot on Saturday.',
      'Build strength around a joint before you load it.',
      'Change what you do: walk one day, swim the next.',
      'Wear shoes that fit and grip.',
      'Ask about a joint that is hot, red or swollen; do not exercise it.',
    ),
    {_type: 'exerciseCard', exercise: reference('exercise-swimming')},
    emergency,
  ),
})

const neckClaims: readonly Claim[] = [
  {
    key: 'c1',
    text: 'in 2018 the average American adult looked at a phone for some three hours daily',
    kind: 'statistic',
    status: 'unsupported',
    figures: [
      {asWritten: 'three hours', value: 3, unit: 'hours a day', population: 'US adults', timeframe: '2018'},
    ],
  },
  {
    key: 'c2',
    text: 'that at ages 8 to 17 it was nearly eight hours',
    kind: 'statistic',
    status: 'unsupported',
    figures: [{asWritten: 'eight hours', value: 8, unit: 'hours a day', population: 'people aged 8 to 17'}],
  },
]

const techNeck = article('tech-neck-is-real', {
  title: 'Tech Neck is Real, and It Could Be Causing Your Neck Pain',
  publishedAt: '2020-03-09T13:00:00Z',
  summary:
    'Looking down for hours tires the neck. Raise the screen, take breaks, and bring the head back over the shoulders.',
  keyMessages: [
    'Bring the screen up to your eyes, not your head down to the screen.',
    'Short breaks matter more than a perfect posture.',
  ],
  audience: {primary: ['anyone']},
  topics: ['neck-pain', 'posture-and-work'],
  bodyRegions: ['cervical', 'thoracic'],
  claims: neckClaims,
  recommends: [{exercise: 'chin-tuck'}],
  body: portableText(
    paragraph(
      'The older post on this subject says that ',
      claimed('c1', claimText(neckClaims, 'c1')),
      ', and ',
      claimed('c2', claimText(neckClaims, 'c2')),
      '. It names no source, so we cannot stand behind the numbers. That many of us look down for much of the day needs no study.',
    ),
    paragraph('A head that hangs forwards keeps the muscles of the neck busy. By evening they ache.'),
    ...bullets(
      'Hold the phone at chest height or higher.',
      'Look up and away every twenty minutes or so.',
      'Let the chair carry your back.',
    ),
    {_type: 'exerciseCard', exercise: reference('exercise-chin-tuck')},
    emergency,
  ),
  carePathways: ['progressive-weakness', 'serious-injury'],
})

const arthritisClaims: readonly Claim[] = [
  {
    key: 'c1',
    text: 'more than 100 forms of arthritis',
    kind: 'statistic',
    status: 'unsupported',
    figures: [{asWritten: 'more than 100', value: 100, unit: 'forms of arthritis, at least'}],
  },
]

const arthritis = article('take-a-natural-approach-to-relieving-arthritis-pain', {
  title: 'Take a Natural Approach to Relieving Arthritis Pain',
  publishedAt: '2020-02-01T14:00:00Z',
  summary:
    'Warmth, gentle movement and water: simple things that can make stiff joints more bearable beside your treatment.',
  keyMessages: [
    'Gentle movement can ease stiff joints.',
    'None of this replaces the treatment that you have been given.',
  ],
  audience: {primary: ['anyone'], alsoFor: ['inflammatory-arthritis']},
  topics: ['joint-health'],
  bodyRegions: ['whole-body'],
  claims: arthritisClaims,
  recommends: [{exercise: 'pool-walking'}, {exercise: 'walking-outdoors'}],
  body: portableText(
    paragraph(
      'Doctors speak of ',
      claimed('c1', claimText(arthritisClaims, 'c1')),
      '; this number, too, comes without a source. Wear and tear is one form, inflammation another, and they are treated differently. So find out first which one is yours.',
    ),
    heading('What you can do beside treatment'),
    ...bullets(
      'Take a warm shower before you move, and a cool pack after, whichever feels better.',
      'Move each stiff joint gently through the range that is comfortable.',
      'Try walking in warm water on days when land is too hard.',
    ),
    {_type: 'exerciseCard', exercise: reference('exercise-pool-walking')},
    {
      _type: 'warning',
      severity: 'important',
      heading: 'Do not stop medicines on your own',
      text: 'Some forms of arthritis damage joints when they are not treated. Talk to whoever prescribed your medicine before you change it.',
    },
    emergency,
  ),
})

const lifestyle = article('lifestyle-changes-to-help-combat-lower-back-pain', {
  title: 'Lifestyle Changes to Help Combat Lower Back Pain',
  publishedAt: '2019-10-01T13:00:00Z',
  summary: 'How you sit, sleep, lift and walk adds up. Five changes that cost nothing and are easy to keep.',
  keyMessages: [
    'Small changes that you keep beat big ones that you drop.',
    'Break up long sitting.',
    'Bend at the hips when you lift.',
  ],
  audience,
  topics: ['low-back-pain', 'exercise-and-prevention', 'posture-and-work'],
  bodyRegions: ['lumbar'],
  recommends: [{exercise: 'walking-outdoors'}, {exercise: 'hip-hinge'}],
  body: portableText(
    paragraph(
      'The lower back carries us all day, and most of us give it a thought only when it complains. A few habits make its work easier.',
    ),
    ...bullets(
      'Stand up and walk a few steps at every phone call.',
      'Sleep on the side with a pillow between the knees, if that feels good.',
      'Keep what you carry close to the body.',
      'If you smoke, ask for help to stop.',
      [
        'Walk most days; see ',
        linked('/articles/exercising-with-back-pain', 'Exercising with Back Pain'),
        '.',
      ],
    ),
    paragraph(
      'When you bend, keep a ',
      explained('glossary-term-neutral-spine', 'neutral spine'),
      ' and let the hips do the work.',
    ),
    {_type: 'exerciseCard', exercise: reference('exercise-hip-hinge')},
    emergency,
  ),
})

/** The six articles of the list under the post of 2013: their titles and dates, short texts of our own. */
export const relatedArticles: readonly SampleDocument[] = [
  holidayTravel,
  whatKinds,
  jointHealth,
  techNeck,
  arthritis,
  lifestyle,
]
