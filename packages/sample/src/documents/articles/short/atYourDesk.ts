import {paragraph, portableText} from '../../../builders/portableText.ts'
import type {SampleDocument} from '../../../builders/sampleDocument.ts'
import {article} from '../article.ts'
import {exerciseCard, pathwayBlock} from '../articleBlocks.ts'
import {bendingCaution, shortArticleAudience} from '../shortArticleAudience.ts'

export const atYourDesk: SampleDocument = article('five-minutes-at-your-desk', {
  title: 'Five Minutes at Your Desk',
  publishedAt: '2026-09-09T13:00:00Z',
  summary: 'Three quiet movements for a working day, none of which makes you leave your chair.',
  keyMessages: ['The next position is the best position.', 'Five minutes twice a day is a start.'],
  audience: {
    primary: shortArticleAudience.primary,
    notFor: ['osteoporosis', 'vertebral-fracture', 'post-lumbar-fusion'],
  },
  topics: ['posture-and-work', 'neck-pain'],
  bodyRegions: ['cervical', 'lumbar', 'hip'],
  recommends: [
    {exercise: 'chin-tuck'},
    {exercise: 'seated-marching'},
    {
      exercise: 'knee-to-chest-seated',
      caution: bendingCaution,
    },
  ],
  body: portableText(
    paragraph(
      'No chair is so good that you should stay in it. When you cannot get up, these three help to break up the time.',
    ),
    exerciseCard('chin-tuck'),
    exerciseCard('seated-marching'),
    exerciseCard('knee-to-chest-seated'),
    pathwayBlock('cauda-equina'),
  ),
})
