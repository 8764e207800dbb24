import {
  formatCitation,
  toCslItem,
  type CitationFacts,
  type CitationStyle,
  type FormattedCitation,
} from '@spine-center/rules/citations'
import {indexById} from '../content/indexById.ts'

/** One entry of a reference list. */
export interface Reference<Citation extends CitationFacts> extends FormattedCitation {
  /** From 1, in the order of first use. */
  readonly number: number
  readonly citation: Citation
}

/**
 * Formats an article's sources as its reference list: numbered in the order of first use, once each.
 *
 * @example
 * ```ts
 * const references = listReferences(article.citations, 'ama')
 * const numbers = new Map(references.map(({citation, number}) => [citation._id, number]))
 * ```
 */
export function listReferences<Citation extends CitationFacts>(
  citations: readonly Citation[],
  style: CitationStyle,
): readonly Reference<Citation>[] {
  return [...indexById(citations).values()].map((citation, index) => ({
    number: index + 1,
    citation,
    ...formatCitation(toCslItem(citation), style),
  }))
}
