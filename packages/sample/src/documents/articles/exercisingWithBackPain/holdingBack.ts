import {
  cited,
  explained,
  heading,
  paragraph,
  type BlockObject,
  type Draft,
} from '../../../builders/portableText.ts'
import {reference, references} from '../../../builders/reference.ts'
import {pathwayBlock, tableBlock} from '../articleBlocks.ts'
import {claim} from './claimedWords.ts'
import {discourages} from './uses.ts'

const howSure = tableBlock(
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

/** What to leave out, when to stop, and how sure any of it is. */
export const holdingBack: readonly (Draft | BlockObject)[] = [
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
  tableBlock(
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
  pathwayBlock('progressive-weakness'),
  {_type: 'faqList', heading: 'Questions we hear every day'},
  heading('How sure are we?'),
  howSure,
  {_type: 'disclaimerRef', disclaimer: reference('disclaimer-sample')},
]
