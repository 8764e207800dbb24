import type {Maybe} from './screeningContent.ts'

/** `broader` holds ids of movement patterns: a directed graph without cycles. */
export interface MovementPattern {
  readonly _id: string
  readonly _rev?: Maybe<string>
  readonly slug?: Maybe<string>
  readonly label?: Maybe<string>
  readonly broader?: Maybe<readonly string[]>
}

/** A facet of a reader's situation; `broader` and `excludes` hold condition ids. */
export interface Condition {
  readonly _id: string
  readonly _rev?: Maybe<string>
  readonly slug?: Maybe<string>
  readonly kind?: Maybe<string>
  readonly label?: Maybe<string>
  readonly patientLabel?: Maybe<string>
  readonly question?: Maybe<string | {readonly text?: Maybe<string>}>
  readonly broader?: Maybe<readonly string[]>
  readonly excludes?: Maybe<readonly string[]>
  readonly stages?: Maybe<readonly {readonly key?: Maybe<string>; readonly label?: Maybe<string>}[]>
}

/** What a reader with a red flag is shown instead of exercises. */
export interface CarePathway {
  readonly _id: string
  readonly slug?: Maybe<string>
  readonly urgency?: Maybe<string>
  readonly heading?: Maybe<string>
  readonly signs?: Maybe<readonly {readonly text?: Maybe<string>}[]>
  readonly action?: Maybe<{readonly text?: Maybe<string>; readonly phone?: Maybe<string>}>
}
