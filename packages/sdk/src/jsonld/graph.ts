import type {CitationNode} from './citationNodes.ts'
import type {
  ArticleNode,
  BreadcrumbNode,
  ExercisePlanNode,
  FaqPageNode,
  MedicalWebPageNode,
  OrganizationNode,
  PersonNode,
  TherapyNode,
} from './nodes.ts'

/** What may stand at the top of a document. */
export type JsonLdNode =
  | ArticleNode
  | BreadcrumbNode
  | CitationNode
  | ExercisePlanNode
  | FaqPageNode
  | MedicalWebPageNode
  | OrganizationNode
  | PersonNode
  | TherapyNode

/** A JSON-LD document: nodes that refer to each other by `@id`. */
export interface JsonLdGraph {
  readonly '@context': 'https://schema.org'
  readonly '@graph': readonly JsonLdNode[]
}

/** Puts nodes into a document. */
export function createGraph(nodes: readonly (JsonLdNode | null)[]): JsonLdGraph {
  return {'@context': 'https://schema.org', '@graph': nodes.filter((node) => node !== null)}
}
