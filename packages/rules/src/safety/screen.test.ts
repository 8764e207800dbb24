import {describe, expect, it} from 'vitest'
import {PHRASES, findContentProblems, screen} from './index.ts'
import type {ExerciseScreening, Profile, ScreeningData} from './index.ts'
import {spineClinic} from './spineClinic.fixture.ts'

const asOf = '2026-11-24T09:00:00Z'

function screenOne(
  slug: string,
  profile: Profile,
  more: Partial<Parameters<typeof screen>[0]> = {},
): ExerciseScreening {
  const result = screen({...spineClinic, profile, asOf, ...more})
  const found = result.exercises.find(({exercise}) => exercise.slug === slug)
  if (!found) throw new Error(`No exercise ${slug} in the result.`)
  return found
}

describe('seed pairs', () => {
  it.each<[string, Profile, string]>([
    ['toe-touch', {osteoporosis: 'present'}, 'avoid'],
    ['sit-up', {osteoporosis: 'present'}, 'avoid'],
    ['double-leg-raise', {sciatica: 'present'}, 'ask-first'],
    ['double-leg-raise', {sciatica: 'unknown'}, 'caution'],
    ['double-leg-raise', {sciatica: 'absent', pregnancy: 'absent'}, 'no-restriction-recorded'],
    [
      'knee-to-chest',
      {pregnancy: {state: 'present', stage: 't2'}, osteoporosis: 'absent', 'post-lumbar-fusion': 'absent'},
      'caution',
    ],
    [
      'knee-to-chest',
      {pregnancy: {state: 'present', stage: 't1'}, osteoporosis: 'absent', 'post-lumbar-fusion': 'absent'},
      'no-restriction-recorded',
    ],
    ['heel-slide', {pregnancy: {state: 'present', stage: 't1'}}, 'no-restriction-recorded'],
    ['heel-slide', {pregnancy: {state: 'present', stage: 't3'}}, 'caution'],
    ['heel-slide', {pregnancy: 'present'}, 'caution'],
    ['knee-to-chest', {'post-lumbar-fusion': {state: 'present', stage: 'weeks-0-6'}}, 'avoid'],
    ['swimming', {}, 'no-restriction-recorded'],
    [
      'swimming',
      {osteoporosis: 'present', sciatica: 'present', pregnancy: 'present'},
      'no-restriction-recorded',
    ],
    ['walking', {'back-pain-chronic': 'present'}, 'positively-suitable'],
    ['walking', {'back-pain': 'present'}, 'no-restriction-recorded'],
    ['walking', {'back-pain-chronic': 'present', osteoporosis: 'present'}, 'no-restriction-recorded'],
  ])('%s for %o is %s', (slug, profile, verdict) => {
    expect(screenOne(slug, profile).verdict).toBe(verdict)
  })

  it('names the rule, the way to it and an alternative', () => {
    const {reasons, alternatives, withheldAlternatives} = screenOne('toe-touch', {osteoporosis: 'present'})
    expect(reasons[0]).toMatchObject({
      rule: {id: 'rule-flexion-osteoporosis', version: 'r7'},
      level: 'avoid',
      certain: true,
      redundant: false,
      basis: 'guideline',
      citations: [{citation: 'citation-giangregorio'}],
      facets: [{slug: 'osteoporosis', answer: 'present'}],
    })
    expect(reasons[0]?.path.map(({label}) => label)).toEqual([
      'Toe touch',
      'end range spinal flexion',
      'spinal flexion',
    ])
    expect(alternatives.map(({exercise}) => exercise.title)).toEqual(['Hip hinge'])
    expect(withheldAlternatives).toEqual([
      {
        exerciseId: 'exercise-sit-up',
        ruleId: 'rule-flexion-osteoporosis',
        because: 'not-lower',
        level: 'avoid',
      },
    ])
  })

  it('shows both sides where a protocol and a statement disagree after a fusion', () => {
    const {conflicts, level} = screenOne('knee-to-chest', {
      'post-lumbar-fusion': {state: 'present', stage: 'weeks-0-6'},
    })
    expect(level).toBe('avoid')
    expect(conflicts).toMatchObject([
      {kind: 'scope', rules: [{id: 'rule-flexion-fusion'}, {id: 'rule-knee-to-chest-fusion'}]},
      {kind: 'support', citations: ['citation-leaflet']},
    ])
  })
})

