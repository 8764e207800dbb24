import {picture} from '../../../builders/picture.ts'
import {
  bullets,
  cited,
  explained,
  heading,
  paragraph,
  strong,
  type BlockObject,
  type Draft,
} from '../../../builders/portableText.ts'
import {kneeToChestSeated} from '../../../drawing/pictures/seatedPictures.ts'
import {exerciseCard} from '../articleBlocks.ts'
import {claim} from './claimedWords.ts'

/** What to add when walking is easy again. */
export const buildingUp: readonly (Draft | BlockObject)[] = [
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
  exerciseCard('knee-to-chest-supine'),
  {
    ...picture(kneeToChestSeated.file, kneeToChestSeated.alt, 'The same stretch on a chair.'),
    _type: 'figure',
  },
  exerciseCard('knee-to-chest-seated'),
  exerciseCard('trunk-rotation-supine'),
  {
    _type: 'warning',
    severity: 'important',
    heading: 'Not everyone should lie on the back',
    text: 'From the second trimester of pregnancy, choose the chair. With thin bones, or in the weeks after back surgery, ask the clinician who treats you before you bend or twist.',
  },
  paragraph('Pregnancy needs advice of its own: ', claim('c12'), '.', cited('citation-lillios-2012')),
]
