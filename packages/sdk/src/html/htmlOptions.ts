import type {ImageSource} from '../images/imageUrl.ts'
import type {CarePathway, Citation, Claim, Disclaimer, Exercise, ExerciseUse, Faq} from './articleParts.ts'
import type {HtmlLabels} from './htmlLabels.ts'
import type {Maybe} from './maybe.ts'

/** What the body refers to, named as in an article of the SDK: pass the article itself. */
export interface ArticleContext<C extends Citation = Citation> {
  readonly exercises?: Maybe<readonly Maybe<Exercise>[]>
  readonly citations?: Maybe<readonly Maybe<C>[]>
  readonly carePathways?: Maybe<readonly Maybe<CarePathway>[]>
  readonly claims?: Maybe<readonly Claim[]>
  readonly faqs?: Maybe<readonly Faq[]>
  readonly recommends?: Maybe<readonly ExerciseUse[]>
  readonly discourages?: Maybe<readonly ExerciseUse[]>
  /** One that stands with exercises is shown by their cards; where another one stands is for the page. */
  readonly disclaimer?: Maybe<Disclaimer>
}

/** How the markup is to be made. */
export interface HtmlSettings {
  /** Added to every heading level: 1 makes the body's h2 an h3. Levels end at 6. Default 0. */
  readonly headingOffset?: number | undefined
  /** Starts every id, for two bodies on one page. Default none. */
  readonly idPrefix?: string | undefined
  /** Address of an exercise's page; null for no link. Default `/exercises/<slug>`. */
  readonly exerciseUrl?:
    | ((exercise: {readonly _id: string; readonly slug?: Maybe<string>}) => string | null)
    | undefined
  /** Address of a care pathway's page, for the care pathways that are not on this one. Default no link. */
  readonly carePathwayUrl?:
    | ((pathway: {readonly _id: string; readonly slug?: Maybe<string>}) => string | null)
    | undefined
  /**
   * Address of a picture at a width in pixels, cropped as its editor said: the sizes in the markup are those after the
   * crop. Default: Sanity's image pipeline, `imageUrl`.
   */
  readonly imageUrl?: ((image: ImageSource, size: {readonly width: number}) => string | null) | undefined
  /** The `sizes` attribute of pictures. Default `(min-width: 48rem) 40rem, 100vw`. */
  readonly imageSizes?: string | undefined
  /**
   * Puts the steps of exercise cards, each with its tip and caution, behind a click; stop signs, amounts and what the
   * article itself says to take care of stay. Default false.
   */
  readonly collapseSteps?: boolean | undefined
  /**
   * The number to call where a care pathway leads to emergency services and gives none itself: that of the readers'
   * region, as the function `emergencyPhone` takes it from the clinic's settings.
   */
  readonly emergencyPhone?: Maybe<string>
  /** Words in another language. Default English. */
  readonly labels?: Partial<HtmlLabels> | undefined
  /** Told of each problem while the markup is made, such as a logger. */
  readonly onProblem?: ((problem: HtmlProblem) => void) | undefined
}

/** Everything that `toHtml` takes beside the body. */
export type HtmlOptions<C extends Citation = Citation> = ArticleContext<C> & HtmlSettings

/** A source in the order of first use. */
export interface Reference<C extends Citation = Citation> {
  /** 1 and up. */
  readonly number: number
  readonly citation: C
  /** Id of its entry in the reference list. */
  readonly anchor: string
  /** Ids of the places in the text that use it. */
  readonly uses: readonly string[]
}

/** A glossary term that the text explains, in the order of first use. */
export interface ExplainedTerm {
  readonly term: string
  readonly definition: string
  readonly anchor: string
  readonly uses: readonly string[]
}

/** A heading of the body, for a table of contents. */
export interface HtmlHeading {
  /** 1 to 6. */
  readonly level: number
  readonly text: string
  readonly anchor: string
}

/** Something that could not be shown as it was written. */
export interface HtmlProblem {
  readonly code:
    | 'heading-skipped'
    | 'missing-alt'
    | 'missing-document'
    | 'missing-image'
    | 'missing-phone'
    | 'retired-exercise'
    | 'unknown-block'
    | 'unknown-mark'
    | 'unknown-style'
    | 'unsafe-url'
  /** `_key` of the block, where it has one. */
  readonly blockKey: string | null
  readonly blockType: string
  readonly message: string
}

/** Ids of the exercises, care pathways and disclaimers that a body shows. */
export interface ShownParts {
  readonly exercises: readonly string[]
  readonly carePathways: readonly string[]
  readonly disclaimers: readonly string[]
}

/** The body as HTML, and what a page shows besides. */
export interface HtmlResult<C extends Citation = Citation> {
  readonly html: string
  readonly references: readonly Reference<C>[]
  readonly glossary: readonly ExplainedTerm[]
  readonly headings: readonly HtmlHeading[]
  /** Ids of what the body shows; `articleEndToHtml` shows the rest. */
  readonly shown: ShownParts
  readonly problems: readonly HtmlProblem[]
}
