import type {ExprNode} from 'groq-js'
import type {ObjectType, Type} from '../types/type.ts'
import {NULL, STRING} from '../types/type.ts'
import {mapMembers, nullable, unionOf} from '../types/union.ts'
import type {Scope} from './scope.ts'

/** Looks through names, in unions too, so that each member shows its form. */
export function expandMembers(type: Type, scope: Scope, map: (member: Type) => Type): Type {
  return mapMembers(type, (member) => {
    const expanded = scope.run.model.expand(member)
    return expanded.kind === 'union' ? expandMembers(expanded, scope, map) : map(expanded)
  })
}

/** The type of `base.name`, recorded for the check of unknown fields. */
export function accessField(base: Type, name: string, node: ExprNode, scope: Scope): Type {
  return expandMembers(base, scope, (member) => {
    if (member.kind === 'unknown') {
      scope.run.fields.record(node, name, true, [])
      return member
    }
    if (member.kind !== 'object') return NULL
    return accessOwnField(member, name, node, scope)
  })
}

function accessOwnField(base: ObjectType, name: string, node: ExprNode, scope: Scope): Type {
  const field = Object.hasOwn(base.fields, name) ? base.fields[name] : undefined
  if (field) {
    scope.run.fields.record(node, name, true, [])
    return field.optional ? nullable(field.type) : field.type
  }
  if (base.open) {
    scope.run.fields.record(node, name, true, [])
    return base.open
  }
  // A query with a perspective adds `_originalId` to documents (Sanity docs, perspectives).
  const isOriginalId = name === '_originalId' && Object.hasOwn(base.fields, '_rev')
  scope.run.fields.record(node, name, isOriginalId, Object.keys(base.fields))
  return isOriginalId ? nullable(STRING) : NULL
}

/** Any document of the schema. */
export function everyDocument(scope: Scope): Type {
  return unionOf(scope.run.model.documentNames.map((name) => ({kind: 'named', name, keyed: false})))
}

/** Maps each array that can stand there; what is no array gives null. */
export function mapArrays(
  type: Type,
  scope: Scope,
  map: (array: Extract<Type, {kind: 'array'}>) => Type,
): Type {
  return expandMembers(type, scope, (member) => {
    if (member.kind === 'array') return map(member)
    return member.kind === 'unknown' ? member : NULL
  })
}
