import {bullets, heading, paragraph, portableText} from '../../../builders/portableText.ts'
import type {SampleDocument} from '../../../builders/sampleDocument.ts'
import {article} from '../article.ts'
import {exerciseCard, pathwayBlock} from '../articleBlocks.ts'
import {shortArticleAudience} from '../shortArticleAudience.ts'

export const poolWalking: SampleDocument = article('getting-started-with-pool-walking', {
  kind: 'patient-guide',
  title: 'Getting Started with Pool Walking',
  publishedAt: '2025-05-14T13:00:00Z',
  summary: 'What to bring, how deep to go, and how to build up: a first month of walking in water.',
  keyMessages: [
    'Water to the chest carries much of your weight.',
    'Walk tall, with the whole foot on the floor.',
  ],
  audience: {
    primary: shortArticleAudience.primary,
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
    exerciseCard('pool-walking'),
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
    pathwayBlock('cauda-equina'),
  ),
  carePathways: ['chest-pain-or-collapse'],
})
