import {objectList} from '../../../builders/objectList.ts'
import {picture} from '../../../builders/picture.ts'
import {
  bullets,
  cited,
  claimed,
  explained,
  heading,
  paragraph,
  portableText,
  strong,
  type BlockObject,
  type Part,
} from '../../../builders/portableText.ts'
import {reference, references} from '../../../builders/reference.ts'
import {kneeToChestSeated} from '../../../drawing/pictures/seatedPictures.ts'
import {claimText} from '../article.ts'
import {claims} from './claims.ts'
import {discourages} from './uses.ts'

const claim = (key: string): Part => claimed(key, claimText(claims, key))

const card = (slug: string): BlockObject => ({
  _type: 'exerciseCard',
  exercise: reference(`exercise-${slug}`),
})

function table(caption: string, ...rows: readonly (readonly string[])[]): BlockObject {
  return {
    _type: 'tableBlock',
    caption,
    headerRow: true,
    rows: objectList(
      'tableRow',
      rows.map((cells) => ({cells})),
    ),
  }
}

const howSure = table(
  'How well each statement of this article is supported',
  ['Statement', 'What we found'],
  ['How common back pain is', 'No source is given in the post of 2013, and none has been confirmed since.'],
  ['Exercise eases chronic back pain', 'Supported: a review of trials, with moderate certainty.'],
  ['Trunk training eases lasting pain', 'Supported: a review of 13 trials.'],
  ['Walking works about as well as strengthening', 'Supported by one small trial.'],
  ['Walking strengthens the legs and so helps the back', 'No source found for the link.'],
  ['Water trains as well as walking', 'No source found.'],
  [
    'Some exercises overload a sore back',
    'Disputed: a laboratory study measured high loads, a review found no link between bending and pain.',
  ],
  ['Lying down or sitting asks less of the back', 'No source found.'],
)

const gettingGoing = [
  paragraph(
    'Back pain is common. It is often said that ',
    claim('c1'),
    ', and that ',
    claim('c2'),
    '. The post behind this article names no study for these numbers, and we have not found one, so take them as rough. What is plain is that many people with a sore back are afraid to move.',
  ),
  {_type: 'carePathwayRef', carePathway: reference('care-pathway-cauda-equina')},
  heading('Why keep moving'),
  paragraph(
    'Nothing makes back pain vanish for everyone, and how much anyone can do depends on how fresh and how strong the pain is. Still, ',
    claim('c7'),
    '.',
    cited('citation-verville-2023'),
    cited('citation-hayden-2021'),
    ' The worry that a painful back means a life in an armchair is mistaken. In fact, ',
    claim('c8'),
    '.',
    cited('citation-bull-2020'),
  ),
  heading('Walk first'),
  paragraph(
    'Walking is the gentlest way to begin. It is ',
    explained('glossary-term-aerobic-exercise', 'aerobic exercise'),
    ' that you can stop at any moment. ',
    claim('c3'),
    '. ',
    claim('c11'),
    '.',
    cited('citation-shnayderman-2013'),
    ' A few weeks of walking also tell you where you stand: how far you get, and how your back answers.',
  ),
  card('walking-outdoors'),
  card('walking-treadmill'),
  heading('If walking on land hurts', 'h3'),
  paragraph(
    'Go into the water. The idea is that ',
    claim('c5'),
    '. We have found no study that shows it, but many people find water kinder.',
  ),
  card('pool-walking'),
  card('swimming'),
] as const

const buildingUp = [
  heading('Add strength and stretching'),
  paragraph(
    'When you know what you can manage, add exercises for the back and for the ',
    explained('glossary-term-core', 'core'),
    '. There is reason to: ',
    claim('c4'),
    '.',
    cited('citation-slade-2006'),
    ' Whether it also makes daily life easier is less clear. A strong core may help with balance too.',
    cited('citation-harvard-health-letter-2013'),
  ),
  {
    _type: 'pullStat',
    value: '13 trials',
    text: 'were weighed in the review of trunk training',
    claimKey: 'c4',
  },
  ...bullets(
    [
      strong('One at a time.'),
      ' Add a single new exercise, so that you know what your back is answering to.',
    ],
    [
      strong('Few and slow.'),
      ' Begin with a handful of repetitions. The post of 2013 gives no number, so neither do we.',
    ],
    [strong('Smooth.'), ' Move as if through honey; a jerk can catch a sore back by surprise.'],
    [strong('Your own limit.'), ' With a trainer or alone, you decide when to stop.'],
  ),
  heading('Gentle stretches, lying or sitting'),
  paragraph(
    'The thought behind the next three is that ',
    claim('c9'),
    '. No source was found for it, yet they are easy to try and easy to stop.',
  ),
  card('knee-to-chest-supine'),
  {
    ...picture(kneeToChestSeated.file, kneeToChestSeated.alt, 'The same stretch on a chair.'),
    _type: 'figure',
  },
  card('knee-to-chest-seated'),
  card('trunk-rotation-supine'),
  {
    _type: 'warning',
    severity: 'important',
    heading: 'Not everyone should lie on the back',
    text: 'From the second trimester of pregnancy, choose the chair. With thin bones, or in the weeks after back surgery, ask the clinician who treats you before you bend or twist.',
  },
  paragraph('Pregnancy needs advice of its own: ', claim('c12'), '.', cited('citation-lillios-2012')),
] as const

const holdingBack = [
  heading('What to leave out for now'),
  paragraph(
    'Some well-known exercises are poor choices for a back in pain. The clinic’s view is that ',
    claim('c6'),
    '. Research does not agree on this,',
    cited('citation-axler-1997'),
    cited('citation-saraceni-2020'),
    ' so treat it as a reason to ask, not as a law.',
  ),
  {
    _type: 'exerciseList',
    intent: 'discourage',
    heading: 'Ask before you try these',
    exercises: references(...discourages.map(({exercise}) => `exercise-${exercise}`)),
  },
  table(
    'What to try in place of each exercise',
    ['In place of', 'Try'],
    ['Both legs raised', 'Heel slides, or marching on a chair'],
    ['Sit-ups of any kind', 'Pelvic tilts, bridges or the bird dog'],
    ['Weights overhead', 'Push-ups against a wall'],
    ['Touching the toes', 'The hip hinge'],
  ),
  heading('Know when to stop'),
  paragraph(
    'Pictures on the web show how an exercise is done. They cannot feel what you feel. Our advice: ',
    claim('c10'),
    '. Rest, try less the next day, and ask if it stays. A ',
    explained('glossary-term-red-flag', 'red flag'),
    ' means that you do not wait.',
  ),
  {_type: 'carePathwayRef', carePathway: reference('care-pathway-progressive-weakness')},
  {_type: 'faqList', heading: 'Questions we hear every day'},
  heading('How sure are we?'),
  howSure,
  {_type: 'disclaimerRef', disclaimer: reference('disclaimer-sample')},
] as const

export const body = portableText(...gettingGoing, ...buildingUp, ...holdingBack)
