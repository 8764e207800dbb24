import type {CslDate, CslItem, CslName, Maybe} from './cslItem.ts'

/** A citation document as a projection gives it. */
export interface CitationFacts {
  readonly _id: string
  readonly cslType?: Maybe<string>
  readonly title?: Maybe<string>
  readonly authors?: Maybe<readonly CitationName[]>
  readonly issued?: Maybe<{
    readonly year?: Maybe<number>
    readonly month?: Maybe<number>
    readonly day?: Maybe<number>
    readonly season?: Maybe<string>
  }>
  readonly containerTitle?: Maybe<string>
  readonly volume?: Maybe<string>
  readonly issue?: Maybe<string>
  readonly page?: Maybe<string>
  readonly edition?: Maybe<string>
  readonly publisher?: Maybe<string>
  readonly publisherPlace?: Maybe<string>
  readonly language?: Maybe<string>
  readonly identifiers?: Maybe<{
    readonly doi?: Maybe<string>
    readonly pmid?: Maybe<string>
    readonly pmcid?: Maybe<string>
    readonly isbn?: Maybe<string>
    readonly issn?: Maybe<string>
    readonly url?: Maybe<string>
  }>
  /** A date, `2026-11-24`. */
  readonly accessed?: Maybe<string>
}

export interface CitationName {
  readonly family?: Maybe<string>
  readonly given?: Maybe<string>
  readonly suffix?: Maybe<string>
  readonly literal?: Maybe<string>
}

/**
 * A citation document as a CSL-JSON item, with what is absent left out, as the schema of CSL asks.
 *
 * @example formatCitation(toCslItem(citation), 'ama').text
 */
export function toCslItem(citation: CitationFacts): CslItem {
  const {identifiers, issued} = citation
  const [year, month, day] = [issued?.year, issued?.month, issued?.day]
  const issuedDate: CslDate | null = year
    ? {...dateOf([year, month, day]), ...filled({season: issued?.season})}
    : null
  const accessed = /^(\d{4})-(\d{2})-(\d{2})/u.exec(citation.accessed ?? '')
  return {
    id: citation._id,
    type: citation.cslType ?? 'document',
    ...filled({
      title: citation.title,
      author: citation.authors && citation.authors.length > 0 ? citation.authors.map(nameOf) : null,
      issued: issuedDate,
      accessed: accessed ? dateOf(accessed.slice(1).map(Number)) : null,
      'container-title': citation.containerTitle,
      volume: citation.volume,
      issue: citation.issue,
      page: citation.page,
      edition: citation.edition,
      publisher: citation.publisher,
      'publisher-place': citation.publisherPlace,
      language: citation.language,
      DOI: identifiers?.doi,
      PMID: identifiers?.pmid,
      PMCID: identifiers?.pmcid,
      ISBN: identifiers?.isbn,
      ISSN: identifiers?.issn,
      URL: identifiers?.url,
    }),
  }
}

function nameOf({family, given, suffix, literal}: CitationName): CslName {
  return literal ? {literal} : filled({family, given, suffix})
}

/** A day without its month says nothing, so the parts end at the first that is missing. */
function dateOf(parts: readonly Maybe<number>[]): CslDate {
  const end = parts.findIndex((part) => !part)
  const known = parts.slice(0, end === -1 ? undefined : end).flatMap((part) => (part ? [part] : []))
  return {'date-parts': [known]}
}

type Filled<T> = {[K in keyof T]?: NonNullable<T[K]>}

function isFilled<T>(entry: [string, T]): entry is [string, NonNullable<T>] {
  return entry[1] !== null && entry[1] !== undefined && entry[1] !== ''
}

function filled<T extends object>(object: T): Filled<T>
function filled(object: object): object {
  return Object.fromEntries(Object.entries(object).filter(isFilled))
}
