import type {ExprNode} from 'groq-js'

/** Limits on a string that Sanity's validation enforces and a validator can check. */
export interface StringChecks {
  /** Required: the empty string counts as missing. Without it every other length rule lets the empty string pass. */
  readonly filled?: boolean
  readonly min?: number
  readonly max?: number
  readonly length?: number
  readonly patterns?: readonly {readonly source: string; readonly flags: string; readonly invert: boolean}[]
  readonly email?: boolean
  readonly uri?: {readonly schemes: readonly string[]; readonly allowRelative: boolean}
  readonly uppercase?: boolean
  readonly lowercase?: boolean
  /** A date or a time in ISO 8601. */
  readonly time?: boolean
}

/** Limits on a number that Sanity's validation enforces and a validator can check. */
export interface NumberChecks {
  readonly min?: number
  readonly max?: number
  readonly greaterThan?: number
  readonly lessThan?: number
  readonly integer?: boolean
  readonly precision?: number
}

/** Limits on an array that Sanity's validation enforces and a validator can check. */
export interface ArrayChecks {
  readonly min?: number
  readonly max?: number
  readonly length?: number
  readonly unique?: boolean
}

export interface UnknownType {
  readonly kind: 'unknown'
  /** Why the type cannot be known, for the report. */
  readonly reason: string
  /** The expression that has no known type; absent when the schema itself leaves it open. */
  readonly node?: ExprNode
}
export interface NullType {
  readonly kind: 'null'
}
export interface BooleanType {
  readonly kind: 'boolean'
  readonly value?: boolean
}
export interface NumberType {
  readonly kind: 'number'
  readonly value?: number
  readonly checks?: NumberChecks
}
export interface StringType {
  readonly kind: 'string'
  readonly value?: string
  readonly checks?: StringChecks
}
/** GROQ's own datetime value: it compares and adds as a time, and reaches the client as an ISO string. */
export interface DateTimeType {
  readonly kind: 'datetime'
}
/** GROQ's path value, the result of `path()`; it reaches the client as a string. */
export interface PathType {
  readonly kind: 'path'
}
export interface ArrayType {
  readonly kind: 'array'
  readonly of: Type
  readonly checks?: ArrayChecks
}
export interface Field {
  readonly type: Type
  /** The key may be absent: a stored field that was never set. */
  readonly optional: boolean
}
export interface ObjectType {
  readonly kind: 'object'
  readonly fields: Readonly<Record<string, Field>>
  /** Further keys of unknown type may stand beside the known ones. */
  readonly open?: UnknownType
  /** Document types that `->` can reach from this reference. */
  readonly referenceTo?: readonly string[]
}
/** A type of the schema by its name; looked into only when something asks, so that types may nest themselves. */
export interface NamedType {
  readonly kind: 'named'
  readonly name: string
  /** An item of an array: it carries `_key` beside the fields of the named type. */
  readonly keyed: boolean
}
export interface UnionType {
  readonly kind: 'union'
  readonly of: readonly Type[]
}

/** What a GROQ expression can yield. */
export type Type =
  | UnknownType
  | NullType
  | BooleanType
  | NumberType
  | StringType
  | DateTimeType
  | PathType
  | ArrayType
  | ObjectType
  | NamedType
  | UnionType

export const NULL: NullType = {kind: 'null'}
export const STRING: StringType = {kind: 'string'}
export const NUMBER: NumberType = {kind: 'number'}
export const BOOLEAN: BooleanType = {kind: 'boolean'}
export const NEVER: UnionType = {kind: 'union', of: []}
