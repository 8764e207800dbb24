import {bullets, paragraph, portableText} from '../../../builders/portableText.ts'
import type {SampleDocument} from '../../../builders/sampleDocument.ts'
import {article} from '../article.ts'
import {exerciseCard, pathwayBlock} from '../articleBlocks.ts'

export const jointHealth: SampleDocument = article('5-tips-for-optimal-joint-health', {
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
    exerciseCard('swimming'),
    pathwayBlock('cauda-equina'),
  ),
})
