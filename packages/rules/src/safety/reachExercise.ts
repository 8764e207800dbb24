import type {Hierarchy} from './createHierarchy.ts'
import type {RuleIndex} from './createRuleIndex.ts'
import type {Truth} from './kleene.ts'
import {MATCH, MISS, matchQualifiers} from './matchQualifiers.ts'
import type {QualifierMatch, QualifierName} from './matchQualifiers.ts'
import {mention} from './mention.ts'
import type {Contraindication, ExerciseFacts, PatternUse} from './screeningContent.ts'
import type {MovementPattern} from './vocabularyContent.ts'

/** One step from an exercise to what a rule is aimed at. */
export interface PathStep {
  readonly kind: 'exercise' | 'pattern' | 'position' | 'kind' | 'equipment'
  /** The id of a document, or the value itself for a position, a kind or an item of equipment. */
  readonly id: string
  readonly label: string
}

/** How a rule meets an exercise. `open` says what the exercise does not record, where reach is unknown. */
export interface Reach {
  readonly rule: Contraindication
  readonly truth: 'true' | 'unknown'
  readonly path: readonly PathStep[]
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
  const add: Add = (rule, {truth, open}, path, doubt = NOTHING_OPEN) => {
    const isCertain = truth === 'true' && doubt.length === 0
    const previous = found.get(rule._id)
    if (truth === 'false' || (previous && (previous.truth === 'true' || !isCertain))) return
    found.set(rule._id, {rule, truth: isCertain ? 'true' : 'unknown', path, open: [...doubt, ...open]})
  }
  const addAll = (aimed: readonly Contraindication[], path: readonly PathStep[], doubt?: Reach['open']) => {
    for (const rule of aimed) add(rule, matchAnyUse(rule, exercise), path, doubt)
  }
  const addByValue = (kind: 'position' | 'kind' | 'equipment', id: string, doubt?: Reach['open']) =>
    addAll(rules(kind, id), [self, {kind, id, label: id}], doubt)
  const addRecorded = (kind: 'position' | 'kind', values: readonly string[], detail: Detail) => {
    for (const value of values) addByValue(kind, value)
    if (values.length === 0) addAll(rules(kind), [self], [detail])
  }
  addAll(rules('exercise', exercise._id), [self])
  addPatternRules(exercise.patterns ?? [], self, rules, patterns, add)
  addRecorded('position', exercise.positions ?? [], 'positions')
  addRecorded('kind', exercise.kind ? [exercise.kind] : [], 'kind')
  for (const {item, optional} of exercise.equipment ?? []) {
    if (item) addByValue('equipment', item, optional ? ['equipment'] : NOTHING_OPEN)
  }
  return [...found.values()]
}

/** Adds a rule unless it misses, or is found already with as much certainty; `doubt` says what is not recorded. */
type Add = (
  rule: Contraindication,
  match: QualifierMatch,
  path: readonly PathStep[],
  doubt?: readonly Detail[],
) => void

const NOTHING_OPEN: readonly Detail[] = []

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
    const ancestry = patterns.ancestry(pattern ?? '')
    complete &&= ancestry.complete
    for (const [id, upwards] of ancestry.paths) {
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
  for (const rule of rules('pattern')) add(rule, MATCH, [self], ['patterns'])
}

/** A rule aimed at anything but a pattern tests its qualifiers on any movement of the exercise. */
function matchAnyUse({target}: Contraindication, {patterns}: ExerciseFacts): QualifierMatch {
  const uses = patterns?.length ? patterns : [null]
  const matches = uses.map((use) => matchQualifiers(target?.qualifiers, use?.qualifiers))
  const best = (truth: Truth) => matches.find((match) => match.truth === truth)
  return best('true') ?? best('unknown') ?? MISS
}

function patternStep(id: string, patterns: Hierarchy<MovementPattern>): PathStep {
  const pattern = patterns.nodes.get(id)
  return {kind: 'pattern', id, label: pattern?.label ?? pattern?.slug ?? id}
}
