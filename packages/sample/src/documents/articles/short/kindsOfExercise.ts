import {cited, claimed, heading, paragraph, portableText} from '../../../builders/portableText.ts'
import type {SampleDocument} from '../../../builders/sampleDocument.ts'
import {article, claimText, type Claim} from '../article.ts'
import {exerciseCard, pathwayBlock} from '../articleBlocks.ts'
import {bendingCaution, shortArticleAudience} from '../shortArticleAudience.ts'

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

export const kindsOfExercise: SampleDocument = article('what-kinds-of-exercise-help-lower-back-pain', {
  title: 'What Kinds of Exercise Help Lower Back Pain?',
  publishedAt: '2021-03-17T13:00:00Z',
  summary:
    'Aerobic exercise, strength, stretching: what each is good for, and why the best one is the one you keep doing.',
  keyMessages: [
    'Exercise probably eases chronic low back pain.',
    'Walking, strength training and stretching each have their place.',
    'The kind that you enjoy is the kind that you keep up.',
  ],
  audience: shortArticleAudience,
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
    {exercise: 'knee-to-chest-seated', caution: bendingCaution},
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
    exerciseCard('walking-outdoors'),
    heading('Strength'),
    paragraph('Exercises for the trunk and hips help you to hold and carry. Start with your own weight.'),
    exerciseCard('bridge'),
    exerciseCard('bird-dog'),
    heading('Stretching'),
    paragraph('A stretch can make a stiff morning easier. It should feel mild, never sharp.'),
    exerciseCard('knee-to-chest-seated'),
    pathwayBlock('cauda-equina'),
  ),
})
