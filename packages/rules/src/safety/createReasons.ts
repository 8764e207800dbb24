import type {ScreeningIndex} from './createScreeningIndex.ts'
import {evaluateWhen} from './evaluateWhen.ts'
import type {EvaluatedWhen} from './evaluateWhen.ts'
import {joinLevels, levelOfSeverity, rankOf} from './lattice.ts'
import {labelOf, mention} from './mention.ts'
import type {Reach} from './reachExercise.ts'
import type {ResolvedFacets} from './resolveFacets.ts'
import {reviewStateOf} from './reviewStateOf.ts'
import type {ReviewState} from './reviewStateOf.ts'
import type {Answer, Contraindication, UnlessFact} from './screeningContent.ts'
import type {FacetMention, LiftedRule, Reason} from './screeningResult.ts'

export type Facts = Readonly<Partial<Record<UnlessFact, Answer>>>

const FACTS: readonly UnlessFact[] = ['cleared-by-clinician', 'supervised', 'modification-used']

/** One reader against prepared content; each rule is evaluated once, however many exercises it reaches. */
export interface Reader {
  readonly facets: ResolvedFacets
  /** The fact that lifts a rule, if one of those it names is known to hold. */
  liftedBy(rule: Contraindication): UnlessFact | null
  whenOf(rule: Contraindication): EvaluatedWhen
  reviewOf(rule: Contraindication): ReviewState
}

export function createReader(index: ScreeningIndex, facets: ResolvedFacets, facts: Facts): Reader {
  const whens = new Map<string, EvaluatedWhen>()
  const reviews = new Map<string, ReviewState>()
  return {
    facets,
    liftedBy: (rule) =>
      FACTS.find((fact) => facts[fact] === 'present' && (rule.unless ?? []).includes(fact)) ?? null,
    whenOf(rule) {
      const found = whens.get(rule._id) ?? evaluateWhen(rule, facets.valueOf)
      whens.set(rule._id, found)
      return found
    },
    reviewOf(rule) {
      const found = reviews.get(rule._id) ?? reviewStateOf(rule, index.asOf)
      reviews.set(rule._id, found)
      return found
    },
  }
}

/** The reasons for an exercise's level, strictest first, and the rules that a known fact lifts. */
export function createReasons(
  reaches: readonly Reach[],
  reader: Reader,
  index: ScreeningIndex,
): {reasons: Reason[]; lifted: LiftedRule[]} {
  const reasons: Reason[] = []
  const lifted: LiftedRule[] = []
  for (const reach of reaches) {
    const when = reader.whenOf(reach.rule)
    if (when.truth === 'false') continue
    const fact = reader.liftedBy(reach.rule)
    if (fact !== null) lifted.push({rule: mention(reach.rule), fact})
    else reasons.push(createReason(reach, when, reader, index))
  }
  const sorted = reasons.toSorted(
    (a, b) =>
      rankOf(b.level) - rankOf(a.level) ||
      Number(b.certain) - Number(a.certain) ||
      byId(a.rule.id, b.rule.id),
  )
  return {reasons: flagRedundant(sorted), lifted: lifted.toSorted((a, b) => byId(a.rule.id, b.rule.id))}
}

function createReason(reach: Reach, when: EvaluatedWhen, reader: Reader, index: ScreeningIndex): Reason {
  const {rule} = reach
  const certain = when.truth === 'true' && reach.truth === 'true'
  return {
    rule: mention(rule),
    level: certain ? levelOfSeverity(rule.severity) : 'caution',
    severity: rule.severity ?? 'relative',
    certain,
    whenTruth: when.truth === 'true' ? 'true' : 'unknown',
    path: reach.path,
    facets: facetMentions(when, reader, index),
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
    reviewState: reader.reviewOf(rule),
    redundant: false,
  }
}

function facetMentions(when: EvaluatedWhen, reader: Reader, index: ScreeningIndex): FacetMention[] {
  return when.literals.flatMap(({condition, stage, state}) => {
    if (condition === null) return []
    const document = index.conditions.nodes.get(condition)
    const slug = document?.slug ?? condition
    const answer = reader.facets.valueOf(condition).state
    return [{id: condition, slug, label: labelOf(document, condition), stage, state, answer}]
  })
}

/** Levels join by maximum, so a reason counts alone only if it is the one at the top. */
function flagRedundant(reasons: readonly Reason[]): Reason[] {
  const top = joinLevels(reasons.map(({level}) => level))
  const atTop = reasons.filter(({level}) => level === top).length
  return reasons.map((reason) => ({...reason, redundant: reason.level !== top || atTop > 1}))
}

function byId(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
