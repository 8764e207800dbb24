import {bullets, explained, linked, paragraph, portableText} from '../../../builders/portableText.ts'
import type {SampleDocument} from '../../../builders/sampleDocument.ts'
import {article} from '../article.ts'
import {exerciseCard, pathwayBlock} from '../articleBlocks.ts'
import {shortArticleAudience} from '../shortArticleAudience.ts'

export const lifestyleChanges: SampleDocument = article('lifestyle-changes-to-help-combat-lower-back-pain', {
  title: 'Lifestyle Changes to Help Combat Lower Back Pain',
  publishedAt: '2019-10-01T13:00:00Z',
  summary: 'How you sit, sleep, lift and walk adds up. Five changes that cost nothing and are easy to keep.',
  keyMessages: [
    'Small changes that you keep beat big ones that you drop.',
    'Break up long sitting.',
    'Bend at the hips when you lift.',
  ],
  audience: shortArticleAudience,
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
    exerciseCard('hip-hinge'),
    pathwayBlock('cauda-equina'),
  ),
})
