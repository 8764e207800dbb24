import {bullets, claimed, heading, paragraph, portableText} from '../../../builders/portableText.ts'
import type {SampleDocument} from '../../../builders/sampleDocument.ts'
import {article, claimText, type Claim} from '../article.ts'
import {exerciseCard, pathwayBlock} from '../articleBlocks.ts'

const arthritisClaims: readonly Claim[] = [
  {
    key: 'c1',
    text: 'more than 100 forms of arthritis',
    kind: 'statistic',
    status: 'unsupported',
    figures: [{asWritten: 'more than 100', value: 100, unit: 'forms of arthritis, at least'}],
  },
]

export const arthritis: SampleDocument = article('take-a-natural-approach-to-relieving-arthritis-pain', {
  title: 'Take a Natural Approach to Relieving Arthritis Pain',
  publishedAt: '2020-02-01T14:00:00Z',
  summary:
    'Warmth, gentle movement and water: simple things that can make stiff joints more bearable beside your treatment.',
  keyMessages: [
    'Gentle movement can ease stiff joints.',
    'None of this replaces the treatment that you have been given.',
  ],
  audience: {primary: ['anyone'], alsoFor: ['inflammatory-arthritis']},
  topics: ['joint-health'],
  bodyRegions: ['whole-body'],
  claims: arthritisClaims,
  recommends: [{exercise: 'pool-walking'}, {exercise: 'walking-outdoors'}],
  body: portableText(
    paragraph(
      'Doctors speak of ',
      claimed('c1', claimText(arthritisClaims, 'c1')),
      '; this number, too, comes without a source. Wear and tear is one form, inflammation another, and they are treated differently. So find out first which one is yours.',
    ),
    heading('What you can do beside treatment'),
    ...bullets(
      'Take a warm shower before you move, and a cool pack after, whichever feels better.',
      'Move each stiff joint gently through the range that is comfortable.',
      'Try walking in warm water on days when land is too hard.',
    ),
    exerciseCard('pool-walking'),
    {
      _type: 'warning',
      severity: 'important',
      heading: 'Do not stop medicines on your own',
      text: 'Some forms of arthritis damage joints when they are not treated. Talk to whoever prescribed your medicine before you change it.',
    },
    pathwayBlock('cauda-equina'),
  ),
})
