/** A text and where it stands: its document, and its path in it. */
export interface TextSource {
  readonly sourceDocument: {readonly _type: string}
  readonly sourcePath: readonly unknown[]
  readonly value: string
}

// What readers read. Names, identifiers, dates, addresses, units and closed lists are compared or taken apart by code,
// so that a mark in them would do harm: what is not listed is never marked.
const PROSE: ReadonlySet<unknown> = new Set([
  'alt',
  'asWritten',
  'caption',
  'caution',
  'cells',
  'commonErrors',
  'cue',
  'definition',
  'description',
  'heading',
  'keyMessages',
  'label',
  'mechanism',
  'modification',
  'noAlternativeReason',
  'note',
  'patientLabel',
  'possibleCause',
  'purpose',
  'question',
  'quote',
  'rationale',
  'reason',
  'shortAnswer',
  'stepsWaivedReason',
  'substitute',
  'summary',
  'synonyms',
  'term',
  'text',
  'title',
  'transcript',
  'was',
  'why',
  'wording',
])

// Reference lists are set by rules that read the texts: capitals, initials, final points.
const TAKEN_APART: ReadonlySet<string> = new Set(['citation'])

/**
 * Whether a text is for reading alone, so that it may carry a mark that says where it is edited. One without a word does
 * not: editors keep empty texts around references in a line, and what is blank is left out of a page.
 */
export function isProse({sourceDocument, sourcePath, value}: TextSource): boolean {
  if (value.trim() === '') return false
  const field = sourcePath.findLast((step) => typeof step === 'string')
  return PROSE.has(field) && !TAKEN_APART.has(sourceDocument._type)
}
