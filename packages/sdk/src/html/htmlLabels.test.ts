import {describe, expect, it} from 'vitest'
import {articleEndToHtml} from './articleEndToHtml.ts'
import type {BodyBlock} from './bodyBlocks.ts'
import {glossaryToHtml} from './glossaryToHtml.ts'
import {HTML_LABELS, type HtmlLabels} from './htmlLabels.ts'
import type {HtmlOptions} from './htmlOptions.ts'
import {parseElements, parseText} from './parseHtml.fixture.ts'
import {referencesToHtml} from './referencesToHtml.ts'
import {reviewToHtml} from './reviewToHtml.ts'
import {toHtml} from './toHtml.ts'

// A language without words: every label is a number, with its places, and the content is digits alone.
const keys = Object.keys(HTML_LABELS).filter((key) => key !== 'language')
const labels: HtmlLabels = {
  ...HTML_LABELS,
  ...Object.fromEntries(
    Object.entries(HTML_LABELS).map(([key, label]) => [
      key,
      [`ñ${keys.indexOf(key)}ñ`, ...(label.match(/\{\w+\}/gu) ?? [])].join(' '),
    ]),
  ),
  language: 'es',
}

const many = {min: 2, max: 3}
const dosages = [
  {
    sets: many,
    reps: {...many, unit: 'rep'},
    perSide: true,
    holdSeconds: many,
    restSeconds: {min: 1},
    duration: {...many, unit: 'min'},
    distance: {min: 1.5, unit: 'km'},
    frequency: {...many, per: 'week'},
    daysOfWeek: ['mon', 'wed', 'sun'],
    intensity: {scale: 'talk-test', min: 1, max: 2},
    tempo: '2-4',
    progress: {start: '1', towards: '2'},
    sourceText: '3',
    confidence: 'derived' as const,
  },
  {
    sets: {min: 1},
    reps: {min: 1, unit: 'rep'},
    distance: {min: 3, unit: 'mi'},
    frequency: {min: 1, per: 'week'},
    intensity: {scale: 'talk-test', min: 3},
    progress: {start: '1'},
    confidence: 'assumed' as const,
  },
  {
    reps: {max: 4, unit: 'step'},
    frequency: {min: 1, per: 'day'},
    intensity: {scale: 'rpe-10', min: 3},
    progress: {towards: '2'},
  },
  {
    reps: {min: 1, unit: 'step'},
    frequency: {...many, per: 'day'},
    intensity: {scale: 'percent-1rm', min: 3},
  },
  {
    reps: {...many, unit: 'breath'},
    intensity: {scale: 'heart-rate-zone', min: 3},
    distance: {min: 2, unit: 'm'},
  },
  {reps: {min: 1, unit: 'breath'}},
  {perSide: true},
]

const claim = (status: 'unsupported' | 'disputed' | 'opinion') => ({_key: status, status})
const stat = (claimKey: string) => ({_type: 'pullStat', value: '1', text: '2', claimKey}) as const
const states = ['retracted', 'corrected', 'expression-of-concern', 'superseded']
const urgencies = ['immediate', 'urgent', 'non-urgent'] as const

const context: HtmlOptions = {
  exercises: [
    {
      _id: 'full',
      title: '1',
      steps: [{text: '1', cue: '2', caution: '3'}],
      stopIf: [{text: '4'}],
      dosages,
    },
    {_id: 'bare', title: '2'},
    {_id: 'not', title: '3'},
    {_id: 'never', title: '4'},
    {_id: 'retired', title: '5', retirement: {reason: '6', replacedBy: {_id: 'full', title: '1'}}},
  ],
  citations: states.map((state) => ({_id: state, title: '1', state})),
  carePathways: urgencies.map((urgency) => ({
    _id: urgency,
    heading: '1',
    urgency,
    action: {text: '2', contactKind: 'emergency-services'},
  })),
  claims: [claim('unsupported'), claim('disputed'), claim('opinion')],
  faqs: [{_key: 'q', question: '1', status: 'unanswered'}],
  recommends: [{exercise: 'full', audience: [{patientLabel: '1'}], caution: '2'}],
  discourages: [
    {exercise: 'not', reason: '1', alternatives: [{exercise: 'full'}]},
    {exercise: 'never', noAlternativeReason: '2'},
  ],
  emergencyPhone: '911',
}

