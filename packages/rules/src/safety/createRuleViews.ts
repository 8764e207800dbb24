import {remember} from '../remember.ts'
import type {Hierarchy} from './createHierarchy.ts'
import type {ScreeningIndex} from './createScreeningIndex.ts'
import {decidingLiterals, literalsOf, truthOfLiteral, truthOfWhen} from './evaluateWhen.ts'
import type {ValueOf} from './evaluateWhen.ts'
import {mention, mentionCondition, questionOf} from './mention.ts'
import type {Answers} from './parseAnswers.ts'
import type {ResolvedFacets} from './resolveFacets.ts'
import {reviewStateOf} from './reviewStateOf.ts'
import type {ReviewState} from './reviewStateOf.ts'
import type {Answer, Contraindication, UnlessFact} from './screeningContent.ts'
import type {DocumentMention, FacetMention, Unanswered} from './screeningResult.ts'
import type {Condition} from './vocabularyContent.ts'

const FACTS: readonly UnlessFact[] = ['cleared-by-clinician', 'supervised', 'modification-used']

/** One rule as it stands for one reader, whatever exercise it reaches. */
export interface RuleView {
  /** Whether its conditions hold for the reader: `present` when they do. */
  readonly truth: Answer
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
export function createRuleViews(
  {conditions, asOf}: ScreeningIndex,
  {valueOf}: ResolvedFacets,
  facts: Answers,
): ViewOf {
  return remember((rule) => ({
    truth: truthOfWhen(rule, valueOf),
    unanswered: unansweredOf(rule, valueOf, conditions),
    liftedBy:
      FACTS.find((fact) => facts.get(fact)?.state === 'present' && rule.unless?.includes(fact)) ?? null,
    facets: facetMentions(rule, valueOf, conditions),
    mention: mention(rule),
    reviewState: reviewStateOf(rule, asOf),
  }))
}

/** The conditions that decide whether the rule holds. */
function facetMentions(
  rule: Contraindication,
  valueOf: ValueOf,
  conditions: Hierarchy<Condition>,
): FacetMention[] {
  return decidingLiterals(rule, valueOf).flatMap(({condition: id, stage = null, state}) => {
    if (!id) return []
    const named = mentionCondition(id, conditions)
    return [{...named, stage, state: state === 'absent' ? state : 'present', answer: valueOf(id).state}]
  })
}

/** The conditions that the rule mentions and nobody has answered, whether they decide it or not. */
function unansweredOf(
  rule: Contraindication,
  valueOf: ValueOf,
  conditions: Hierarchy<Condition>,
): Unanswered[] {
  return literalsOf(rule).flatMap((literal) => {
    const {condition: id} = literal
    if (!id || truthOfLiteral(literal, valueOf) !== 'unknown') return []
    const question = questionOf(conditions.nodes.get(id))
    return [{...mentionCondition(id, conditions), question, stageOnly: valueOf(id).state === 'present'}]
  })
}
