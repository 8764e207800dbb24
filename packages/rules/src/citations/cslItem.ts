/** A value that a projection may leave out: GROQ gives `null` for what a document does not have. */
export type Maybe<T> = T | null | undefined

/** A name as CSL-JSON has it: a person by parts, or a body as `literal`. */
export interface CslName {
  readonly family?: string
  readonly given?: string
  readonly suffix?: string
  readonly 'non-dropping-particle'?: string
  readonly literal?: string
}

/** A date as CSL-JSON has it: year, month, day; seasons are spring, summer, autumn, winter or 1 to 4. */
export interface CslDate {
  readonly 'date-parts'?: readonly (readonly (number | string)[])[]
  readonly season?: string | number
  readonly literal?: string
}

/**
 * The part of a CSL-JSON item that the styles here read (CSL 1.0.2 schema, `csl-data.json`).
 *
 * Titles are printed in the case given: styles that want sentence case cannot lower a name by guessing.
 */
export interface CslItem {
  readonly id: string
  readonly type: string
  readonly title?: string
  readonly author?: readonly CslName[]
  readonly editor?: readonly CslName[]
  readonly issued?: CslDate
  readonly accessed?: CslDate
  readonly 'container-title'?: string
  readonly 'container-title-short'?: string
  readonly volume?: string
  readonly issue?: string
  readonly page?: string
  readonly edition?: string
  readonly publisher?: string
  readonly 'publisher-place'?: string
  readonly language?: string
  readonly DOI?: string
  readonly PMID?: string
  readonly PMCID?: string
  readonly ISBN?: string
  readonly ISSN?: string
  readonly URL?: string
}
