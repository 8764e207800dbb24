import {explained, heading, paragraph, portableText} from '../../../builders/portableText.ts'
import type {SampleDocument} from '../../../builders/sampleDocument.ts'
import {article} from '../article.ts'
import {exerciseCard, pathwayBlock} from '../articleBlocks.ts'
import {shortArticleAudience} from '../shortArticleAudience.ts'

export const steadyTrunk: SampleDocument = article('three-exercises-for-a-steady-trunk', {
  kind: 'patient-guide',
  title: 'Three Exercises for a Steady Trunk',
  publishedAt: '2026-02-11T14:00:00Z',
  summary:
    'Pelvic tilt, heel slide and bird dog: three steps from lying down to hands and knees, each harder than the last.',
  keyMessages: ['Master one before you try the next.', 'The back stays still while the limbs move.'],
  audience: {primary: shortArticleAudience.primary, notFor: ['post-lumbar-fusion', 'post-discectomy']},
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
    exerciseCard('pelvic-tilt'),
    heading('2. Heel slide'),
    exerciseCard('heel-slide'),
    heading('3. Bird dog'),
    exerciseCard('bird-dog'),
    pathwayBlock('cauda-equina'),
  ),
})
