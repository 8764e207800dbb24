import type {Anchors} from './createAnchors.ts'
import type {HtmlHeading} from './htmlOptions.ts'

/** Keeps track of the section that the text is in, so that heading levels never skip one. */
export interface Sections {
  /** Opens a section at the level that the text asks for (2 and up), or at the nearest without a gap. */
  open(level: number, text: string): HtmlHeading
  /** A heading of the same level as the section that the text is in, or null before the first. */
  current(): HtmlHeading | null
  /** Level of a heading within the section that the text is in; `deeper` counts from there. */
  within(deeper?: number): number
  list(): readonly HtmlHeading[]
}

const DEEPEST = 6

/** Starts below the heading of the page, which is level 1 plus `offset`. */
export function createSections(anchors: Anchors, offset: number): Sections {
  const headings: HtmlHeading[] = []
  const top = 1 + offset
  const levelNow = () => headings.at(-1)?.level ?? top
  return {
    open(level, text) {
      const allowed = Math.min(level + offset, levelNow() + 1, DEEPEST)
      const heading = {level: allowed, text, anchor: anchors.make(text)}
      headings.push(heading)
      return heading
    },
    current: () => headings.at(-1) ?? null,
    within: (deeper = 0) => Math.min(levelNow() + 1 + deeper, DEEPEST),
    list: () => headings,
  }
}
