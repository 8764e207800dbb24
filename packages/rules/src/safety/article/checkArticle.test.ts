import {describe, expect, it} from 'vitest'
import {checkArticle} from '../index.ts'
import type {ArticleFacts, ExerciseUse, ScreeningData} from '../index.ts'
import {spineClinic} from '../spineClinic.fixture.ts'

const asOf = '2026-11-24T09:00:00Z'

function article(more: Partial<ArticleFacts>): ArticleFacts {
  return {
    _id: 'drafts.article',
    audience: {primary: ['condition-back-pain'], alsoFor: null},
    recommends: null,
    discourages: null,
    carePathways: ['pathway-cauda-equina'],
    disclaimer: 'disclaimer-standard',
    ...more,
  }
}

function use(slug: string, more: Partial<ExerciseUse> = {}): ExerciseUse {
  return {_key: `use-${slug}`, exercise: `exercise-${slug}`, ...more}
}

function check(more: Partial<ArticleFacts>, screeningData: ScreeningData = spineClinic) {
  return checkArticle({article: article(more), screeningData, asOf})
}

const osteoporosis = {primary: ['condition-osteoporosis']}

describe('INV-01', () => {
  it('names the exercise, the readers, the rule and an alternative', () => {
    expect(check({audience: osteoporosis, recommends: [use('toe-touch')]})).toEqual([
      {
        code: 'INV-01',
        severity: 'error',
        path: ['recommends', {_key: 'use-toe-touch'}],
        message:
          '“Toe touch” is recommended, but the rule “Bending the spine with osteoporosis” tells readers with thin bones (osteoporosis) to avoid it. Recommend “Hip hinge” instead, or limit this recommendation to readers whom the rule does not reach.',
        exerciseId: 'exercise-toe-touch',
        contraindicationId: 'rule-flexion-osteoporosis',
        alternatives: ['exercise-hip-hinge'],
      },
    ])
  })

  it('holds for any one of several audiences, and not when the use leaves that one out', () => {
    const audience = {primary: ['condition-back-pain', 'condition-osteoporosis']}
    expect(check({audience, recommends: [use('toe-touch')]}).map(({code}) => code)).toEqual(['INV-01'])
    expect(check({audience, recommends: [use('toe-touch', {audience: ['condition-back-pain']})]})).toEqual([])
  })

  it('does not let an unpublished exercise through unchecked', () => {
    expect(check({recommends: [use('secret')]})).toMatchObject([{code: 'INV-01', severity: 'error'}])
  })
})

describe('INV-23', () => {
  const retirement = {reason: 'It hurt people.', replacedBy: 'exercise-swimming'}
  const walkingRetired: ScreeningData = {
    ...spineClinic,
    exercises: spineClinic.exercises.map((one) =>
      one._id === 'exercise-walking' ? {...one, retirement} : one,
    ),
  }
  const retiredIn = (more: Partial<ArticleFacts>) =>
    check(more, walkingRetired).filter(({code}) => code === 'INV-23')
  const path = ['body', {_key: 'b'}]
  const shows = [{exercise: 'exercise-walking', path}]

  it('names the exercise, why it is no longer in use and what took its place', () => {
    expect(retiredIn({recommends: [use('walking')]})).toEqual([
      {
        code: 'INV-23',
        severity: 'error',
        path: ['recommends', {_key: 'use-walking'}],
        message:
          '“Walking” is recommended, but it is no longer in use (It hurt people.): use “Swimming” instead.',
        exerciseId: 'exercise-walking',
        contraindicationId: null,
        alternatives: ['exercise-swimming'],
      },
    ])
  })

  it('holds for what the text shows, and for alternatives', () => {
    expect(retiredIn({shows})).toMatchObject([{path, message: expect.stringContaining('shown in the text')}])
    const alternatives = [{_key: 'a', exercise: 'exercise-walking'}]
    expect(retiredIn({discourages: [use('sit-up', {alternatives})]})).toMatchObject([
      {severity: 'error', path: ['discourages', {_key: 'use-sit-up'}, 'alternatives', {_key: 'a'}]},
    ])
  })

  it('lets an article go on advising against it', () => {
    const discourages = [use('walking', {noAlternativeReason: 'Rest.'})]
    expect(retiredIn({discourages, shows})).toEqual([])
    expect(retiredIn({discourages, shows, recommends: [use('walking')]})).toHaveLength(2)
  })

  it('says nothing of what is in use', () => {
    const inUse = {recommends: [use('swimming')], shows: [{exercise: 'exercise-swimming', path}]}
    expect(check(inUse, walkingRetired).filter(({code}) => code === 'INV-23')).toEqual([])
  })
})

describe('INV-02', () => {
  const sciatica = {primary: ['condition-sciatica']}

  it('asks for a caution where readers are told to ask first', () => {
    expect(check({audience: sciatica, recommends: [use('double-leg-raise')]})).toMatchObject([
      {
        code: 'INV-02',
        severity: 'warning',
        path: ['recommends', {_key: 'use-double-leg-raise'}, 'caution'],
        message: expect.stringMatching(
          /“Double leg raise”.*“Long-lever leg raises with sciatica”.*“Heel slide”/u,
        ),
        alternatives: ['exercise-heel-slide'],
      },
    ])
    expect(
      check({audience: sciatica, recommends: [use('double-leg-raise', {caution: 'Ask first.'})]}),
    ).toEqual([])
    expect(check({audience: sciatica, recommends: [use('double-leg-raise', {caution: ' '})]})).toHaveLength(1)
  })

  it('counts a rule for one stage or one narrower condition of the audience', () => {
    const pregnancy = {primary: ['condition-pregnancy']}
    expect(check({audience: pregnancy, recommends: [use('heel-slide')]})).toMatchObject([
      {code: 'INV-02', message: expect.stringContaining('some readers with a pregnancy')},
      {code: 'INV-09'},
    ])
  })

  it('leaves out rules for other readers', () => {
    expect(check({recommends: [use('double-leg-raise'), use('toe-touch')]})).toEqual([])
  })
})