const body: readonly BodyBlock[] = [
  {_type: 'carePathwayRef', carePathway: 'immediate'},
  {
    _type: 'block',
    children: [
      {_type: 'span', text: '1', marks: ['g']},
      ...states.map((citation) => ({_type: 'citationRef' as const, citation})),
    ],
    markDefs: [{_type: 'glossaryMark', _key: 'g', term: {_id: 't', term: '1', definition: '2'}}],
  },
  {_type: 'block', style: 'h2', children: [{_type: 'span', text: '3'}]},
  {_type: 'carePathwayRef', carePathway: 'urgent'},
  {_type: 'block', children: [{_type: 'span', text: '4'}]},
  {_type: 'carePathwayRef', carePathway: 'non-urgent'},
  {_type: 'warning', severity: 'important'},
  {_type: 'warning', severity: 'caution'},
  {_type: 'warning', severity: 'note'},
  stat('unsupported'),
  stat('disputed'),
  stat('opinion'),
  {_type: 'exerciseCard', exercise: 'full'},
  {_type: 'exerciseCard', exercise: 'bare'},
  {_type: 'exerciseCard', exercise: 'retired'},
  {_type: 'exerciseList', intent: 'recommend', exercises: ['full']},
  {_type: 'exerciseList', intent: 'discourage', exercises: ['not', 'never']},
  {_type: 'exerciseList', intent: 'neutral', exercises: ['bare']},
  {_type: 'faqList'},
  {_type: 'disclaimerRef', disclaimer: {text: '5'}},
]

/** Everything that a reader sees or is read. */
function wordsOf(table: HtmlLabels): string {
  const {html, references, glossary, problems} = toHtml(body, {...context, labels: table})
  expect(problems).toMatchObject([{code: 'retired-exercise'}])
  const reviews = [{scope: 'clinical', outcome: 'approved', at: '2026-01-02', nextDue: '2026-02-03'}]
  const by = {_id: 'p', name: {given: '1'}}
  const page =
    html +
    articleEndToHtml(context, toHtml([], {}), {labels: table, emergencyPhone: '911'}).html +
    reviewToHtml({}, {labels: table}) +
    reviewToHtml({reviews}, {labels: table, now: new Date('2026-01-03')}) +
    reviewToHtml({reviews: reviews.map((review) => ({...review, by}))}, {labels: table}) +
    referencesToHtml(references, {formatReference: ({title}) => title, labels: table}) +
    glossaryToHtml(glossary, {labels: table})
  const spoken = parseElements(page).flatMap(({attributes}) => [attributes['aria-label'], attributes['alt']])
  return [parseText(page), ...spoken].join('\n')
}

describe('a table of words', () => {
  it('leaves no word of another language', () => {
    const words = wordsOf(labels).match(/\p{L}+/gu) ?? []
    expect([...new Set(words)].filter((word) => word !== 'ñ').toSorted()).toEqual(
      'de domingo enero febrero kilómetros lunes metros millas minutos miércoles segundo segundos y'
        .split(' ')
        .toSorted(),
    )
  })

  it('is used whole', () => {
    const text = wordsOf(labels)
    expect(keys.filter((_key, index) => !text.includes(`ñ${index}ñ`))).toEqual([])
  })

  it('writes numbers as its language does', () => {
    expect(wordsOf(labels)).toContain('1,5 kilómetros')
    expect(wordsOf(HTML_LABELS)).toContain('1.5 kilometres')
  })

  it('says when its language is none', () => {
    expect(() => wordsOf({...labels, language: 'no language'})).toThrow(RangeError)
  })
})
