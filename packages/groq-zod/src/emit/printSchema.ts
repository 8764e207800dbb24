import type {ArrayType, Field, NamedType, ObjectType, Type} from '../types/type.ts'
import {arrayChecks, numberChecks, stringChecks} from './checks.ts'
import {printKey, printString} from './literals.ts'
import type {PrintContext} from './PrintContext.ts'
import {nameOf} from './PrintContext.ts'
import {keepsUnknown, printType} from './printType.ts'
import {sharedReference} from './sharedReference.ts'
import {fieldLiterals, splitUnion} from './splitUnion.ts'

/** The zod expression that accepts what {@link printType} describes. */
export function printSchema(type: Type, context: PrintContext): string {
  switch (type.kind) {
    case 'unknown':
      return 'z.unknown()'
    case 'null':
      return 'z.null()'
    case 'boolean':
      return type.value === undefined ? 'z.boolean()' : `z.literal(${type.value})`
    case 'number':
      return type.value === undefined
        ? withChecks('z.number()', numberChecks(type.checks, context.useShared))
        : `z.literal(${type.value})`
    case 'string':
      return type.value === undefined
        ? withChecks('z.string()', stringChecks(type.checks, context.useShared))
        : `z.literal(${printString(type.value)})`
    case 'datetime':
    case 'path':
      return 'z.string()'
    case 'array':
      return printArraySchema(type, context)
    case 'object':
      return printLocalOrObject(type, context)
    case 'named':
      return printNamedSchema(type, context)
    default:
      return printUnionSchema(type, context)
  }
}

function withChecks(schema: string, checks: readonly string[]): string {
  return checks.length === 0 ? schema : `/* @__PURE__ */ ${schema}.check(${checks.join(', ')})`
}

function printArraySchema(type: ArrayType, context: PrintContext): string {
  return withChecks(`z.array(${printSchema(type.of, context)})`, arrayChecks(type.checks, context.useShared))
}

function printNamedSchema(type: NamedType, context: PrintContext): string {
  const expanded = context.model.expand(type)
  if (expanded.kind !== 'object') return printSchema(expanded, context)
  context.use(type)
  return context.names.schemaName(nameOf(type, context))
}

function printLocalOrObject(type: ObjectType, context: PrintContext): string {
  const local = context.localShape(type)
  return local ? context.names.schemaName(local.name) : printObjectSchema(type, context)
}

const OBJECT_FUNCTIONS = {drop: 'z.object', keep: 'z.looseObject', refuse: 'z.strictObject'} as const

export function printObjectSchema(type: ObjectType, context: PrintContext): string {
  const shared = sharedReference(type)
  if (shared) {
    context.useShared(shared)
    return context.names.schemaName(shared)
  }
  const fields = Object.entries(type.fields).map(([name, field]) => printField(name, field, context))
  const build = type.open ? 'z.looseObject' : OBJECT_FUNCTIONS[context.options.unknownKeys]
  return `${build}({${fields.join(', ')}})`
}

function printField(name: string, field: Field, context: PrintContext): string {
  const schema = printSchema(field.type, context)
  const value = field.optional ? `z.exactOptional(${schema})` : schema
  if (!context.isLate || !mentionsLate(field.type, context)) return `${printKey(name)}: ${value}`
  const zodType = context.options.zod === 'mini' ? 'z.ZodMiniType' : 'z.ZodType'
  const plain = `${zodType}<${printType(field.type, context)}>`
  const optional = context.options.zod === 'mini' ? 'z.ZodMiniExactOptional' : 'z.ZodExactOptional'
  return `get ${printKey(name)}(): ${field.optional ? `${optional}<${plain}>` : plain} { return ${value} }`
}

function mentionsLate(type: Type, context: PrintContext): boolean {
  switch (type.kind) {
    case 'named': {
      const expanded = context.model.expand(type)
      return expanded.kind === 'object' ? context.isLate?.(type) === true : mentionsLate(expanded, context)
    }
    case 'array':
      return mentionsLate(type.of, context)
    case 'union':
      return type.of.some((member) => mentionsLate(member, context))
    case 'object':
      return Object.values(type.fields).some((field) => mentionsLate(field.type, context))
    default:
      return false
  }
}

function printUnionSchema(type: Type, context: PrintContext): string {
  const union = splitUnion(type, context.model)
  const parts = [
    ...printLiterals(union.primitives, context),
    ...union.arrays.map((array) => printSchema(array, context)),
    ...printObjects(union.objects, union.discriminator, context),
  ]
  const [only] = parts
  if (parts.length === 0) return union.isNullable ? 'z.null()' : 'z.never()'
  const schema = parts.length === 1 && only !== undefined ? only : `z.union([${parts.join(', ')}])`
  return union.isNullable ? `z.nullable(${schema})` : schema
}

/** Literals of one kind become one closed list. */
function printLiterals(primitives: readonly Type[], context: PrintContext): string[] {
  const strings = primitives.flatMap((type) =>
    type.kind === 'string' && type.value !== undefined ? [type.value] : [],
  )
  const others = primitives.flatMap((type) =>
    (type.kind === 'number' || type.kind === 'boolean') && type.value !== undefined ? [type.value] : [],
  )
  const open = primitives.filter((type) => !('value' in type) || type.value === undefined)
  const parts = [...new Set(open.map((type) => printSchema(type, context)))]
  if (strings.length === 1) parts.push(`z.literal(${printString(strings[0] ?? '')})`)
  if (strings.length > 1) parts.push(`z.enum([${strings.map(printString).join(', ')}])`)
  if (others.length > 0) parts.push(`z.literal([${others.join(', ')}])`)
  return parts
}

function printObjects(
  objects: readonly (ObjectType | NamedType)[],
  discriminator: string | undefined,
  context: PrintContext,
): string[] {
  const schemas = objects.map((member) => printSchema(member, context))
  if (discriminator === undefined) return schemas
  const union = `z.discriminatedUnion(${printString(discriminator)}, [${schemas.join(', ')}])`
  if (!keepsUnknown(discriminator, context)) return [union]
  context.useShared('unknownDocument')
  return [
    union,
    `unknownDocument([${objects.flatMap((member) => fieldLiterals(member, '_type', context.model).map(printString)).join(', ')}])`,
  ]
}
