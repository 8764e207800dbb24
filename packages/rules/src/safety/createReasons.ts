import {compareText} from '../compareText.ts'
import type {Reader, RuleView} from './createReader.ts'
import {rankOf} from './lattice.ts'
import type {RestrictionLevel} from './lattice.ts'
import type {Reach} from './reachExercise.ts'
import type {LiftedRule, Reason, Unanswered} from './screeningResult.ts'

/** What the rules that reach an exercise make of it for one reader. */
export interface Reasoned {
  readonly level: RestrictionLevel
  /** Strictest first. */
  readonly reasons: readonly Reason[]
  readonly lifted: readonly LiftedRule[]
  /** The conditions that any reaching rule mentions and nobody has answered, by slug. */
  readonly unanswered: readonly Unanswered[]
}

/** Applies the rules that reach an exercise: levels join by maximum, what is unknown weighs as caution. */
export function createReasons(reaches: readonly Reach[], reader: Reader): Reasoned {
  const lifted: LiftedRule[] = []
  const applying: Applying[] = []
  const unanswered = new Map<string, Unanswered>()
  for (const reach of reaches) {
    const view = reader.viewOf(reach.rule)
    for (const one of view.unanswered) unanswered.set(one.id, one)
    if (view.when.truth === 'false') continue
    if (view.liftedBy !== null) lifted.push({rule: view.mention, fact: view.liftedBy})
    else applying.push(applyRule(reach, view))
  }
  applying.sort(strictestFirst)
  const top = applying[0]?.level ?? 'no-restriction-recorded'
  const isShared = applying[1]?.level === top
  return {
    level: top,
    // A reason counts alone only when it is the one at the top.
    reasons: applying.map((one) => createReason(one, one.level !== top || isShared)),
    lifted: lifted.toSorted((a, b) => compareText(a.rule.id, b.rule.id)),
    unanswered: [...unanswered.values()].toSorted((a, b) => compareText(a.slug, b.slug)),
  }
}

interface Applying {
  readonly reach: Reach
  readonly view: RuleView
  readonly certain: boolean
  readonly level: RestrictionLevel
}

function applyRule(reach: Reach, view: RuleView): Applying {
  const certain = view.when.truth === 'true' && reach.truth === 'true'
  return {reach, view, certain, level: certain ? view.fullLevel : 'caution'}
}

function strictestFirst(a: Applying, b: Applying): number {
  return (
    rankOf(b.level) - rankOf(a.level) ||
    Number(b.certain) - Number(a.certain) ||
    compareText(a.view.rule._id, b.view.rule._id)
  )
}

function createReason({reach, view, certain, level}: Applying, redundant: boolean): Reason {
  const {rule} = view
  return {
    rule: view.mention,
    level,
    severity: rule.severity ?? 'relative',
    certain,
    whenTruth: view.when.truth === 'true' ? 'true' : 'unknown',
    path: reach.path,
    facets: view.facets,
    openDetails: reach.open,
    scope: rule.scope ?? 'general',
    organization: rule.organization ?? null,
    rationale: rule.rationale ?? null,
    mechanism: rule.mechanism ?? null,
    modification: rule.modification ?? null,
    basis: rule.basis ?? null,
    certainty: rule.certainty
      ? {scale: rule.certainty.scale ?? null, value: rule.certainty.value ?? null}
      : null,
    consensus: rule.consensus ?? null,
    citations: rule.evidence ?? [],
    reviewState: view.reviewState,
    redundant,
  }
}
