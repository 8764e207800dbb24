import {assert, constantFrom, integer, pre, property, shuffledSubarray} from 'fast-check'
import {describe, expect, it} from 'vitest'
import {neededFacets, rankOf, screen} from './index.ts'
import type {FacetAnswer, Profile, RestrictionLevel, ScreeningData} from './index.ts'
import {
  SLUGS,
  STAGES,
  contentArbitrary,
  factsArbitrary,
  profileArbitrary,
} from './screeningArbitraries.fixture.ts'

const asOf = '2026-11-24T09:00:00Z'
const anyContent = contentArbitrary({absent: true, excludes: true, stages: true})
const monotoneContent = contentArbitrary({absent: false, excludes: false, stages: true})
const runs = {numRuns: 400}

type Facts = NonNullable<Parameters<typeof screen>[0]['facts']>

function levels(data: ScreeningData, profile: Profile, facts: Facts = {}): Map<string, RestrictionLevel> {
  const {exercises} = screen({...data, profile, asOf, facts})
  return new Map(exercises.map(({exercise, level}) => [exercise.id, level]))
}

function neverLower(
  before: ReadonlyMap<string, RestrictionLevel>,
  after: ReadonlyMap<string, RestrictionLevel>,
): void {
  for (const [id, level] of before) {
    const now = after.get(id)
    expect(now === undefined ? -1 : rankOf(now)).toBeGreaterThanOrEqual(rankOf(level))
  }
}

describe('properties of the restriction level', () => {
  it('(a) one more rule never lowers it', () => {
    assert(
      property(anyContent, profileArbitrary, factsArbitrary, (data, profile, facts) => {
        const fewer = {...data, contraindications: data.contraindications.slice(1)}
        neverLower(levels(fewer, profile, facts), levels(data, profile, facts))
      }),
      runs,
    )
  })

  it('(b) an unknown that turns out present never lowers it, without rules on absence and exclusions', () => {
    assert(
      property(monotoneContent, profileArbitrary, constantFrom(...SLUGS), (data, profile, slug) => {
        const before = {...profile, [slug]: 'unknown' as const}
        neverLower(levels(data, before), levels(data, {...profile, [slug]: 'present' as const}))
      }),
      runs,
    )
  })

  it('(c) a rule moved to a broader pattern never lowers it', () => {
    assert(
      property(anyContent, profileArbitrary, integer({min: 0, max: 9}), (data, profile, pick) => {
        const contraindications = data.contraindications.map((rule) => {
          const pattern = data.movementPatterns.find(({_id}) => _id === rule.target?.pattern)
          const broader = pattern?.broader?.[pick % Math.max(1, pattern.broader.length)]
          return broader === undefined ? rule : {...rule, target: {...rule.target, pattern: broader}}
        })
        neverLower(levels(data, profile), levels({...data, contraindications}, profile))
      }),
      runs,
    )
  })

  it('(d) the order of what is given changes nothing', () => {
    const shuffled = anyContent.chain((data) =>
      shuffledSubarray([...data.contraindications], {minLength: data.contraindications.length}).map(
        (rules) => ({
          data,
          reordered: {
            contraindications: rules,
            movementPatterns: data.movementPatterns.toReversed(),
            conditions: data.conditions.toReversed(),
            exercises: data.exercises.toReversed(),
          },
        }),
      ),
    )
    assert(
      property(shuffled, profileArbitrary, ({data, reordered}, profile) => {
        const first = screen({...data, profile, asOf}).exercises
        const second = screen({...reordered, profile, asOf}).exercises
        expect(second.toReversed()).toEqual(first)
      }),
      runs,
    )
  })

  it('(e) the reasons alone give the level, and each counts or is marked redundant', () => {
    assert(
      property(anyContent, profileArbitrary, factsArbitrary, (data, profile, facts) => {
        for (const {exercise, level, reasons} of screen({...data, profile, asOf, facts}).exercises) {
          const only = (kept: readonly {rule: {id: string}}[]): RestrictionLevel | undefined => {
            const ids = new Set(kept.map(({rule}) => rule.id))
            const contraindications = data.contraindications.filter(({_id}) => ids.has(_id))
            return levels({...data, contraindications}, profile, facts).get(exercise.id)
          }
          expect(only(reasons)).toBe(level)
          for (const reason of reasons) {
            expect(only(reasons.filter((one) => one !== reason)) === level).toBe(reason.redundant)
          }
        }
      }),
      {numRuns: 200},
    )
  })

  it('(f) every alternative offered is less restricted, and at most a caution, for the same reader', () => {
    assert(
      property(anyContent, profileArbitrary, factsArbitrary, (data, profile, facts) => {
        const all = levels(data, profile, facts)
        for (const {level, alternatives} of screen({...data, profile, asOf, facts}).exercises) {
          for (const {exercise} of alternatives) {
            const own = all.get(exercise.id) ?? 'avoid'
            expect(rankOf(own)).toBeLessThan(rankOf(level))
            expect(rankOf(own)).toBeLessThanOrEqual(rankOf('caution'))
          }
        }
      }),
      runs,
    )
  })

  it('(g) the needed facets are exactly those whose answer can change a level', () => {
    assert(
      property(anyContent, profileArbitrary, factsArbitrary, (data, profile, facts) => {
        // A condition that excludes what it implies can never be present: an error of the content.
        pre(isConsistent(data, profile) && SLUGS.every((slug) => isConsistent(data, {[slug]: 'present'})))
        const needed = neededFacets({...data, profile, asOf, facts}).map(({slug}) => slug)
        expect(needed.toSorted()).toEqual(neededByTrial(data, profile, facts))
      }),
      {numRuns: 100},
    )
  })
})

