import type {Figure, GlossaryTerm} from './articleParts.ts'
import type {Maybe} from './maybe.ts'

/** Text with marks: decorators, or keys of the block's `markDefs`. */
export interface Span {
  readonly _type: 'span'
  readonly text?: Maybe<string>
  readonly marks?: Maybe<readonly string[]>
}

/** A numbered reference in a line of text; `citation` is the id of a citation. */
export interface CitationRef {
  readonly _type: 'citationRef'
  readonly citation?: Maybe<string>
  readonly locator?: Maybe<string>
}

/** What a mark stands for. */
export type MarkDefinition =
  | {readonly _type: 'link'; readonly _key: string; readonly href?: Maybe<string>}
  | {readonly _type: 'claimMark'; readonly _key: string; readonly claimKey?: Maybe<string>}
  | {readonly _type: 'glossaryMark'; readonly _key: string; readonly term?: Maybe<GlossaryTerm>}

/** A paragraph, heading, quote or list item. */
export interface TextBlock {
  readonly _type: 'block'
  readonly _key?: Maybe<string>
  readonly style?: Maybe<string>
  readonly listItem?: Maybe<string>
  readonly level?: Maybe<number>
  readonly children?: Maybe<readonly (Span | CitationRef)[]>
  readonly markDefs?: Maybe<readonly MarkDefinition[]>
}

interface BlockObject<Type extends string> {
  readonly _type: Type
  readonly _key?: Maybe<string>
}

export interface ExerciseCardBlock extends BlockObject<'exerciseCard'> {
  /** Id of an exercise. */
  readonly exercise?: Maybe<string>
}

export interface ExerciseListBlock extends BlockObject<'exerciseList'> {
  readonly intent?: Maybe<'recommend' | 'discourage' | 'neutral'>
  readonly heading?: Maybe<string>
  /** Ids of exercises. */
  readonly exercises?: Maybe<readonly (string | null)[]>
}

export interface WarningBlock extends BlockObject<'warning'> {
  readonly severity?: Maybe<'important' | 'caution' | 'note'>
  readonly heading?: Maybe<string>
  readonly text?: Maybe<string>
}

export interface CarePathwayBlock extends BlockObject<'carePathwayRef'> {
  /** Id of a care pathway. */
  readonly carePathway?: Maybe<string>
}

export interface FigureBlock extends BlockObject<'figure'>, Figure {}

export interface TableBlock extends BlockObject<'tableBlock'> {
  readonly caption?: Maybe<string>
  readonly headerRow?: Maybe<boolean>
  readonly rows?: Maybe<readonly {readonly cells?: Maybe<readonly (string | null)[]>}[]>
}

export interface PullStatBlock extends BlockObject<'pullStat'> {
  readonly value?: Maybe<string>
  readonly text?: Maybe<string>
  readonly claimKey?: Maybe<string>
}

export interface FaqListBlock extends BlockObject<'faqList'> {
  readonly heading?: Maybe<string>
  /** Keys of questions of the article; all of them when there are none. */
  readonly faqKeys?: Maybe<readonly string[]>
}

export interface DisclaimerBlock extends BlockObject<'disclaimerRef'> {
  readonly disclaimer?: Maybe<{readonly _id?: Maybe<string>; readonly text?: Maybe<string>}>
}

/** One block of an article's body, as the SDK's queries give it. */
export type BodyBlock =
  | TextBlock
  | ExerciseCardBlock
  | ExerciseListBlock
  | WarningBlock
  | CarePathwayBlock
  | FigureBlock
  | TableBlock
  | PullStatBlock
  | FaqListBlock
  | DisclaimerBlock
