import {bullets, cited, claimed, heading, paragraph, portableText} from '../../../builders/portableText.ts'
import type {SampleDocument} from '../../../builders/sampleDocument.ts'
import {article, claimText, type Claim} from '../article.ts'
import {exerciseCard, pathwayBlock} from '../articleBlocks.ts'

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

export const bendAtTheHips: SampleDocument = article('bend-at-the-hips', {
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
    exerciseCard('hip-hinge'),
    heading('Where to use it'),
    ...bullets(
      'At the dishwasher: one foot back, hips back.',
      'At the washing machine: kneel on one knee.',
      'At the boot of the car: slide, do not lift.',
    ),
    exerciseCard('wall-push-up'),
    pathwayBlock('cauda-equina'),
    pathwayBlock('possible-fracture'),
  ),
  carePathways: ['possible-fracture'],
})
