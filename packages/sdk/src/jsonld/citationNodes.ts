import type {OrganizationNode, PersonNode} from './nodes.ts'

/** An identifier with the name of its scheme. */
export interface IdentifierNode {
  readonly '@type': 'PropertyValue'
  readonly propertyID: 'DOI' | 'PMID' | 'PMCID' | 'NCT'
  readonly value: string
}

interface PeriodicalNode {
  readonly '@type': 'Periodical'
  readonly name: string
  readonly issn?: string
}

interface VolumeNode {
  readonly '@type': 'PublicationVolume'
  readonly volumeNumber: string
  readonly isPartOf: PeriodicalNode
}

interface IssueNode {
  readonly '@type': 'PublicationIssue'
  readonly issueNumber: string
  readonly isPartOf: VolumeNode | PeriodicalNode
}

/** An article is part of an issue, which is part of a volume of a periodical. */
export type ContainerNode = IssueNode | VolumeNode | PeriodicalNode

interface SourceTerms {
  readonly '@id': string
  readonly name: string
  readonly author?: readonly (PersonNode | OrganizationNode)[]
  readonly datePublished?: string
  readonly identifier?: readonly IdentifierNode[]
  readonly url?: string
  readonly publisher?: OrganizationNode
  /** Set when the source is not current, such as `Retracted`. */
  readonly creativeWorkStatus?: string
}

export interface ArticleSourceNode extends SourceTerms {
  readonly '@type': 'ScholarlyArticle' | 'NewsArticle' | 'Article'
  readonly pagination?: string
  readonly isPartOf?: ContainerNode
}

export interface BookNode extends SourceTerms {
  readonly '@type': 'Book'
  readonly isbn?: string
  readonly bookEdition?: string
}

export interface ChapterNode extends SourceTerms {
  readonly '@type': 'Chapter'
  readonly pagination?: string
  readonly isPartOf?: {readonly '@type': 'Book'; readonly name: string; readonly isbn?: string}
}

export interface OtherSourceNode extends SourceTerms {
  readonly '@type': 'Report' | 'WebPage' | 'Dataset' | 'Thesis' | 'CreativeWork'
}

/** A source in the terms of schema.org. */
export type CitationNode = ArticleSourceNode | BookNode | ChapterNode | OtherSourceNode
