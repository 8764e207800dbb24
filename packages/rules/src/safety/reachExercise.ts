import type {Hierarchy} from './createHierarchy.ts'
import type {RuleIndex} from './createRuleIndex.ts'
import type {Truth} from './kleene.ts'
import {matchQualifiers} from './matchQualifiers.ts'
import type {QualifierName} from './matchQualifiers.ts'
import {mention} from './mention.ts'
import type {Contraindication, ExerciseFacts} from './screeningContent.ts'
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
  readonly open: readonly (QualifierName | 'patterns' | 'positions' | 'kind' | 'equipment')[]
}

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
  const add: Add = (rule, truth, path, open) => {
    if (truth === 'false') return
    const previous = found.get(rule._id)
    if (previous && (previous.truth === 'true' || truth === 'unknown')) return
    found.set(rule._id, {rule, truth, path, open: truth === 'true' ? NOTHING_OPEN : open})
  }
  const addAimed = (
    rulesAimed: Iterable<Contraindication>,
    steps: readonly PathStep[],
    doubt: Reach['open'] = NOTHING_OPEN,
  ) => {
    for (const rule of rulesAimed) {
      const {truth, open} = matchAnyUse(rule, exercise)
      const isDoubtful = truth === 'true' && doubt.length > 0
      add(rule, isDoubtful ? 'unknown' : truth, [self, ...steps], [...doubt, ...open])
    }
  }
  const addByValue = (kind: 'position' | 'kind' | 'equipment', id: string, doubt?: Reach['open']) => {
    addAimed(rules[kind].get(id) ?? [], [{kind, id, label: id}], doubt)
  }
  addAimed(rules.exercise.get(exercise._id) ?? [], [])
  addPatternRules(exercise, rules, patterns, self, add)
  const positions = exercise.positions ?? []
  for (const position of positions) addByValue('position', position)
  if (positions.length === 0) addAimed([...rules.position.values()].flat(), [], ['positions'])
  if (exercise.kind) addByValue('kind', exercise.kind)
  else addAimed([...rules.kind.values()].flat(), [], ['kind'])
  for (const {item, optional} of exercise.equipment ?? []) {
    if (item) addByValue('equipment', item, optional ? ['equipment'] : NOTHING_OPEN)
  }
  return [...found.values()]
}

const NOTHING_OPEN: Reach['open'] = []

type Add = (rule: Contraindication, truth: Truth, path: readonly PathStep[], open: Reach['open']) => void

function addPatternRules(
  exercise: ExerciseFacts,
  rules: RuleIndex,
  patterns: Hierarchy<MovementPattern>,
  self: PathStep,
  add: Add,
): void {
  const uses = exercise.patterns ?? []
  let complete = uses.length > 0
  for (const use of uses) {
    if (!use.pattern) {
      complete = false
      continue
    }
    const ancestry = patterns.ancestry(use.pattern)
    complete &&= ancestry.complete
    for (const [id, path] of ancestry.paths) {
      const aimed = rules.pattern.get(id)
      if (!aimed) continue
      const steps = [self, ...path.map((one) => patternStep(one, patterns))]
      for (const rule of aimed) {
        if (id !== use.pattern && rule.target?.includeNarrower === false) continue
        const {truth, open} = matchQualifiers(rule.target?.qualifiers, use.qualifiers)
        add(rule, truth, steps, open)
      }
    }
  }
  if (complete) return
  for (const list of rules.pattern.values())
    for (const rule of list) add(rule, 'unknown', [self], ['patterns'])
}

/** A rule aimed at anything but a pattern tests its qualifiers on any movement of the exercise. */
function matchAnyUse(rule: Contraindication, exercise: ExerciseFacts): ReturnType<typeof matchQualifiers> {
  const tested = rule.target?.qualifiers
  let best = matchQualifiers(tested, null)
  const uses = exercise.patterns ?? []
  if (best.truth === 'true' || uses.length === 0) return best
  best = {truth: 'false', open: []}
  for (const use of uses) {
    const match = matchQualifiers(tested, use.qualifiers)
    if (match.truth === 'true') return match
    if (match.truth === 'unknown' && best.truth === 'false') best = match
  }
  return best
}

function patternStep(id: string, patterns: Hierarchy<MovementPattern>): PathStep {
  const pattern = patterns.nodes.get(id)
  return {kind: 'pattern', id, label: pattern?.label ?? pattern?.slug ?? id}
}
