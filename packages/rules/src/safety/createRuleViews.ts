import {remember} from '../remember.ts'
import type {ScreeningIndex} from './createScreeningIndex.ts'
import {decidingLiterals, literalsOf, truthOfWhen} from './evaluateWhen.ts'
import type {Truth} from './kleene.ts'
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
  /** Whether its conditions hold for the reader. */
  readonly truth: Truth
  readonly unanswered: readonly Unanswered[]
  /** The fact that lifts the rule, if one of those it names is known to hold. */
  readonly liftedBy: UnlessFact | null
  readonly facets: readonly FacetMention[]
  readonly mention: DocumentMention
  readonly reviewState: ReviewState
}

/** Looks at a rule for one reader. */
export type ViewOf = (rule: Contraindication) => RuleView

/** Looks at each rule once, however many exercises it reaches. */
export function createRuleViews(index: ScreeningIndex, facets: ResolvedFacets, facts: Facts): ViewOf {
  return remember((rule) => createView(rule, index, facets, facts))
}

function createView(
  rule: Contraindication,
  index: ScreeningIndex,
  facets: ResolvedFacets,
  facts: Facts,
): RuleView {
  return {
    truth: truthOfWhen(rule, facets.valueOf),
    unanswered: unansweredOf(rule, facets, index),
    liftedBy: FACTS.find((fact) => facts[fact] === 'present' && (rule.unless ?? []).includes(fact)) ?? null,
    facets: facetMentions(rule, facets, index),
    mention: mention(rule),
    reviewState: reviewStateOf(rule, index.asOf),
  }
}

/** The conditions that decide whether the rule holds. */
function facetMentions(
  rule: Contraindication,
  {valueOf}: ResolvedFacets,
  index: ScreeningIndex,
): FacetMention[] {
  return decidingLiterals(rule, valueOf).flatMap(({condition, stage = null, state}) => {
    if (!condition) return []
    const named = mentionCondition(condition, index.conditions)
    return [
      {...named, stage, state: state === 'absent' ? state : 'present', answer: valueOf(condition).state},
    ]
  })
}

/** The conditions that the rule mentions and nobody has answered, whether they decide it or not. */
function unansweredOf(
  rule: Contraindication,
  facets: ResolvedFacets,
  {conditions}: ScreeningIndex,
): Unanswered[] {
  return literalsOf(rule).flatMap(({condition: id, stage}) => {
    if (!id) return []
    const value = facets.valueOf(id)
    const stageOnly = value.state === 'present' && Boolean(stage) && value.stage === null
    if (value.state !== 'unknown' && !stageOnly) return []
    const question = questionOf(conditions.nodes.get(id))
    return [{...mentionCondition(id, conditions), question, stageOnly}]
  })
}
