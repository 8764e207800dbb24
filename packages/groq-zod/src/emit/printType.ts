import type {NamedType, ObjectType, Type} from '../types/type.ts'
import {printKey, printString} from './literals.ts'
import type {PrintContext} from './PrintContext.ts'
import {nameOf} from './PrintContext.ts'
import {sharedReference} from './sharedReference.ts'
import {splitUnion} from './splitUnion.ts'

/** The TypeScript type of what GROQ yields. */
export function printType(type: Type, context: PrintContext): string {
  switch (type.kind) {
    case 'unknown':
      return 'unknown'
    case 'null':
      return 'null'
    case 'boolean':
      return type.value === undefined ? 'boolean' : String(type.value)
    case 'number':
      return type.value === undefined ? 'number' : String(type.value)
    case 'string':
      return type.value === undefined ? 'string' : printString(type.value)
    case 'datetime':
    case 'path':
      return 'string'
    case 'array':
      return `Array<${printType(type.of, context)}>`
    case 'object':
      return context.localShape(type)?.name ?? printObjectType(type, context)
    case 'named':
      return printNamedType(type, context)
    default:
      return printUnionType(type, context)
  }
}

function printNamedType(type: NamedType, context: PrintContext): string {
  const expanded = context.model.expand(type)
  if (expanded.kind !== 'object') return printType(expanded, context)
  context.use(type)
  return nameOf(type, context)
}

export function printObjectType(type: ObjectType, context: PrintContext): string {
  const shared = sharedReference(type)
  if (shared) {
    context.useShared(shared)
    return shared
  }
  const fields = Object.entries(type.fields).map(
    ([name, field]) => `${printKey(name)}${field.optional ? '?' : ''}: ${printType(field.type, context)}`,
  )
  const open = type.open || context.options.unknownKeys === 'keep' ? ['[key: string]: unknown'] : []
  return `{${[...fields, ...open].join('; ')}}`
}

function printUnionType(type: Type, context: PrintContext): string {
  const union = splitUnion(type, context.model)
  const parts = [...union.primitives, ...union.arrays, ...union.objects].map((member) =>
    printType(member, context),
  )
  if (keepsUnknown(union.discriminator, context)) {
    context.useShared('UnknownDocument')
    parts.push('UnknownDocument')
  }
  if (union.isNullable) parts.push('null')
  const shown = [...new Set(parts)].filter((part) => !isCovered(part, parts))
  return shown.length === 0 ? 'never' : shown.join(' | ')
}

/** A literal says nothing beside its own kind: rules keep them apart in the schema, not in the type. */
function isCovered(part: string, parts: readonly string[]): boolean {
  if (part.startsWith("'")) return parts.includes('string')
  return /^-?\d/u.test(part) && parts.includes('number')
}

/** An object of a type that is not known is kept: the schema then takes it, and the type names it. */
export function keepsUnknown(discriminator: string | undefined, {options}: PrintContext): boolean {
  return discriminator === '_type' && options.unknownTypes === 'keep'
}
