import type {RestrictionLevel, Verdict} from './lattice.ts'
import type {Phrase} from './phrases.ts'
import type {PathStep, Reach} from './reachExercise.ts'
import type {ReviewState} from './reviewStateOf.ts'
import type {Answer, EvidenceItem, UnlessFact} from './screeningContent.ts'
import type {CarePathway} from './vocabularyContent.ts'
import type {ScreeningProblem} from './screeningProblem.ts'

/** A document that a result speaks of; `version` is its revision, where the content gave one. */
export interface DocumentMention {
  readonly id: string
  readonly version: string | null
  readonly title: string
  readonly slug: string | null
}

/** A condition of a rule with the reader's answer to it. */
export interface FacetMention {
  readonly id: string
  readonly slug: string
  /** The plain words for readers. */
  readonly label: string
  readonly stage: string | null
  readonly state: 'present' | 'absent'
  readonly answer: Answer
}

/** Why an exercise has its level: one published rule, and how it came to apply. */
export interface Reason {
  readonly rule: DocumentMention
  /** What this rule alone makes of the exercise; `caution` at most while something is unknown. */
  readonly level: RestrictionLevel
  readonly severity: string
  /** False when an answer or a detail of the exercise is missing. */
  readonly certain: boolean
  /** Whether the conditions of the rule hold for the reader, whatever the exercise records. */
  readonly whenTruth: 'true' | 'unknown'
  readonly path: readonly PathStep[]
  readonly facets: readonly FacetMention[]
  /** What the exercise does not record, where the rule asks for it. */
  readonly openDetails: Reach['open']
  readonly scope: string
  readonly organization: string | null
  readonly rationale: string | null
  readonly mechanism: string | null
  readonly modification: string | null
  readonly basis: string | null
  readonly certainty: {readonly scale: string | null; readonly value: string | null} | null
  readonly consensus: string | null
  readonly citations: readonly EvidenceItem[]
  readonly reviewState: ReviewState
  /** True when the level would be the same without this reason. */
  readonly redundant: boolean
}

/** A rule that would apply, were it not for a fact that is known to hold. */
export interface LiftedRule {
  readonly rule: DocumentMention
  readonly fact: UnlessFact
}

export interface Alternative {
  readonly exercise: DocumentMention
  readonly level: RestrictionLevel
  readonly why: string | null
  /** The rule that names it; null when the exercise itself does. */
  readonly ruleId: string | null
}

/** An alternative that the content names but that is not offered to this reader. */
export interface WithheldAlternative {
  readonly exerciseId: string
  readonly ruleId: string | null
  readonly because: 'not-lower' | 'not-published' | 'retired'
  readonly level: RestrictionLevel | null
}

/** Published statements that disagree; the stricter one counts, and all are shown. */
export interface Conflict {
  readonly kind: 'severity' | 'scope' | 'support'
  readonly facet: {readonly id: string; readonly slug: string; readonly label: string}
  readonly rules: readonly {
    readonly id: string
    readonly title: string
    readonly severity: string
    readonly scope: string
  }[]
  /** Citation ids of the statements that speak for the exercise. */
  readonly citations: readonly string[]
}

export interface Unanswered {
  readonly id: string
  readonly slug: string
  readonly label: string
  readonly question: string | null
  /** True when the condition is present and only its stage is open. */
  readonly stageOnly: boolean
}

export interface ExerciseScreening {
  readonly exercise: DocumentMention
  readonly level: RestrictionLevel
  readonly verdict: Verdict
  readonly supported: boolean
  readonly reasons: readonly Reason[]
  readonly lifted: readonly LiftedRule[]
  readonly alternatives: readonly Alternative[]
  readonly withheldAlternatives: readonly WithheldAlternative[]
  readonly unanswered: readonly Unanswered[]
  readonly conflicts: readonly Conflict[]
  readonly reviewState: ReviewState
  readonly wording: readonly Phrase[]
}

/** What the published content says for a reader; an editorial filter, no advice to a person. */
export interface ScreeningResult {
  readonly engineVersion: string
  /** A hash of the ids and revisions that were read. */
  readonly contentFingerprint: string
  readonly asOf: string
  readonly notice: string
  /** A red flag was answered yes: show these, and no exercises. */
  readonly seekCare: {
    readonly level: 'seek-care'
    readonly carePathways: readonly CarePathway[]
    readonly wording: readonly Phrase[]
  } | null
  /** Empty when `seekCare` is not null; else in the order of the exercises given. */
  readonly exercises: readonly ExerciseScreening[]
  readonly problems: readonly ScreeningProblem[]
}
