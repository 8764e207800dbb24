import {joinObjects} from '../evaluate/mergeFields.ts'
import type {SchemaModel} from '../schema/SchemaModel.ts'
import type {NamedType, ObjectType, Type} from '../types/type.ts'
import {members, typeKey, unionOf} from '../types/union.ts'

/** A union sorted by what a validator can tell apart at a glance. */
export interface SplitUnion {
  readonly isNullable: boolean
  readonly primitives: readonly Type[]
  readonly arrays: readonly Type[]
  /** Objects that `discriminator` tells apart; where nothing does they are joined into one. */
  readonly objects: readonly (ObjectType | NamedType)[]
  readonly discriminator: string | undefined
}

const split = new WeakMap<SchemaModel, WeakMap<Type, SplitUnion>>()

/** The same type is printed as a type, as a schema and as a fast path: it is sorted once. */
export function splitUnion(type: Type, model: SchemaModel): SplitUnion {
  const known = split.get(model) ?? new WeakMap<Type, SplitUnion>()
  split.set(model, known)
  const result = known.get(type) ?? sortMembers(type, model)
  known.set(type, result)
  return result
}

function sortMembers(type: Type, model: SchemaModel): SplitUnion {
  const flat = members(type).flatMap((member) => {
    if (member.kind !== 'named') return [member]
    // A named array or string is an alias; a named object keeps its name.
    const expanded = model.expand(member)
    return expanded.kind === 'object' ? [member] : members(expanded)
  })
  const arrays = flat.flatMap((member) => (member.kind === 'array' ? [member] : []))
  const objects = flat.flatMap((member) =>
    member.kind === 'object' || member.kind === 'named' ? [member] : [],
  )
  return {
    isNullable: flat.some((member) => member.kind === 'null'),
    primitives: flat.filter((member) => !['null', 'array', 'object', 'named', 'union'].includes(member.kind)),
    arrays: arrays.length < 2 ? arrays : [{kind: 'array', of: unionOf(arrays.map((array) => array.of))}],
    ...discriminate(objects, model),
  }
}

type Member = ObjectType | NamedType

function discriminate(
  objects: readonly Member[],
  model: SchemaModel,
): Pick<SplitUnion, 'objects' | 'discriminator'> {
  if (objects.length < 2) return {objects, discriminator: undefined}
  const byType = groupBy('_type', objects, model)
  if (byType) {
    const joined = byType.map((group) => join(group, model))
    return {objects: joined, discriminator: joined.length > 1 ? '_type' : undefined}
  }
  const shapes = objects.map((member) => shapeOf(member, model))
  const [first] = shapes
  const other = Object.keys(first?.fields ?? {}).find((name) => {
    const groups = groupBy(name, objects, model)
    return groups?.length === objects.length
  })
  if (other !== undefined) return {objects, discriminator: other}
  return {objects: [join(objects, model)], discriminator: undefined}
}

function shapeOf(member: Member, model: SchemaModel): ObjectType {
  const expanded = model.expand(member)
  return expanded.kind === 'object' ? expanded : {kind: 'object', fields: {}}
}

function join(group: readonly Member[], model: SchemaModel): Member {
  const [only] = group
  return group.length === 1 && only ? only : joinObjects(group.map((member) => shapeOf(member, model)))
}

/** Groups whose values of one field do not overlap; nothing when some member does not fix that field. */
function groupBy(name: string, objects: readonly Member[], model: SchemaModel): Member[][] | undefined {
  const groups: {values: Set<string>; members: Member[]}[] = []
  for (const member of objects) {
    const values = literalKeys(shapeOf(member, model), name)
    if (!values) return undefined
    const overlapping = groups.filter((group) => [...values].some((value) => group.values.has(value)))
    const merged = {
      values: new Set([...overlapping.flatMap((group) => [...group.values]), ...values]),
      members: [...overlapping.flatMap((group) => group.members), member],
    }
    const [first] = overlapping
    if (first) groups[groups.indexOf(first)] = merged
    else groups.push(merged)
    for (const group of overlapping.slice(1)) groups.splice(groups.indexOf(group), 1)
  }
  return groups.map((group) => group.members)
}

function literalKeys(object: ObjectType, name: string): Set<string> | undefined {
  const field = object.fields[name]
  if (!field || field.optional) return undefined
  const literals = members(field.type)
  const fixed = literals.every((member) => member.kind === 'string' && member.value !== undefined)
  return fixed && literals.length > 0 ? new Set(literals.map(typeKey)) : undefined
}

/** The strings that a field of an object can be. */
export function fieldLiterals(member: Member, name: string, model: SchemaModel): string[] {
  const type = shapeOf(member, model).fields[name]?.type ?? {kind: 'null'}
  return members(type).flatMap((one) => (one.kind === 'string' && one.value !== undefined ? [one.value] : []))
}
