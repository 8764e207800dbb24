import type {Hierarchy} from './createHierarchy.ts'
import type {RuleIndex} from './createRuleIndex.ts'
import {matchQualifiers} from './matchQualifiers.ts'
import type {QualifierName} from './matchQualifiers.ts'
import {labelOf, mention} from './mention.ts'
import type {Contraindication, ExerciseFacts, PatternUse} from './screeningContent.ts'
import type {MovementPattern} from './vocabularyContent.ts'

/** One step from an exercise to what a rule is aimed at. */
export interface PathStep {
  readonly kind: 'exercise' | 'pattern' | 'position' | 'kind' | 'equipment'
  /** The id of a document, or the value itself for a position, a kind or an item of equipment. */
  readonly id: string
  readonly label: string
}

/** How a rule meets an exercise. */
export interface Reach {
  readonly rule: Contraindication
  readonly path: readonly PathStep[]
  /** What the exercise does not record: with any of it, reach is unknown. */
  readonly open: readonly Detail[]
}

/** What an exercise may not record. */
type Detail = QualifierName | 'patterns' | 'positions' | 'kind' | 'equipment'

/**
 * Finds the rules that reach an exercise: aimed at it, at one of its patterns or a broader one, at its
 * position, kind or equipment, with every qualifier that the rule names equal.
 *
 * What the exercise does not record is unknown and never a miss.
 */
export function reachExercise(
  exercise: ExerciseFacts,
  rules: RuleIndex,
  patterns: Hierarchy<MovementPattern>,
): Reach[] {
  const found = new Map<string, Reach>()
  const self: PathStep = {kind: 'exercise', id: exercise._id, label: mention(exercise).title}
  const add: Add = (rule, open, path) => {
    const previous = found.get(rule._id)
    if (open && (!previous || (previous.open.length > 0 && open.length === 0)))
      found.set(rule._id, {rule, path, open})
  }
  const addAll = (aimed: readonly Contraindication[], path: readonly PathStep[], doubt?: Detail) => {
    for (const rule of aimed) {
      const open = matchAnyUse(rule, exercise)
      add(rule, open && doubt ? [doubt, ...open] : open, path)
    }
  }
  const addByValue = (kind: 'position' | 'kind' | 'equipment', id: string, doubt?: Detail) =>
    addAll(rules(kind, id), [self, {kind, id, label: id}], doubt)
  const addRecorded = (kind: 'position' | 'kind', values: readonly string[], detail: Detail) => {
    for (const value of values) addByValue(kind, value)
    if (values.length === 0) addAll(rules(kind), [self], detail)
  }
  addAll(rules('exercise', exercise._id), [self])
  addPatternRules(exercise.patterns ?? [], self, rules, patterns, add)
  addRecorded('position', exercise.positions ?? [], 'positions')
  addRecorded('kind', exercise.kind ? [exercise.kind] : [], 'kind')
  for (const {item, optional} of exercise.equipment ?? []) {
    if (item) addByValue('equipment', item, optional ? 'equipment' : undefined)
  }
  return [...found.values()]
}

/** Adds a rule unless it misses (`open` is null), or is found already with as much certainty. */
type Add = (rule: Contraindication, open: Reach['open'] | null, path: readonly PathStep[]) => void

function addPatternRules(
  uses: readonly PatternUse[],
  self: PathStep,
  rules: RuleIndex,
  patterns: Hierarchy<MovementPattern>,
  add: Add,
): void {
  let complete = uses.length > 0
  for (const {pattern, qualifiers} of uses) {
    // A movement without a pattern is as open as one whose pattern is not published.
    for (const [id, upwards] of patterns.ancestry(pattern ?? '')) {
      complete &&= patterns.nodes.has(id)
      const aimed = rules('pattern', id)
      if (aimed.length === 0) continue
      const path = [self, ...upwards.map((one) => patternStep(one, patterns))]
      for (const rule of aimed) {
        if (id !== pattern && rule.target?.includeNarrower === false) continue
        add(rule, matchQualifiers(rule.target?.qualifiers, qualifiers), path)
      }
    }
  }
  if (complete) return
  for (const rule of rules('pattern')) add(rule, ['patterns'], [self])
}

/** A rule aimed at anything but a pattern tests its qualifiers on any movement of the exercise. */
function matchAnyUse({target}: Contraindication, {patterns}: ExerciseFacts): Reach['open'] | null {
  const uses = patterns?.length ? patterns : [{}]
  const matches = uses
    .map((use) => matchQualifiers(target?.qualifiers, use.qualifiers))
    .filter((open) => open !== null)
  return matches.find((open) => open.length === 0) ?? matches[0] ?? null
}

function patternStep(id: string, patterns: Hierarchy<MovementPattern>): PathStep {
  return {kind: 'pattern', id, label: labelOf(patterns.nodes.get(id), id)}
}