describe('what is not known', () => {
  it('weighs as caution and says what was not answered', () => {
    const {reasons, unanswered, wording} = screenOne('double-leg-raise', {})
    expect(reasons.map(({rule, certain}) => [rule.slug, certain])).toEqual([
      ['leg-raise-sciatica', false],
      ['supine-pregnancy', false],
    ])
    expect(unanswered.map(({slug}) => slug)).toEqual(['pregnancy', 'sciatica'])
    expect(wording.map(({key}) => key)).toContain('not-answered')
  })

  it('counts a qualifier that the exercise leaves open as possible', () => {
    const answered: Profile = {osteoporosis: 'absent', 'post-lumbar-fusion': 'absent', pregnancy: 'absent'}
    expect(screenOne('sit-up', answered)).toMatchObject({
      level: 'caution',
      reasons: [{rule: {slug: 'end-range-loaded'}, certain: false, openDetails: ['load', 'range']}],
    })
    expect(screenOne('toe-touch', answered).level).toBe('no-restriction-recorded')
  })

  it('counts every movement rule as possible for an exercise without movements', () => {
    const data = {
      ...spineClinic,
      exercises: [{_id: 'x', title: 'Mystery', positions: ['standing'], kind: 'mobility'}],
    }
    const result = screen({...data, profile: {osteoporosis: 'present'}, asOf})
    expect(result.exercises[0]).toMatchObject({level: 'caution', reviewState: 'unreviewed'})
    expect(result.exercises[0]?.reasons[0]?.openDetails).toEqual(['patterns'])
  })

  it('lifts a rule only when the fact is known', () => {
    const profile: Profile = {sciatica: 'present', pregnancy: 'absent'}
    expect(screenOne('double-leg-raise', profile, {facts: {supervised: 'unknown'}}).level).toBe('ask-first')
    expect(screenOne('double-leg-raise', profile, {facts: {'modification-used': 'present'}}).level).toBe(
      'ask-first',
    )
    expect(screenOne('double-leg-raise', profile, {facts: {supervised: 'present'}})).toMatchObject({
      level: 'no-restriction-recorded',
      lifted: [{rule: {slug: 'leg-raise-sciatica'}, fact: 'supervised'}],
    })
  })
})

describe('conditions', () => {
  it('reaches a rule on a broader condition', () => {
    const rule = {
      ...spineClinic.contraindications[0],
      _id: 'rule-broad',
      when: {all: [{any: [{condition: 'condition-back-pain'}]}]},
    }
    const data: ScreeningData = {...spineClinic, contraindications: [rule]}
    expect(screenOne('toe-touch', {'back-pain-chronic': 'present'}, data).level).toBe('avoid')
    expect(screenOne('toe-touch', {'back-pain-chronic': 'absent'}, data).level).toBe('caution')
    expect(screenOne('toe-touch', {'back-pain': 'absent'}, data).level).toBe('no-restriction-recorded')
  })

  it('takes an excluded condition as absent, whichever side names it', () => {
    const rule = {
      ...spineClinic.contraindications[0],
      _id: 'rule-chronic',
      when: {all: [{any: [{condition: 'condition-back-pain-chronic'}]}]},
    }
    const data: ScreeningData = {...spineClinic, contraindications: [rule]}
    expect(screenOne('toe-touch', {'back-pain-acute': 'present'}, data).level).toBe('no-restriction-recorded')
  })

  it.each<[string, Profile, string]>([
    [
      'contradictory-answers',
      {'back-pain-acute': 'present', 'back-pain-chronic': 'present'},
      'condition-back-pain-chronic',
    ],
    ['contradictory-answers', {'back-pain-acute': 'present', 'back-pain': 'absent'}, 'condition-back-pain'],
    ['unknown-stage', {pregnancy: {state: 'present', stage: 'week 30'}}, 'condition-pregnancy'],
  ])('reports %s', (code, profile, documentId) => {
    expect(screen({...spineClinic, profile, asOf}).problems).toContainEqual(
      expect.objectContaining({code, documentId}),
    )
  })

  it.each<[string, Profile]>([
    ['present, absent', {osteoporosis: 'present', 'condition-osteoporosis': 'absent'}],
    ['absent, present', {osteoporosis: 'absent', 'condition-osteoporosis': 'present'}],
    ['present, unknown', {osteoporosis: 'present', 'condition-osteoporosis': 'unknown'}],
  ])('answered by slug and by id as %s counts as present, and is reported', (_name, profile) => {
    expect(screenOne('toe-touch', profile).level).toBe('avoid')
    expect(screen({...spineClinic, profile, asOf}).problems).toMatchObject([{code: 'contradictory-answers'}])
  })

  it.each<Profile>([
    {osteoporosis: 'absent', 'condition-osteoporosis': 'unknown'},
    {osteoporosis: 'unknown', 'condition-osteoporosis': 'absent'},
  ])('answered by slug and by id as %j counts as not known', (profile) => {
    const both = screenOne('toe-touch', profile)
    expect(both).toEqual(screenOne('toe-touch', {osteoporosis: 'unknown'}))
  })

  it('finds what is answered by its slug before another of that id', () => {
    const named = {_id: 'osteoporosis', slug: 'another'}
    const conditions = [named, ...spineClinic.conditions]
    expect(screenOne('toe-touch', {osteoporosis: 'present'}, {conditions}).level).toBe('avoid')
  })

  it('reports a condition that nobody published', () => {
    expect(screen({...spineClinic, profile: {'back-pian': 'present'}, asOf}).problems).toMatchObject([
      {code: 'unknown-facet', message: expect.stringContaining('“back-pian”')},
    ])
  })
})

