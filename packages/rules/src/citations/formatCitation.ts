import type {CslItem} from './cslItem.ts'
import {formatAma} from './formatAma.ts'
import {formatApa} from './formatApa.ts'
import {formatVancouver} from './formatVancouver.ts'
import {mergeRuns, textOf} from './runs.ts'
import type {Run, Runs} from './runs.ts'

/** AMA 11th edition, APA 7th edition, Vancouver as ICMJE and NLM give it. */
export type CitationStyle = 'ama' | 'apa' | 'vancouver'

/** A reference as it is printed: in pieces for a renderer, and as plain text. */
export interface FormattedCitation {
  readonly runs: readonly Run[]
  readonly text: string
}

const FORMATTERS: Readonly<Record<CitationStyle, (item: CslItem) => Runs>> = {
  ama: formatAma,
  apa: formatApa,
  vancouver: formatVancouver,
}

/**
 * Formats one reference. What the item lacks is left out, punctuation included; nothing is guessed.
 *
 * @throws TypeError for a style that is none of these
 * @example formatCitation({id: 'x', type: 'book', title: 'Back pain', issued: {'date-parts': [[2020]]}}, 'ama').text
 */
export function formatCitation(item: CslItem, style: CitationStyle): FormattedCitation {
  if (!Object.hasOwn(FORMATTERS, style)) {
    const styles = Object.keys(FORMATTERS).join(', ')
    throw new TypeError(`There is no citation style “${style}”. Use one of: ${styles}.`)
  }
  const runs = mergeRuns(FORMATTERS[style](item))
  return {runs, text: textOf(runs)}
}
