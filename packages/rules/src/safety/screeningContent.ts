import type {CarePathway, Condition, MovementPattern} from './vocabularyContent.ts'

/** A value that a projection may leave out: GROQ gives `null` for what a document does not have. */
export type Maybe<T> = T | null | undefined

/** Kleene's three truth values for a reader's answer; `unknown` also stands for “not sure”. */
export type Answer = 'present' | 'absent' | 'unknown'

/** What a reader says of one condition; `stage` is the key of one of the condition's stages. */
export interface FacetAnswer {
  readonly state: Answer
  readonly stage?: Maybe<string>
}

/** A reader's answers by condition slug; what is not listed is unknown. */
export type Profile = Readonly<Record<string, Answer | FacetAnswer>>

/** What can lift a rule, once it is known to hold. */
export type UnlessFact = 'cleared-by-clinician' | 'supervised' | 'modification-used'

export interface Qualifiers {
  readonly load?: Maybe<string>
  readonly range?: Maybe<string>
  readonly speed?: Maybe<string>
  readonly side?: Maybe<string>
}

/** A review event; dates are ISO 8601. */
export interface ReviewEvent {
  readonly scope?: Maybe<string>
  readonly outcome?: Maybe<string>
  readonly at?: Maybe<string>
  readonly nextDue?: Maybe<string>
}

/** One movement that an exercise makes; `pattern` is the id of a movementPattern. */
export interface PatternUse {
  readonly pattern?: Maybe<string>
  readonly qualifiers?: Maybe<Qualifiers>
}

/** A published statement that names an exercise for a population; `populations` holds condition ids. */
export interface PositiveStatement {
  readonly citation?: Maybe<string>
  readonly supports?: Maybe<string>
  readonly populations?: Maybe<readonly string[]>
  readonly locator?: Maybe<string>
}

export interface ExerciseFacts {
  readonly _id: string
  readonly _rev?: Maybe<string>
  readonly title?: Maybe<string>
  readonly slug?: Maybe<string>
  readonly kind?: Maybe<string>
  readonly patterns?: Maybe<readonly PatternUse[]>
  readonly positions?: Maybe<readonly string[]>
  readonly equipment?: Maybe<readonly {readonly item?: Maybe<string>; readonly optional?: Maybe<boolean>}[]>
  readonly evidence?: Maybe<readonly PositiveStatement[]>
  readonly alternatives?: Maybe<readonly NamedAlternative[]>
  readonly stopIf?: Maybe<readonly {readonly text?: Maybe<string>}[]>
  readonly reviews?: Maybe<readonly ReviewEvent[]>
  readonly retirement?: Maybe<Retirement>
}

/** An exercise to do instead, by id. */
export interface NamedAlternative {
  readonly exercise?: Maybe<string>
  readonly why?: Maybe<string>
}

/** Filled in when a document is no longer in use. */
export interface Retirement {
  readonly reason?: Maybe<string>
  readonly replacedBy?: Maybe<string>
}

/** One literal of a rule: a condition (by id), perhaps at one stage, present unless said otherwise. */
export interface WhenLiteral {
  readonly condition?: Maybe<string>
  readonly stage?: Maybe<string>
  readonly state?: Maybe<string>
}

export interface ContraindicationTarget {
  readonly kind?: Maybe<string>
  readonly exercise?: Maybe<string>
  readonly pattern?: Maybe<string>
  readonly position?: Maybe<string>
  readonly exerciseKind?: Maybe<string>
  readonly equipment?: Maybe<string>
  readonly qualifiers?: Maybe<Qualifiers>
  readonly includeNarrower?: Maybe<boolean>
}

/** A published rule: what it reaches, for whom, how strongly, and on what grounds. References are ids. */
export interface Contraindication {
  readonly _id: string
  readonly _rev?: Maybe<string>
  readonly title?: Maybe<string>
  readonly slug?: Maybe<string>
  readonly target?: Maybe<ContraindicationTarget>
  readonly when?: Maybe<{readonly all?: Maybe<readonly {readonly any?: Maybe<readonly WhenLiteral[]>}[]>}>
  readonly unless?: Maybe<readonly string[]>
  readonly severity?: Maybe<string>
  readonly scope?: Maybe<string>
  readonly organization?: Maybe<string>
  readonly rationale?: Maybe<string>
  readonly mechanism?: Maybe<string>
  readonly modification?: Maybe<string>
  readonly saferAlternatives?: Maybe<readonly NamedAlternative[]>
  readonly noAlternativeReason?: Maybe<string>
  readonly basis?: Maybe<string>
  readonly certainty?: Maybe<{readonly scale?: Maybe<string>; readonly value?: Maybe<string>}>
  readonly consensus?: Maybe<string>
  readonly evidence?: Maybe<readonly EvidenceItem[]>
  readonly effectiveFrom?: Maybe<string>
  readonly reviewBy?: Maybe<string>
  readonly reviews?: Maybe<readonly ReviewEvent[]>
  readonly retirement?: Maybe<Retirement>
}

export interface EvidenceItem {
  readonly citation?: Maybe<string>
  readonly stance?: Maybe<string>
  readonly locator?: Maybe<string>
  readonly quote?: Maybe<string>
}

/** Everything that screening reads. Only published documents belong in it. */
export interface ScreeningData {
  readonly exercises: readonly ExerciseFacts[]
  readonly contraindications: readonly Contraindication[]
  readonly movementPatterns: readonly MovementPattern[]
  readonly conditions: readonly Condition[]
  readonly carePathways?: Maybe<readonly CarePathway[]>
}
