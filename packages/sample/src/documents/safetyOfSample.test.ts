import {createArticleChecker, findCycles, screen, type Profile} from '@spine-center/rules/safety'
import {describe, expect, test} from 'vitest'
import {articleFactsOf, screeningDataOf} from '../screeningData.fixture.ts'
import {sampleDocuments} from './sampleDocuments.ts'

const asOf = '2026-11-24T09:00:00Z'
const data = screeningDataOf(sampleDocuments)

function screened(profile: Profile, slug: string) {
  const result = screen({...data, profile, asOf})
  expect(result.problems).toEqual([])
  const found = result.exercises.find(({exercise}) => exercise.slug === slug)
  if (found === undefined) throw new TypeError(`The sample has no exercise "${slug}".`)
  return found
}

describe('what the sample says for a reader', () => {
  const t2 = {pregnancy: {state: 'present', stage: 't2'}} as const
  const week3 = {'post-lumbar-fusion': {state: 'present', stage: 'weeks-0-6'}} as const
  test.each([
    [
      'toe touch, osteoporosis',
      {osteoporosis: 'present'},
      'toe-touch',
      'avoid',
      'end-range-flexion-osteoporosis',
    ],
    [
      'sit-up, osteoporosis',
      {osteoporosis: 'present'},
      'sit-up-bent-leg',
      'avoid',
      'repeated-flexion-osteoporosis',
    ],
    [
      'flat sit-up, osteoporosis',
      {osteoporosis: 'present'},
      'sit-up-flat-leg',
      'avoid',
      'repeated-flexion-osteoporosis',
    ],
    [
      'double leg raise, sciatica',
      {sciatica: 'present'},
      'double-leg-raise',
      'ask-first',
      'double-leg-raise-sciatica',
    ],
    ['knee to chest lying, second trimester', t2, 'knee-to-chest-supine', 'caution', 'supine-pregnancy'],
    [
      'knee to chest lying, week 3 after fusion',
      week3,
      'knee-to-chest-supine',
      'ask-first',
      'bending-after-fusion',
    ],
    [
      'toe touch, chronic back pain',
      {'back-pain-chronic': 'present'},
      'toe-touch',
      'ask-first',
      'loaded-flexion-back-pain',
    ],
    [
      'weights overhead, acute back pain',
      {'back-pain-acute': 'present'},
      'overhead-weight-lift',
      'ask-first',
      'overhead-load-back-pain',
    ],
    [
      'treadmill, balance problem',
      {'balance-problem': 'present'},
      'walking-treadmill',
      'caution',
      'treadmill-balance',
    ],
  ] as const)('%s', (_name, profile, slug, level, rule) => {
    const found = screened(profile, slug)
    expect(found.level).toBe(level)
    expect(found.reasons.map((reason) => reason.rule.slug)).toContain(rule)
  })

  test('names the hip hinge in place of the toe touch', () => {
    const {alternatives, reasons} = screened({osteoporosis: 'present'}, 'toe-touch')
    expect(alternatives.map(({exercise}) => exercise.slug)).toContain('hip-hinge')
    const path = reasons.find(({rule}) => rule.slug === 'end-range-flexion-osteoporosis')?.path
    expect(path?.map(({id}) => id)).toContain('movement-pattern-end-range-spinal-flexion')
  })

  test('shows that providers disagree about bending after a fusion', () => {
    const {conflicts} = screened(week3, 'knee-to-chest-supine')
    const scopes = conflicts.flatMap(({rules}) => rules.map(({scope}) => scope))
    expect(scopes).toEqual(expect.arrayContaining(['general', 'provider-protocol']))
  })

  test('records no restriction on swimming for anyone, and never calls it suitable', () => {
    for (const {slug, stages} of data.conditions) {
      if (typeof slug !== 'string') throw new TypeError('A condition has no slug.')
      const keys = (stages ?? []).map(({key}) => key)
      for (const stage of [null, ...keys]) {
        const {verdict} = screened({[slug]: {state: 'present', stage}}, 'swimming')
        expect([slug, verdict]).toEqual([slug, 'no-restriction-recorded'])
      }
    }
  })

  test('calls no exercise suitable, since nothing has been reviewed', () => {
    const answered = Object.fromEntries(data.conditions.map(({slug}) => [String(slug), 'absent' as const]))
    const {exercises} = screen({...data, profile: answered, asOf})
    expect(exercises.filter(({verdict}) => verdict === 'positively-suitable')).toEqual([])
  })
})

describe('articles of the sample', () => {
  const check = createArticleChecker({screeningData: data, asOf})

  test.each(articleFactsOf(sampleDocuments).map((article) => [article._id, article] as const))(
    '%s breaks no invariant',
    (_id, article) => {
      expect(check(article)).toEqual([])
    },
  )

  test('would be held back if they recommended a toe touch to readers with thin bones', () => {
    const article = articleFactsOf(sampleDocuments).find(({_id}) => _id === 'article-bend-at-the-hips')
    if (article === undefined) throw new TypeError('The sample has no article "bend-at-the-hips".')
    const findings = check({
      ...article,
      recommends: [{_key: 'a', exercise: 'exercise-toe-touch'}],
      discourages: [],
    })
    expect(findings).toContainEqual(expect.objectContaining({code: 'INV-01', severity: 'error'}))
  })
})

describe('graphs of the sample', () => {
  test('of movement patterns and conditions have no cycles', () => {
    expect(findCycles(data.movementPatterns)).toEqual([])
    expect(findCycles(data.conditions)).toEqual([])
  })
})
