import {bullets, claimed, paragraph, portableText} from '../../../builders/portableText.ts'
import type {SampleDocument} from '../../../builders/sampleDocument.ts'
import {article, claimText, type Claim} from '../article.ts'
import {exerciseCard, pathwayBlock} from '../articleBlocks.ts'

const neckClaims: readonly Claim[] = [
  {
    key: 'c1',
    text: 'in 2018 the average American adult looked at a phone for some three hours daily',
    kind: 'statistic',
    status: 'unsupported',
    figures: [
      {asWritten: 'three hours', value: 3, unit: 'hours a day', population: 'US adults', timeframe: '2018'},
    ],
  },
  {
    key: 'c2',
    text: 'that at ages 8 to 17 it was nearly eight hours',
    kind: 'statistic',
    status: 'unsupported',
    figures: [{asWritten: 'eight hours', value: 8, unit: 'hours a day', population: 'people aged 8 to 17'}],
  },
]

export const techNeck: SampleDocument = article('tech-neck-is-real', {
  title: 'Tech Neck is Real, and It Could Be Causing Your Neck Pain',
  publishedAt: '2020-03-09T13:00:00Z',
  summary:
    'Looking down for hours tires the neck. Raise the screen, take breaks, and bring the head back over the shoulders.',
  keyMessages: [
    'Bring the screen up to your eyes, not your head down to the screen.',
    'Short breaks matter more than a perfect posture.',
  ],
  audience: {primary: ['anyone']},
  topics: ['neck-pain', 'posture-and-work'],
  bodyRegions: ['cervical', 'thoracic'],
  claims: neckClaims,
  recommends: [{exercise: 'chin-tuck'}],
  body: portableText(
    paragraph(
      'The older post on this subject says that ',
      claimed('c1', claimText(neckClaims, 'c1')),
      ', and ',
      claimed('c2', claimText(neckClaims, 'c2')),
      '. It names no source, so we cannot stand behind the numbers. That many of us look down for much of the day needs no study.',
    ),
    paragraph('A head that hangs forwards keeps the muscles of the neck busy. By evening they ache.'),
    ...bullets(
      'Hold the phone at chest height or higher.',
      'Look up and away every twenty minutes or so.',
      'Let the chair carry your back.',
    ),
    exerciseCard('chin-tuck'),
    pathwayBlock('cauda-equina'),
  ),
  carePathways: ['progressive-weakness', 'serious-injury'],
})
