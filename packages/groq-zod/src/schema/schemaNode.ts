/** A node of `schema.json` as `sanity schema extract` writes it. */
export type SchemaNode =
  | {readonly type: 'string'; readonly value?: string}
  | {readonly type: 'number'; readonly value?: number}
  | {readonly type: 'boolean'; readonly value?: boolean}
  | {readonly type: 'null'}
  | {readonly type: 'unknown'}
  | {readonly type: 'array'; readonly of: SchemaNode}
  | {readonly type: 'union'; readonly of: readonly SchemaNode[]}
  | {readonly type: 'inline'; readonly name: string}
  | SchemaObjectNode

export interface SchemaAttribute {
  readonly value: SchemaNode
  readonly optional?: boolean
}

export interface SchemaObjectNode {
  readonly type: 'object'
  readonly attributes: Readonly<Record<string, SchemaAttribute>>
  readonly rest?: SchemaNode
  readonly dereferencesTo?: string
}

export interface SchemaDocument {
  readonly type: 'document'
  readonly name: string
  readonly attributes: Readonly<Record<string, SchemaAttribute>>
}

export interface SchemaTypeDeclaration {
  readonly type: 'type'
  readonly name: string
  readonly value: SchemaNode
}

/** The content of `schema.json`. */
export type SchemaFile = readonly (SchemaDocument | SchemaTypeDeclaration)[]
