import type {ArticleCitation} from '../content/results.ts'
import type {ChapterNode, CitationNode, ContainerNode, IdentifierNode} from './citationNodes.ts'
import {given} from './given.ts'
import type {OrganizationNode, PersonNode} from './nodes.ts'
import {webAddress} from './webAddress.ts'

type Source = NonNullable<ArticleCitation>

// CSL types that have a class of their own; the rest are creative works.
const CLASSES = {
  'article-journal': 'ScholarlyArticle',
  'paper-conference': 'ScholarlyArticle',
  review: 'ScholarlyArticle',
  'article-newspaper': 'NewsArticle',
  'article-magazine': 'Article',
  article: 'Article',
  book: 'Book',
  chapter: 'Chapter',
  report: 'Report',
  webpage: 'WebPage',
  dataset: 'Dataset',
  thesis: 'Thesis',
} as const satisfies Partial<Record<Source['cslType'], string>>

const STATES: Readonly<Record<Source['state'], string | null>> = {
  current: null,
  corrected: 'Corrected',
  'expression-of-concern': 'Expression of concern',
  retracted: 'Retracted',
  superseded: 'Superseded',
}

/** A source with its identifiers. */
export function citationNode(source: Source, id: string): CitationNode {
  const shared = {
    '@id': id,
    name: source.title,
    ...given('author', (source.authors ?? []).flatMap(authorNode)),
    ...given('datePublished', issuedDay(source.issued)),
    ...given('identifier', identifiersOf(source)),
    ...given('url', linkOf(source)),
    ...given('publisher', organization(source.publisher)),
    ...given('creativeWorkStatus', STATES[source.state]),
  }
  const type = classOf(source.cslType)
  switch (type) {
    case 'ScholarlyArticle':
    case 'NewsArticle':
    case 'Article':
      return {
        '@type': type,
        ...shared,
        ...given('pagination', source.page),
        ...given('isPartOf', issueOf(source)),
      }
    case 'Book':
      return {
        '@type': type,
        ...shared,
        ...given('isbn', source.identifiers?.isbn),
        ...given('bookEdition', source.edition),
      }
    case 'Chapter':
      return {
        '@type': type,
        ...shared,
        ...given('pagination', source.page),
        ...given('isPartOf', bookOf(source)),
      }
    case 'Report':
    case 'WebPage':
    case 'Dataset':
    case 'Thesis':
    case 'CreativeWork':
      return {'@type': type, ...shared}
    default:
      return type satisfies never
  }
}

function classOf(cslType: string): (typeof CLASSES)[keyof typeof CLASSES] | 'CreativeWork' {
  return isKnown(cslType) ? CLASSES[cslType] : 'CreativeWork'
}

function isKnown(cslType: string): cslType is keyof typeof CLASSES {
  return Object.hasOwn(CLASSES, cslType)
}

function authorNode({
  family,
  given: givenName,
  suffix,
  literal,
}: NonNullable<Source['authors']>[number]): readonly (PersonNode | OrganizationNode)[] {
  if (literal) return [{'@type': 'Organization', name: literal}]
  const name = [[givenName, family].filter(Boolean).join(' '), suffix].filter(Boolean).join(', ')
  return name === '' ? [] : [{'@type': 'Person', name}]
}

const digits = (part: number) => String(part).padStart(2, '0')

// ISO 8601 lets a date end after the year or the month.
function issuedDay({year, month, day}: Source['issued']): string {
  const parts = [String(year).padStart(4, '0'), month && digits(month), month && day && digits(day)]
  return parts.filter(Boolean).join('-')
}

function identifiersOf({identifiers}: Source): readonly IdentifierNode[] {
  const {doi, pmid, pmcid, nct} = identifiers ?? {}
  const named = [
    ['DOI', doi],
    ['PMID', pmid],
    ['PMCID', pmcid],
    ['NCT', nct],
  ] as const
  return named.flatMap(([propertyID, value]) =>
    value ? [{'@type': 'PropertyValue' as const, propertyID, value}] : [],
  )
}

function linkOf({identifiers}: Source): string | null {
  const {doi, pmid, url} = identifiers ?? {}
  if (doi)
    return webAddress(`https://doi.org/${encodeURI(doi).replaceAll('#', '%23').replaceAll('?', '%3F')}`)
  return pmid ? `https://pubmed.ncbi.nlm.nih.gov/${encodeURIComponent(pmid)}/` : webAddress(url)
}

function organization(name: string | null): OrganizationNode | null {
  return name ? {'@type': 'Organization', name} : null
}

function bookOf({containerTitle, identifiers}: Source): ChapterNode['isPartOf'] | null {
  if (!containerTitle) return null
  return {'@type': 'Book', name: containerTitle, ...given('isbn', identifiers?.isbn)}
}

function issueOf({containerTitle, volume, issue, identifiers}: Source): ContainerNode | null {
  if (!containerTitle) return null
  const periodical = {
    '@type': 'Periodical',
    name: containerTitle,
    ...given('issn', identifiers?.issn),
  } as const
  const bound = volume
    ? ({'@type': 'PublicationVolume', volumeNumber: volume, isPartOf: periodical} as const)
    : periodical
  return issue ? {'@type': 'PublicationIssue', issueNumber: issue, isPartOf: bound} : bound
}
