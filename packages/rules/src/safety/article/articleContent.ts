import type {Maybe} from '../screeningContent.ts'

/** An exercise as an article recommends or discourages it; references are ids. */
export interface ExerciseUse {
  readonly _key: string
  readonly exercise?: Maybe<string>
  /** Condition ids; they narrow the article's primary audience for this use. */
  readonly audience?: Maybe<readonly string[]>
  readonly caution?: Maybe<string>
  readonly alternatives?: Maybe<readonly AlternativeUse[]>
  readonly noAlternativeReason?: Maybe<string>
}

export interface AlternativeUse {
  readonly _key?: Maybe<string>
  readonly exercise?: Maybe<string>
}

/** A place in a document, as Sanity writes paths. */
export type FindingPath = readonly (string | number | {readonly _key: string})[]

/** An exercise that a block of the article's text shows, by id, and where. */
export interface ShownExercise {
  readonly exercise: string
  readonly path: FindingPath
}

/** What the checks read of an article; references are ids. */
export interface ArticleFacts {
  readonly _id: string
  readonly audience?: Maybe<{
    readonly primary?: Maybe<readonly string[]>
    readonly alsoFor?: Maybe<readonly string[]>
  }>
  readonly recommends?: Maybe<readonly ExerciseUse[]>
  readonly discourages?: Maybe<readonly ExerciseUse[]>
  readonly shows?: Maybe<readonly ShownExercise[]>
  readonly carePathways?: Maybe<readonly string[]>
  readonly disclaimer?: Maybe<string>
}