describe('INV-03', () => {
  it.each<[string, Partial<ExerciseUse>, RegExp | null]>([
    ['none given', {}, /without an alternative.*“Hip hinge”/u],
    ['a reason given', {noAlternativeReason: 'None is known.'}, null],
    ['a good one', {alternatives: [{_key: 'a', exercise: 'exercise-hip-hinge'}]}, null],
    [
      'a forbidden one',
      {alternatives: [{_key: 'a', exercise: 'exercise-sit-up'}]},
      /“Bent-leg sit-up”.*to avoid it/u,
    ],
    ['itself', {alternatives: [{_key: 'a', exercise: 'exercise-toe-touch'}]}, /alternative to itself/u],
    ['an unpublished one', {alternatives: [{_key: 'a', exercise: 'exercise-x'}]}, /is not published/u],
  ])('%s', (_name, more, message) => {
    const findings = check({audience: osteoporosis, discourages: [use('toe-touch', more)]})
    expect(findings.map((one) => [one.code, one.severity])).toEqual(message ? [['INV-03', 'error']] : [])
    expect(findings.map((one) => one.message).join(' ')).toMatch(message ?? /^$/u)
  })
})

describe('INV-04', () => {
  const alternatives = [{_key: 'a', exercise: 'exercise-hip-hinge'}]

  it.each([
    [null, null, 1],
    [['condition-back-pain-chronic'], ['condition-back-pain'], 1],
    [['condition-back-pain-chronic'], ['condition-back-pain-acute'], 0],
    [['condition-back-pain'], ['condition-sciatica'], 0],
  ])('recommended for %o and discouraged for %o', (mine, theirs, count) => {
    const findings = check({
      recommends: [use('toe-touch', {audience: mine})],
      discourages: [use('toe-touch', {_key: 'no', audience: theirs, alternatives})],
    })
    expect(findings.map(({code}) => code)).toEqual(Array.from({length: count}, () => 'INV-04'))
  })
})

it('INV-06: shows rules that disagree', () => {
  const findings = check({
    audience: {primary: ['condition-post-lumbar-fusion']},
    recommends: [use('knee-to-chest', {caution: 'Ask your surgeon.'})],
  })
  expect(findings).toMatchObject([
    {
      code: 'INV-06',
      severity: 'warning',
      message: expect.stringMatching(/\(precaution, general\).*\(absolute, provider-protocol\)/u),
    },
  ])
})

describe('INV-07', () => {
  it.each<[string, Partial<ArticleFacts>, (string | number | object)[][]]>([
    ['complete', {}, []],
    ['no pathway', {carePathways: null}, [['carePathways']]],
    ['only one that is not immediate', {carePathways: ['pathway-clinic']}, [['carePathways']]],
    ['no disclaimer', {disclaimer: null}, [['disclaimer']]],
    ['about nothing', {audience: {primary: ['condition-anyone']}, carePathways: null, disclaimer: null}, []],
    [
      'exercise for anyone',
      {audience: {primary: ['condition-anyone']}, carePathways: null, recommends: [use('swimming')]},
      [['carePathways']],
    ],
  ])('%s', (_name, more, paths) => {
    const findings = check(more)
    expect(findings.map(({path}) => path)).toEqual(paths)
    expect(findings.every(({code, severity}) => code === 'INV-07' && severity === 'error')).toBe(true)
  })

  it('takes any pathway where the caller gives none to compare with', () => {
    expect(check({carePathways: ['pathway-clinic']}, {...spineClinic, carePathways: null})).toEqual([])
  })
})

it('INV-08: names the detail that a rule depends on', () => {
  expect(check({recommends: [use('sit-up')]})).toMatchObject([
    {
      code: 'INV-08',
      severity: 'error',
      message: expect.stringMatching(
        /“Bent-leg sit-up” does not record its load and range.*“Loaded end-range bending for anyone”/u,
      ),
      contraindicationId: 'rule-end-range-loaded',
    },
  ])
})

describe('INV-09', () => {
  it('holds for readers whom the article is also for, and not for a use that leaves them out', () => {
    const audience = {primary: ['condition-back-pain'], alsoFor: ['condition-pregnancy']}
    expect(check({audience, recommends: [use('heel-slide')]})).toMatchObject([
      {code: 'INV-09', severity: 'warning'},
    ])
    expect(check({audience, recommends: [use('heel-slide', {audience: ['condition-back-pain']})]})).toEqual(
      [],
    )
    expect(check({audience, recommends: [use('walking')]})).toEqual([])
  })
})

it('INV-10: a recommended exercise says when to stop', () => {
  const exercises = spineClinic.exercises.map((one) =>
    one.slug === 'walking' ? {...one, stopIf: null} : one,
  )
  expect(check({recommends: [use('walking')]}, {...spineClinic, exercises})).toMatchObject([
    {code: 'INV-10', severity: 'error', exerciseId: 'exercise-walking'},
  ])
})

it('accepts an empty draft and leaves its input as it was', () => {
  const before = JSON.stringify(spineClinic)
  expect(checkArticle({article: {_id: 'drafts.x'}, screeningData: spineClinic, asOf})).toEqual([])
  expect(JSON.stringify(spineClinic)).toBe(before)
})