describe('red flags', () => {
  it('stops: the care pathway and no exercises', () => {
    const result = screen({...spineClinic, profile: {}, asOf, redFlags: {'cauda-equina': 'present'}})
    expect(result.exercises).toEqual([])
    expect(result.seekCare).toMatchObject({level: 'seek-care', carePathways: [{_id: 'pathway-cauda-equina'}]})
    expect(result.seekCare?.wording[0]?.text).toContain('Call emergency services now')
  })

  it('stops even when the pathway is missing from the content', () => {
    const result = screen({
      ...spineClinic,
      carePathways: null,
      profile: {},
      asOf,
      redFlags: {fracture: 'present'},
    })
    expect(result.seekCare).not.toBeNull()
    expect(result.problems).toMatchObject([{code: 'unknown-red-flag', path: 'fracture'}])
  })

  it.each(['absent', 'unknown'] as const)('reports a sign that nobody published when it is %s', (answer) => {
    const result = screen({...spineClinic, profile: {}, asOf, redFlags: {'cauda-equna': answer}})
    expect(result.seekCare).toBeNull()
    expect(result.problems).toMatchObject([{code: 'unknown-red-flag', path: 'cauda-equna'}])
  })

  it('goes on when the answer is no or not sure', () => {
    const result = screen({
      ...spineClinic,
      profile: {},
      asOf,
      redFlags: {'cauda-equina': 'absent', fracture: 'unknown'},
    })
    expect(result.seekCare).toBeNull()
    expect(result.exercises).toHaveLength(spineClinic.exercises.length)
  })
})

describe('rules in time', () => {
  const [first] = spineClinic.contraindications
  it.each([
    [{effectiveFrom: '2026-12-01'}, 'no-restriction-recorded'],
    [{effectiveFrom: '2026-11-24'}, 'avoid'],
    [{retirement: {reason: 'Replaced.'}}, 'no-restriction-recorded'],
    [{retirement: {reason: null, replacedBy: null}}, 'avoid'],
    [{reviewBy: '2026-01-01'}, 'avoid'],
  ])('%o gives %s', (change, level) => {
    const data = {...spineClinic, contraindications: [{...first, _id: 'rule-x', ...change}]}
    expect(screenOne('toe-touch', {osteoporosis: 'present'}, data).level).toBe(level)
  })

  it('says when a review is overdue', () => {
    const data = {...spineClinic, contraindications: [{...first, _id: 'rule-x', reviewBy: '2026-01-01'}]}
    const {reviewState, wording} = screenOne('toe-touch', {osteoporosis: 'present'}, data)
    expect(reviewState).toBe('stale')
    expect(wording.map(({key}) => key)).toContain('review.stale')
  })

  it('refuses an instant that is none', () => {
    expect(() => screen({...spineClinic, profile: {}, asOf: 'tomorrow'})).toThrow(/ISO 8601/)
  })
})

