import {compareText, sortByText} from '../compareText.ts'
import type {RuleView, ViewOf} from './createRuleViews.ts'
import {levelOfSeverity, rankOf} from './lattice.ts'
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
export function createReasons(reaches: readonly Reach[], viewOf: ViewOf): Reasoned {
  const lifted: LiftedRule[] = []
  const reasons: Reason[] = []
  const unanswered = new Map<string, Unanswered>()
  for (const reach of reaches) {
    const view = viewOf(reach.rule)
    for (const one of view.unanswered) unanswered.set(one.id, one)
    if (view.truth === 'absent') continue
    if (view.liftedBy !== null) lifted.push({rule: view.mention, fact: view.liftedBy})
    else reasons.push(createReason(reach, view))
  }
  reasons.sort(strictestFirst)
  const [first, second] = reasons
  // A reason counts alone only when it is the one at the top.
  if (first && first.level !== second?.level) reasons[0] = {...first, redundant: false}
  return {
    level: first?.level ?? 'no-restriction-recorded',
    reasons,
    lifted: sortByText(lifted, ({rule}) => rule.id),
    unanswered: sortByText([...unanswered.values()], ({slug}) => slug),
  }
}

function createReason({rule, path, open}: Reach, view: RuleView): Reason {
  const {certainty} = rule
  const certain = view.truth === 'present' && open.length === 0
  return {
    rule: view.mention,
    level: certain ? levelOfSeverity(rule.severity) : 'caution',
    severity: rule.severity ?? 'relative',
    certain,
    whenTruth: view.truth === 'present' ? 'true' : 'unknown',
    path,
    facets: view.facets,
    openDetails: open,
    scope: rule.scope ?? 'general',
    organization: rule.organization ?? null,
    rationale: rule.rationale ?? null,
    mechanism: rule.mechanism ?? null,
    modification: rule.modification ?? null,
    basis: rule.basis ?? null,
    certainty: certainty ? {scale: certainty.scale ?? null, value: certainty.value ?? null} : null,
    consensus: rule.consensus ?? null,
    citations: rule.evidence ?? [],
    reviewState: view.reviewState,
    redundant: true,
  }
}

function strictestFirst(a: Reason, b: Reason): number {
  return (
    rankOf(b.level) - rankOf(a.level) ||
    Number(b.certain) - Number(a.certain) ||
    compareText(a.rule.id, b.rule.id)
  )
}
