import {objectList} from '../../../builders/objectList.ts'
import {cited, claimed, paragraph, portableText} from '../../../builders/portableText.ts'
import {claimText} from '../article.ts'
import {claims} from './claims.ts'

export const faqs: readonly Readonly<Record<string, unknown>>[] = objectList('faq', [
  {
    _key: 'q1',
    question: 'Can exercise do further harm to my back?',
    status: 'answered',
    anchor: 'further-harm',
    answer: portableText(
      paragraph(
        'It can hurt more at first: ',
        claimed('c13', claimText(claims, 'c13')),
        '.',
        cited('citation-verville-2023'),
        ' Start with little, and use the stop signs that stand with each exercise.',
      ),
    ),
    shortAnswer:
      'In trials, some people had a little more pain for a while. Start with little and know the stop signs.',
    claimKeys: ['c13'],
  },
  {
    _key: 'q2',
    question: 'Which exercises make the back stronger?',
    status: 'answered',
    anchor: 'stronger-back',
    answer: portableText(
      paragraph(
        'Those that train the muscles around the trunk, such as the bridge and the bird dog. Begin with them once walking is easy again.',
        cited('citation-slade-2006'),
      ),
    ),
    shortAnswer: 'Exercises that train the muscles around the trunk, once walking is easy again.',
    claimKeys: ['c4'],
  },
  {
    _key: 'q3',
    question: 'What should I keep in mind when I begin?',
    status: 'answered',
    anchor: 'when-i-begin',
    answer: portableText(
      paragraph(
        'Walk first. Add one new exercise at a time, slowly and smoothly, lying down or on a chair. If something feels wrong, leave it out.',
      ),
    ),
    shortAnswer: 'Walk first, then add one slow, smooth exercise at a time. Leave out what feels wrong.',
  },
  {
    _key: 'q4',
    question: 'How many repetitions are right for me?',
    status: 'unanswered',
    anchor: 'how-many',
  },
])
