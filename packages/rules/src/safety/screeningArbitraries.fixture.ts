import {array, boolean, constantFrom, dictionary, integer, option, record, subarray, tuple} from 'fast-check'
import type {Arbitrary} from 'fast-check'
import type {
  Contraindication,
  ExerciseFacts,
  Profile,
  ScreeningData,
  WhenLiteral,
} from './screeningContent.ts'
import type {Condition, MovementPattern} from './vocabularyContent.ts'

const SLUGS = ['c0', 'c1', 'c2', 'c3', 'c4']
const STAGES = ['s1', 's2']
const POSITIONS = ['supine', 'standing']
const RANGES = ['mid', 'end', 'unspecified']

/** How far generated content goes: properties that do not hold for all rules generate fewer kinds. */
export interface ContentOptions {
  readonly absent: boolean
  readonly excludes: boolean
  readonly stages: boolean
}

const ids = (prefix: string, count: number): string[] =>
  Array.from({length: count}, (_, index) => `${prefix}${index}`)

/** Terms whose broader ones come earlier in the list, so that there is no cycle. */
function broaderOf(names: readonly string[], at: number): Arbitrary<string[]> {
  return at === 0 ? constantFrom([]) : subarray(names.slice(0, at), {maxLength: Math.min(at, 2)})
}

function conditions({excludes}: ContentOptions): Arbitrary<Condition[]> {
  const one = (slug: string, at: number) =>
    record({
      _id: constantFrom(slug),
      slug: constantFrom(slug),
      broader: broaderOf(SLUGS, at),
      excludes: excludes
        ? subarray(
            SLUGS.filter((other) => other !== slug),
            {maxLength: 1},
          )
        : constantFrom([]),
      stages: constantFrom(STAGES.map((key) => ({key, label: key}))),
    })
  return tuple(...SLUGS.map(one))
}

function literal({absent, stages}: ContentOptions): Arbitrary<WhenLiteral> {
  return record({
    condition: constantFrom(...SLUGS),
    stage: stages ? option(constantFrom(...STAGES), {freq: 2}) : constantFrom(null),
    state: absent ? constantFrom('present', 'present', 'absent') : constantFrom('present'),
  })
}

function rule(
  options: ContentOptions,
  patterns: readonly string[],
  exercises: readonly string[],
): Arbitrary<Contraindication> {
  return record({
    _id: integer({min: 0, max: 10_000}).map((number) => `r${number}`),
    target: record({
      kind: constantFrom('pattern', 'pattern', 'pattern', 'position', 'exercise'),
      pattern: constantFrom(...patterns),
      position: constantFrom(...POSITIONS),
      exercise: constantFrom(...exercises),
      qualifiers: option(record({range: option(constantFrom(...RANGES))})),
      includeNarrower: constantFrom(true, null),
    }),
    when: record({
      all: array(record({any: array(literal(options), {minLength: 1, maxLength: 2})}), {
        minLength: 1,
        maxLength: 2,
      }),
    }),
    unless: subarray(['supervised']),
    severity: constantFrom('absolute', 'relative', 'precaution'),
    scope: constantFrom('general', 'provider-protocol'),
    saferAlternatives: array(record({exercise: constantFrom(...exercises), why: constantFrom('why')}), {
      maxLength: 2,
    }),
  })
}

function exercise(id: string, patterns: readonly string[]): Arbitrary<ExerciseFacts> {
  return record({
    _id: constantFrom(id),
    kind: constantFrom('mobility'),
    patterns: array(
      record({
        pattern: constantFrom(...patterns),
        qualifiers: option(record({range: option(constantFrom(...RANGES))})),
      }),
      {maxLength: 2},
    ),
    positions: subarray(POSITIONS),
  })
}

/** Small screening content with a graph of patterns and one of conditions. */
export function contentArbitrary(options: ContentOptions): Arbitrary<ScreeningData> {
  const patterns = ids('p', 5)
  const exercises = ids('e', 4)
  const pattern = (_id: string, at: number): Arbitrary<MovementPattern> =>
    record({_id: constantFrom(_id), broader: broaderOf(patterns, at)})
  return record({
    movementPatterns: tuple(...patterns.map(pattern)),
    conditions: conditions(options),
    exercises: tuple(...exercises.map((id) => exercise(id, patterns))),
    contraindications: array(rule(options, patterns, exercises), {minLength: 1, maxLength: 5}).map(distinct),
  })
}

function distinct(rules: readonly Contraindication[]): Contraindication[] {
  return [...new Map(rules.map((one) => [one._id, one])).values()]
}

/** Answers that may be incomplete, but that never contradict the graph by themselves more than rarely. */
export const profileArbitrary: Arbitrary<Profile> = dictionary(
  constantFrom(...SLUGS),
  tuple(
    constantFrom('present' as const, 'absent' as const, 'unknown' as const),
    option(constantFrom(...STAGES)),
  ).map(([state, stage]) => ({state, stage})),
  {maxKeys: 4},
)

export const factsArbitrary = option(boolean(), {nil: undefined}).map((supervised) =>
  supervised === undefined ? {} : {supervised: supervised ? ('present' as const) : ('absent' as const)},
)

export {SLUGS, STAGES}
