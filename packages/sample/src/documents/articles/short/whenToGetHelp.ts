import {cited, explained, heading, paragraph, portableText} from '../../../builders/portableText.ts'
import type {SampleDocument} from '../../../builders/sampleDocument.ts'
import {article} from '../article.ts'
import {pathwayBlock} from '../articleBlocks.ts'

export const whenToGetHelp: SampleDocument = article('when-back-pain-needs-help-today', {
  kind: 'patient-guide',
  title: 'When Back Pain Needs Help Today',
  publishedAt: '2026-04-22T13:00:00Z',
  summary: 'Most back pain can wait for an appointment. These signs cannot. Know them before you need them.',
  keyMessages: [
    'Trouble with bladder, bowels or feeling between the legs: go now.',
    'Fever, weight loss or a fall: call today.',
  ],
  audience: {primary: ['anyone']},
  topics: ['when-to-get-help', 'low-back-pain'],
  bodyRegions: ['lumbar'],
  carePathways: [
    'serious-injury',
    'chest-pain-or-collapse',
    'possible-fracture',
    'infection-or-tumour',
    'progressive-weakness',
    'pain-that-stays',
  ],
  body: portableText(
    paragraph(
      'A ',
      explained('glossary-term-red-flag', 'red flag'),
      ' is a sign that should not wait. It does not say what is wrong; it says that someone should look.',
      cited('citation-finucane-2020'),
    ),
    pathwayBlock('cauda-equina'),
    pathwayBlock('serious-injury'),
    pathwayBlock('chest-pain-or-collapse'),
    heading('Call today'),
    pathwayBlock('possible-fracture'),
    pathwayBlock('infection-or-tumour'),
    pathwayBlock('progressive-weakness'),
    heading('Book an appointment'),
    pathwayBlock('pain-that-stays'),
    paragraph('Not having any of these signs does not show that nothing is wrong. If you are worried, ask.'),
  ),
})
