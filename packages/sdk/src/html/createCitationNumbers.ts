import type {Anchors} from './createAnchors.ts'

/** One use of a source in the text. */
export interface CitationUse {
  readonly number: number
  /** Id of the place in the text. */
  readonly anchor: string
  /** Id of the entry in the reference list. */
  readonly target: string
}

/** A source that the text uses. */
export interface NumberedCitation {
  readonly id: string
  readonly number: number
  readonly anchor: string
  readonly uses: readonly string[]
}

/** Numbers sources in the order of first use; a source keeps its number (AMA Manual of Style, 11th ed., 3.6). */
export interface CitationNumbers {
  use(citationId: string): CitationUse
  list(): readonly NumberedCitation[]
}

export function createCitationNumbers(anchors: Anchors): CitationNumbers {
  const numbered = new Map<string, {id: string; number: number; anchor: string; uses: string[]}>()
  return {
    use(citationId) {
      const number = numbered.get(citationId)?.number ?? numbered.size + 1
      const entry = numbered.get(citationId) ?? {
        id: citationId,
        number,
        anchor: anchors.make(`reference-${number}`),
        uses: [],
      }
      numbered.set(citationId, entry)
      const anchor = anchors.make(`cited-${number}-${entry.uses.length + 1}`)
      entry.uses.push(anchor)
      return {number, anchor, target: entry.anchor}
    },
    list: () => [...numbered.values()],
  }
}
