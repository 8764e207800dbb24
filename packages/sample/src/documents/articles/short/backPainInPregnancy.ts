import {cited, claimed, paragraph, portableText} from '../../../builders/portableText.ts'
import type {SampleDocument} from '../../../builders/sampleDocument.ts'
import {article, claimText, type Claim} from '../article.ts'
import {exerciseCard, pathwayBlock} from '../articleBlocks.ts'

const pregnancyClaims: readonly Claim[] = [
  {
    key: 'c1',
    text: 'a review of 7 studies found no firm proof that exercise does better than other care for back and pelvic pain',
    kind: 'comparison',
    status: 'supported',
    figures: [
      {
        asWritten: '7 studies',
        value: 7,
        unit: 'studies',
        population: 'pregnant women with back or pelvic pain',
      },
    ],
    evidence: [{citation: 'lillios-2012', stance: 'supports', agreement: 'supports', locator: 'Abstract'}],
  },
  {
    key: 'c2',
    text: 'being active is encouraged in a pregnancy without complications',
    kind: 'advice',
    status: 'supported',
    evidence: [{citation: 'acog-2020', stance: 'supports', agreement: 'supports', locator: 'Abstract'}],
  },
]

export const backPainInPregnancy: SampleDocument = article('back-pain-in-pregnancy', {
  title: 'Back Pain in Pregnancy: What Studies Say About Exercise',
  publishedAt: '2026-06-17T13:00:00Z',
  summary: 'What is known, what is not, and which positions to choose from the second trimester on.',
  keyMessages: [
    'Ask your midwife or doctor before you begin.',
    'From the second trimester, sit, stand or use water rather than lying flat.',
  ],
  audience: {primary: ['pregnancy'], notFor: ['postpartum']},
  topics: ['pregnancy', 'low-back-pain'],
  bodyRegions: ['lumbar', 'sacroiliac'],
  claims: pregnancyClaims,
  recommends: [{exercise: 'walking-outdoors'}, {exercise: 'pool-walking'}, {exercise: 'seated-marching'}],
  body: portableText(
    paragraph(
      'Many backs ache in pregnancy. In general ',
      claimed('c2', claimText(pregnancyClaims, 'c2')),
      '.',
      cited('citation-acog-2020'),
      ' For the pain itself the picture is thinner: ',
      claimed('c1', claimText(pregnancyClaims, 'c1')),
      '.',
      cited('citation-lillios-2012'),
    ),
    exerciseCard('pool-walking'),
    exerciseCard('seated-marching'),
    {
      _type: 'warning',
      severity: 'important',
      heading: 'Stop and call your midwife or doctor',
      text: 'Stop if you bleed, leak fluid, have regular painful contractions, or feel faint or short of breath before you begin.',
    },
    pathwayBlock('cauda-equina'),
    pathwayBlock('chest-pain-or-collapse'),
  ),
  carePathways: ['chest-pain-or-collapse'],
})
