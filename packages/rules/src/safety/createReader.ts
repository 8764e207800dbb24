import {remember} from '../remember.ts'
import type {ScreeningIndex} from './createScreeningIndex.ts'
import {evaluateWhen} from './evaluateWhen.ts'
import type {EvaluatedWhen} from './evaluateWhen.ts'
import {levelOfSeverity} from './lattice.ts'
import type {RestrictionLevel} from './lattice.ts'
import {mention, mentionCondition, questionOf} from './mention.ts'
import type {ResolvedFacets} from './resolveFacets.ts'
import {reviewStateOf} from './reviewStateOf.ts'
import type {ReviewState} from './reviewStateOf.ts'
import type {Answer, Contraindication, UnlessFact} from './screeningContent.ts'
import type {DocumentMention, FacetMention, Unanswered} from './screeningResult.ts'

export type Facts = Readonly<Partial<Record<UnlessFact, Answer>>>

const FACTS: readonly UnlessFact[] = ['cleared-by-clinician', 'supervised', 'modification-used']

/** One rule as it stands for one reader, whatever exercise it reaches. */
export interface RuleView {
  readonly rule: Contraindication
  readonly mention: DocumentMention
  readonly when: EvaluatedWhen
  /** The level that the severity gives when everything is known. */
  readonly fullLevel: RestrictionLevel
  readonly facets: readonly FacetMention[]
  readonly unanswered: readonly Unanswered[]
  /** The fact that lifts the rule, if one of those it names is known to hold. */
  readonly liftedBy: UnlessFact | null
  readonly reviewState: ReviewState
}

/** One reader against prepared content; each rule is looked at once, however many exercises it reaches. */
export interface Reader {
  readonly facets: ResolvedFacets
  viewOf(rule: Contraindication): RuleView
}

export function createReader(index: ScreeningIndex, facets: ResolvedFacets, facts: Facts): Reader {
  const viewOf = remember(
    ({_id}: Contraindication) => _id,
    (rule) => createView(rule, index, facets, facts),
  )
  return {facets, viewOf}
}

function createView(
  rule: Contraindication,
  index: ScreeningIndex,
  facets: ResolvedFacets,
  facts: Facts,
): RuleView {
  const when = evaluateWhen(rule, facets.valueOf)
  return {
    rule,
    mention: mention(rule),
    when,
    fullLevel: levelOfSeverity(rule.severity),
    facets: facetMentions(when, facets, index),
    unanswered: unansweredOf(rule, facets, index),
    liftedBy: FACTS.find((fact) => facts[fact] === 'present' && (rule.unless ?? []).includes(fact)) ?? null,
    reviewState: reviewStateOf(rule, index.asOf),
  }
}

function facetMentions(when: EvaluatedWhen, facets: ResolvedFacets, index: ScreeningIndex): FacetMention[] {
  return when.literals.flatMap(({condition, stage, state}) => {
    if (condition === null) return []
    const named = mentionCondition(condition, index.conditions)
    return [{...named, stage, state, answer: facets.valueOf(condition).state}]
  })
}

/** The conditions that the rule mentions and nobody has answered, whether they decide it or not. */
function unansweredOf(rule: Contraindication, facets: ResolvedFacets, index: ScreeningIndex): Unanswered[] {
  const found = new Map<string, Unanswered>()
  for (const {condition: id, stage} of (rule.when?.all ?? []).flatMap(({any}) => any ?? [])) {
    if (!id) continue
    const value = facets.valueOf(id)
    const stageOnly = value.state === 'present' && Boolean(stage) && value.stage === null
    if (value.state !== 'unknown' && !stageOnly) continue
    const question = questionOf(index.conditions.nodes.get(id))
    found.set(id, {...mentionCondition(id, index.conditions), question, stageOnly})
  }
  return [...found.values()]
}