describe('careless content stays on the careful side', () => {
  const [first] = spineClinic.contraindications
  it.each([
    ['rule-without-condition', {when: null}, 'caution'],
    ['rule-without-condition', {when: {all: [{any: []}]}}, 'caution'],
    ['missing-condition', {when: {all: [{any: [{condition: 'condition-gone'}]}]}}, 'caution'],
    ['unknown-severity', {severity: null}, 'ask-first'],
    ['rule-without-target', {target: null}, 'no-restriction-recorded'],
  ])('%s', (code, change, level) => {
    const data = {...spineClinic, contraindications: [{...first, _id: 'rule-x', ...change}]}
    expect(screenOne('toe-touch', {osteoporosis: 'present'}, data).level).toBe(level)
    expect(findContentProblems(data, asOf)).toMatchObject([{code, documentId: 'rule-x'}])
    expect(screen({...data, profile: {}, asOf}).problems).toEqual([])
  })

  it('names a cycle of broader patterns and goes on', () => {
    const looped = spineClinic.movementPatterns.map((one) =>
      one.slug === 'spinal-flexion' ? {...one, broader: ['pattern-end-range-spinal-flexion']} : one,
    )
    const data = {...spineClinic, movementPatterns: looped}
    expect(findContentProblems(data, asOf)).toMatchObject([
      {code: 'cycle', message: expect.stringContaining('“end-range-spinal-flexion”, “spinal-flexion”')},
    ])
    expect(screen({...data, profile: {osteoporosis: 'present'}, asOf}).exercises[0]?.level).toBe('avoid')
  })

  it('names a movement pattern that nobody published', () => {
    const exercises = [{_id: 'exercise-x', title: 'Slump', patterns: [{pattern: 'gone'}, {pattern: null}]}]
    expect(findContentProblems({...spineClinic, exercises}, asOf)).toMatchObject([
      {code: 'missing-pattern', documentId: 'exercise-x', path: 'patterns[0]'},
      {code: 'missing-pattern', documentId: 'exercise-x', path: 'patterns[1]'},
    ])
  })

  it('looks at the rules in force alone', () => {
    const rules = [{...first, _id: 'rule-x', severity: null, effectiveFrom: '2026-12-01'}]
    const data = {...spineClinic, contraindications: rules}
    expect(findContentProblems(data, asOf)).toEqual([])
    expect(findContentProblems(data, '2026-12-02T00:00:00Z')).toMatchObject([{code: 'unknown-severity'}])
    expect(() => findContentProblems(data, 'tomorrow')).toThrow(/ISO 8601/)
  })

  it('has nothing to say of the clinic', () => {
    expect(findContentProblems(spineClinic, asOf)).toEqual([])
  })
})

describe('wording', () => {
  it('never reassures, clears or promises', () => {
    const forbidden =
      /\b(?:safe|cleared?|approved?|cured?|recommend\w*|fit for|suitable for you|risk score)\b/iu
    for (const sentence of Object.values(PHRASES)) expect(sentence).not.toMatch(forbidden)
  })

  it('fills every place of its phrases', () => {
    const profiles: Profile[] = [
      {},
      {osteoporosis: 'present'},
      {'post-lumbar-fusion': {state: 'present', stage: 'weeks-0-6'}},
    ]
    for (const profile of profiles) {
      for (const {wording} of screen({...spineClinic, profile, asOf}).exercises) {
        for (const {text} of wording) expect(text).not.toMatch(/[{}]|undefined/u)
      }
    }
  })

  it('speaks another language by the same keys', () => {
    const phrases = {...PHRASES, 'verdict.avoid': '{exercise} meiden ({facets})'}
    const {wording} = screenOne('toe-touch', {osteoporosis: 'present'}, {phrases})
    expect(wording[0]?.text).toBe('Toe touch meiden (thin bones (osteoporosis))')
  })
})

it('leaves its input as it was and gives the same bytes again', () => {
  const before = JSON.stringify(spineClinic)
  const first = JSON.stringify(screen({...spineClinic, profile: {sciatica: 'present'}, asOf}))
  expect(JSON.stringify(screen({...spineClinic, profile: {sciatica: 'present'}, asOf}))).toBe(first)
  expect(JSON.stringify(spineClinic)).toBe(before)
})
