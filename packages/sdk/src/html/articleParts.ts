import type {ImageSource} from '../images/imageUrl.ts'
import type {TextBlock} from './bodyBlocks.ts'
import type {Maybe} from './maybe.ts'

/** A picture with what a reader who cannot see it is told. */
export interface Figure {
  readonly image?: Maybe<ImageSource & {readonly asset: Maybe<{readonly mimeType?: Maybe<string>}>}>
  readonly alt?: Maybe<string>
  readonly decorative?: Maybe<boolean>
  readonly caption?: Maybe<string>
}

interface Range {
  readonly min?: Maybe<number>
  readonly max?: Maybe<number>
}

/** How much of an exercise (frequency, intensity, time, volume, progression). */
export interface Dosage {
  readonly label?: Maybe<string>
  readonly sets?: Maybe<Range>
  readonly reps?: Maybe<Range & {readonly unit?: Maybe<string>}>
  readonly perSide?: Maybe<boolean>
  readonly holdSeconds?: Maybe<Range>
  readonly restSeconds?: Maybe<Range>
  readonly duration?: Maybe<Range & {readonly unit?: Maybe<string>}>
  readonly distance?: Maybe<Range & {readonly unit?: Maybe<string>}>
  readonly frequency?: Maybe<Range & {readonly per?: Maybe<string>}>
  readonly daysOfWeek?: Maybe<readonly string[]>
  readonly intensity?: Maybe<Range & {readonly scale?: Maybe<string>}>
  readonly tempo?: Maybe<string>
  readonly progress?: Maybe<{readonly start?: Maybe<string>; readonly towards?: Maybe<string>}>
  readonly sourceText?: Maybe<string>
  readonly confidence?: Maybe<'stated' | 'derived' | 'assumed'>
}

export interface Step {
  readonly text?: Maybe<string>
  readonly cue?: Maybe<string>
  readonly caution?: Maybe<string>
  readonly figure?: Maybe<Figure>
}

/** When to stop, and where that sign leads when it is more than a reason to stop. */
export interface StopSign {
  readonly text?: Maybe<string>
  readonly carePathway?: Maybe<{
    readonly _id: string
    readonly slug?: Maybe<string>
    readonly heading?: Maybe<string>
    readonly urgency?: Maybe<Urgency>
  }>
}

export interface Exercise {
  readonly _id: string
  readonly title?: Maybe<string>
  readonly slug?: Maybe<string>
  readonly purpose?: Maybe<string>
  readonly figure?: Maybe<Figure>
  readonly steps?: Maybe<readonly Step[]>
  readonly stopIf?: Maybe<readonly StopSign[]>
  readonly dosages?: Maybe<readonly Dosage[]>
  readonly retirement?: Maybe<Retirement>
}

/** Why an exercise is no longer in use, and what took its place. */
export interface Retirement {
  readonly reason?: Maybe<string>
  readonly replacedBy?: Maybe<{
    readonly _id: string
    readonly title?: Maybe<string>
    readonly slug?: Maybe<string>
  }>
}

/** How an article speaks of an exercise; `exercise` and those of the alternatives are ids. */
export interface ExerciseUse {
  readonly exercise?: Maybe<string>
  readonly caution?: Maybe<string>
  readonly reason?: Maybe<string>
  readonly noAlternativeReason?: Maybe<string>
  readonly dosageOverride?: Maybe<Dosage>
  readonly audience?: Maybe<readonly Maybe<{readonly patientLabel?: Maybe<string>}>[]>
  readonly alternatives?: Maybe<readonly {readonly exercise?: Maybe<string>; readonly why?: Maybe<string>}[]>
}

/** NHS care-card levels. */
export type Urgency = 'immediate' | 'urgent' | 'non-urgent'

export interface CarePathway {
  readonly _id: string
  readonly slug?: Maybe<string>
  readonly heading?: Maybe<string>
  readonly urgency?: Maybe<Urgency>
  readonly signs?: Maybe<readonly {readonly text?: Maybe<string>; readonly group?: Maybe<string>}[]>
  readonly action?: Maybe<{
    readonly text?: Maybe<string>
    readonly contactKind?: Maybe<string>
    readonly phone?: Maybe<string>
  }>
}

/** What readers are told about the limits of the content, and where it stands. */
export interface Disclaimer {
  readonly _id: string
  readonly text?: Maybe<string>
  readonly placement?: Maybe<'top' | 'bottom' | 'with-exercise'>
}

/** A person as a line on a review names them. */
export interface Reviewer {
  readonly _id: string
  readonly name?: Maybe<{
    readonly given?: Maybe<string>
    readonly family?: Maybe<string>
    readonly suffix?: Maybe<string>
  }>
  readonly credentials?: Maybe<
    readonly {readonly code?: Maybe<string>; readonly validThrough?: Maybe<string>}[]
  >
}

/** Who checked a document and how it went; `by` is a person, or the id of one of the article's people. */
export interface Review {
  readonly scope?: Maybe<string>
  readonly outcome?: Maybe<string>
  /** ISO date and time. */
  readonly at?: Maybe<string>
  /** ISO date. */
  readonly nextDue?: Maybe<string>
  readonly by?: Maybe<string | Reviewer>
}

export interface Claim {
  readonly _key: string
  readonly status?: Maybe<'supported' | 'unsupported' | 'disputed' | 'opinion'>
  readonly evidence?: Maybe<
    readonly {
      readonly citation?: Maybe<string>
      readonly stance?: Maybe<string>
      readonly locator?: Maybe<string>
    }[]
  >
}

export interface Faq {
  readonly _key: string
  readonly question?: Maybe<string>
  readonly status?: Maybe<'answered' | 'unanswered'>
  readonly shortAnswer?: Maybe<string>
  readonly anchor?: Maybe<string>
  readonly answer?: Maybe<readonly TextBlock[]>
}

export interface GlossaryTerm {
  readonly _id: string
  readonly term?: Maybe<string>
  readonly slug?: Maybe<string>
  readonly definition?: Maybe<string>
}

/** What the renderer needs to know of a source; how it reads is for `formatReference` to say. */
export interface Citation {
  readonly _id: string
  readonly title?: Maybe<string>
  readonly state?: Maybe<string>
}
