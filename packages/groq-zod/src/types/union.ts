import type {Type} from './type.ts'
import {NULL} from './type.ts'

/** The members of a type: those of a union, else the type alone. */
export function members(type: Type): readonly Type[] {
  return type.kind === 'union' ? type.of : [type]
}

const keys = new WeakMap<Type, string>()

/** A text that two types share exactly when they mean the same; key order does not count. */
export function typeKey(type: Type): string {
  const known = keys.get(type)
  if (known !== undefined) return known
  const key = computeKey(type)
  keys.set(type, key)
  return key
}

function computeKey(type: Type): string {
  switch (type.kind) {
    case 'unknown':
      return '?'
    case 'null':
    case 'datetime':
    case 'path':
      return type.kind
    case 'boolean':
    case 'number':
    case 'string': {
      const checks = 'checks' in type && type.checks ? JSON.stringify(type.checks) : ''
      return `${type.kind}${type.value === undefined ? '' : JSON.stringify(type.value)}${checks}`
    }
    case 'array':
      return `[${typeKey(type.of)}]${type.checks ? JSON.stringify(type.checks) : ''}`
    case 'named':
      return `#${type.name}${type.keyed ? '+' : ''}`
    case 'object': {
      const fields = Object.keys(type.fields)
        .toSorted()
        .map((name) => {
          const field = type.fields[name]
          return field ? `${JSON.stringify(name)}${field.optional ? '?' : ''}:${typeKey(field.type)}` : ''
        })
      return `{${fields.join()}${type.open ? ',...' : ''}}${type.referenceTo ? `->${type.referenceTo.join('|')}` : ''}`
    }
    default:
      return `(${type.of.map(typeKey).toSorted().join('|')})`
  }
}

/**
 * Joins types into one: flat, each member once, a literal swallowed by its own wider type, unknown swallowing all.
 */
export function unionOf(types: readonly Type[]): Type {
  const seen = new Map<string, Type>()
  for (const type of types) {
    for (const member of members(type)) {
      if (member.kind === 'unknown') return member
      const key = typeKey(member)
      if (!seen.has(key)) seen.set(key, member)
    }
  }
  if (seen.has('booleantrue') && seen.has('booleanfalse')) seen.set('boolean', {kind: 'boolean'})
  const list = [...seen.values()]
  const kept = list.filter((member) => !list.some((other) => other !== member && covers(other, member)))
  const [only] = kept
  return kept.length === 1 && only ? only : {kind: 'union', of: kept}
}

/** True when every value of `narrow` is a value of `wide`, judged for primitives and booleans only. */
function covers(wide: Type, narrow: Type): boolean {
  if (wide.kind !== narrow.kind) return false
  if (wide.kind !== 'string' && wide.kind !== 'number' && wide.kind !== 'boolean') return false
  if (wide.value !== undefined) return false
  return !('checks' in wide && wide.checks)
}

export function nullable(type: Type): Type {
  return unionOf([type, NULL])
}

export function withoutNull(type: Type): Type {
  if (type.kind !== 'union') return type.kind === 'null' ? {kind: 'union', of: []} : type
  return unionOf(type.of.filter((member) => member.kind !== 'null'))
}

export function canBeNull(type: Type): boolean {
  return members(type).some((member) => member.kind === 'null' || member.kind === 'unknown')
}

/** Maps each member and joins the results. */
export function mapMembers(type: Type, map: (member: Type) => Type): Type {
  return type.kind === 'union' ? unionOf(type.of.map(map)) : map(type)
}
