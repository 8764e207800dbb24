import {imageUrl} from '../images/imageUrl.ts'
import type {CarePathway, Claim, Disclaimer, Exercise, ExerciseUse, Faq} from './articleParts.ts'
import {byId} from './byId.ts'
import {createAnchors, type Anchors} from './createAnchors.ts'
import {createSections, type Sections} from './createSections.ts'
import {createTerms, type Terms} from './createTerms.ts'
import {HTML_LABELS, type HtmlLabels} from './htmlLabels.ts'
import type {HtmlOptions, HtmlProblem, HtmlSettings, ShownParts} from './htmlOptions.ts'
import type {Maybe} from './maybe.ts'
import type {ShownCitation} from './shownCitations.ts'

type Given<Options> = {readonly [Name in keyof Options]-?: Exclude<Options[Name], undefined>}

/** What the renderers of one body share: the things it refers to, what was numbered so far, and problems. */
export interface RenderContext {
  readonly settings: Given<Omit<HtmlSettings, 'labels' | 'idPrefix' | 'headingOffset' | 'onProblem'>>
  readonly labels: HtmlLabels
  /** What is added to every heading level. */
  readonly offset: number
  readonly anchors: Anchors
  readonly sections: Sections
  /** The sources that the body shows, by id; what renders one adds the place to its uses. */
  readonly citations: ReadonlyMap<string, CitationInUse>
  readonly terms: Terms
  readonly exercises: ReadonlyMap<string, Exercise>
  readonly carePathways: ReadonlyMap<string, CarePathway>
  readonly claims: ReadonlyMap<string, Claim>
  readonly faqs: readonly Faq[]
  readonly recommends: readonly ExerciseUse[]
  readonly discourages: readonly ExerciseUse[]
  readonly disclaimer: Disclaimer | null
  readonly shown: Readonly<Record<keyof ShownParts, Set<string>>>
  readonly problems: HtmlProblem[]
  /** Notes a problem with the block that is being rendered. */
  report(code: HtmlProblem['code'], message: string): void
  /** Says which block is being rendered. */
  enter(block: {readonly _type: string; readonly _key?: Maybe<string>}): void
}

/** A source that the body shows, with the places in the text that use it so far. */
export interface CitationInUse extends ShownCitation {
  readonly uses: string[]
}

export function createRenderContext(
  options: HtmlOptions,
  citations: readonly CitationInUse[] = [],
): RenderContext {
  // Entries of the reference list have the first choice, so that their ids follow from their numbers alone.
  const anchors = createAnchors(
    options.idPrefix,
    citations.map(({anchor}) => anchor),
  )
  const problems: HtmlProblem[] = []
  let place: Pick<HtmlProblem, 'blockKey' | 'blockType'> = {blockKey: null, blockType: ''}
  return {
    settings: {
      exerciseUrl:
        options.exerciseUrl ?? (({slug}) => (slug ? `/exercises/${encodeURIComponent(slug)}` : null)),
      carePathwayUrl: options.carePathwayUrl ?? (() => null),
      imageUrl: options.imageUrl ?? imageUrl,
      imageSizes: options.imageSizes ?? '(min-width: 48rem) 40rem, 100vw',
      collapseSteps: options.collapseSteps ?? false,
      emergencyPhone: options.emergencyPhone ?? null,
    },
    labels: {...HTML_LABELS, ...options.labels},
    offset: options.headingOffset ?? 0,
    anchors,
    sections: createSections(anchors, options.headingOffset ?? 0),
    citations: new Map(citations.map((one) => [one.citation._id, one])),
    terms: createTerms(anchors),
    exercises: byId(options.exercises),
    carePathways: byId(options.carePathways),
    claims: new Map((options.claims ?? []).map((claim) => [claim._key, claim])),
    faqs: options.faqs ?? [],
    recommends: options.recommends ?? [],
    discourages: options.discourages ?? [],
    disclaimer: options.disclaimer ?? null,
    shown: {exercises: new Set(), carePathways: new Set(), disclaimers: new Set()},
    problems,
    report: (code, message) => {
      const problem = {code, ...place, message}
      problems.push(problem)
      options.onProblem?.(problem)
    },
    enter: ({_type: blockType, _key: blockKey}) => {
      place = {blockKey: blockKey ?? null, blockType}
    },
  }
}
