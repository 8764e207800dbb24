import type {Field, ObjectType, Type} from '../types/type.ts'
import {unionOf} from '../types/union.ts'
import type {Scope} from './scope.ts'

/** Lays objects over a first one, as `...` and `+` do: later keys win, a key that may be absent may leave the earlier. */
export function mergeFields(base: ObjectType, layers: readonly Type[], scope: Scope): ObjectType {
  let merged = base
  for (const layer of layers) merged = lay(merged, scope.run.model.expand(layer))
  return merged
}

function lay(base: ObjectType, layer: Type): ObjectType {
  if (layer.kind === 'unknown') {
    const fields = Object.keys(base.fields).map((name): [string, Field] => [
      name,
      {type: layer, optional: false},
    ])
    return {kind: 'object', fields: Object.fromEntries(fields), open: layer}
  }
  if (layer.kind !== 'object') return base
  const fields: Record<string, Field> = {...base.fields}
  for (const [name, field] of Object.entries(layer.fields)) {
    const before = Object.hasOwn(base.fields, name) ? base.fields[name] : undefined
    fields[name] =
      field.optional && before ? {type: unionOf([before.type, field.type]), optional: before.optional} : field
  }
  const open = base.open ?? layer.open
  const referenceTo = layer.referenceTo ?? base.referenceTo
  return {kind: 'object', fields, ...(open ? {open} : {}), ...(referenceTo ? {referenceTo} : {})}
}

/** One object type that holds every value of several: a key that some lack is optional. */
export function joinObjects(objects: readonly ObjectType[]): ObjectType {
  const [first, ...others] = objects
  if (!first || others.length === 0) return first ?? {kind: 'object', fields: {}}
  const fields: Record<string, Field> = {}
  const names = new Set(objects.flatMap((object) => Object.keys(object.fields)))
  for (const name of names) {
    const present = objects.flatMap((object) => object.fields[name] ?? [])
    fields[name] = {
      type: unionOf(present.map((field) => field.type)),
      optional: present.length < objects.length || present.some((field) => field.optional),
    }
  }
  const open = objects.find((object) => object.open)?.open
  const targets = objects.flatMap((object) => object.referenceTo ?? [])
  return {
    kind: 'object',
    fields,
    ...(open ? {open} : {}),
    ...(targets.length > 0 ? {referenceTo: [...new Set(targets)].toSorted()} : {}),
  }
}