/** Tries every complete set of answers: slow and plain, the oracle for (g). */
function neededByTrial(data: ScreeningData, profile: Profile, facts: Facts): string[] {
  const {exercises} = screen({...data, profile, asOf, facts})
  const open = [...new Set(exercises.flatMap(({unanswered}) => unanswered.map(({slug}) => slug)))]
  const tried = new Map<string, string>()
  const outcome = (answers: Profile): string => {
    const key = JSON.stringify(open.map((slug) => answers[slug]))
    const found = tried.get(key) ?? JSON.stringify([...levels(data, answers, facts)])
    tried.set(key, found)
    return found
  }
  const seen = new Map<string, string>()
  const needed = new Set<string>()
  for (const answers of completions(open, profile).filter((one) => isConsistent(data, one))) {
    for (const slug of open) {
      for (const own of [answers[slug] ?? 'unknown', profile[slug] ?? 'unknown']) {
        const key = `${slug} ${JSON.stringify(open.map((one) => (one === slug ? null : answers[one])))}`
        const found = outcome({...answers, [slug]: own})
        if ((seen.get(key) ?? found) !== found) needed.add(slug)
        seen.set(key, found)
      }
    }
  }
  return [...needed].toSorted()
}

function answersOf(profile: Profile, slug: string): FacetAnswer {
  const given = profile[slug] ?? 'unknown'
  return typeof given === 'string' ? {state: given} : given
}

function completions(open: readonly string[], profile: Profile): Profile[] {
  let all: Profile[] = [profile]
  for (const slug of open) {
    const present = [...STAGES].map((stage) => ({state: 'present' as const, stage}))
    const choices: FacetAnswer[] =
      answersOf(profile, slug).state === 'present' ? present : [{state: 'absent'}, ...present]
    all = all.flatMap((one) => choices.map((choice) => ({...one, [slug]: choice})))
  }
  return all
}

function isConsistent(data: ScreeningData, profile: Profile): boolean {
  return screen({...data, exercises: [], profile, asOf}).problems.every(
    ({code}) => code !== 'contradictory-answers',
  )
}
