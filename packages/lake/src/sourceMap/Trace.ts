import type {LakeDocument} from '../documents/LakeDocument.ts'
import {isJsonObject} from '../json/isJsonObject.ts'

/** One step into a document; an item of an array is known by its `_key` where that names it alone. */
export type PathStep = string | {index: number; key?: string}

/** Where a value comes from. Parts of an object or array that a query has built have origins of their own. */
export type Origin =
  | {kind: 'document'; document: LakeDocument; path: readonly PathStep[]}
  | {kind: 'object'; members: ReadonlyMap<string, Trace>}
  | {kind: 'array'; items: readonly Trace[]}
  | {kind: 'literal'}
  | {kind: 'unknown'}

/** A value inside a query and where it comes from. */
export type Trace = {value: unknown; origin: Origin}

const UNKNOWN: Origin = {kind: 'unknown'}

/** Nothing, from nowhere. */
export const NOTHING: Trace = {value: null, origin: UNKNOWN}

/** A value of which nobody can say where it stands. */
export function unknown(value: unknown): Trace {
  return {value: value ?? null, origin: UNKNOWN}
}

/** A value that the query itself says. */
export function literal(value: unknown): Trace {
  return {value, origin: {kind: 'literal'}}
}

/** What a dereference or a scan has found: a document, several, or anything else. */
export function traceFound(value: unknown): Trace {
  if (Array.isArray(value)) return builtArray(value.map(traceFound))
  return isDocument(value) ? {value, origin: {kind: 'document', document: value, path: []}} : unknown(value)
}

function isDocument(value: unknown): value is LakeDocument {
  return isJsonObject(value) && typeof value['_id'] === 'string' && typeof value['_type'] === 'string'
}

/** An array that the query has put together. */
export function builtArray(items: readonly Trace[]): Trace {
  return {value: items.map(({value}) => value), origin: {kind: 'array', items}}
}

/** An object that the query has put together. */
export function builtObject(members: ReadonlyMap<string, Trace>): Trace {
  const value: Record<string, unknown> = {}
  // A member may be called `__proto__`, and is then one like the others.
  for (const [name, member] of members) {
    Object.defineProperty(value, name, {
      value: member.value,
      enumerable: true,
      configurable: true,
      writable: true,
    })
  }
  return {value, origin: {kind: 'object', members}}
}

/** A member; one that is missing comes from where it would stand. */
export function memberOf({value, origin}: Trace, name: string): Trace {
  if (!isJsonObject(value)) return NOTHING
  if (origin.kind === 'object') return origin.members.get(name) ?? NOTHING
  const member = Object.hasOwn(value, name) ? value[name] : null
  if (origin.kind !== 'document') return {value: member ?? null, origin}
  if (origin.path.length === 0 && isOfPerspective(origin.document, name)) return unknown(member)
  return {value: member ?? null, origin: {...origin, path: [...origin.path, name]}}
}

// The id that a perspective gives a draft, and the one that it keeps beside it, stand in no document.
function isOfPerspective({_id, _originalId}: LakeDocument, name: string): boolean {
  return _originalId !== undefined && (name === '_originalId' || (name === '_id' && _id !== _originalId))
}

/** All members of an object. */
export function membersOf(trace: Trace): ReadonlyMap<string, Trace> {
  if (trace.origin.kind === 'object') return trace.origin.members
  const names = isJsonObject(trace.value) ? Object.keys(trace.value) : []
  return new Map(names.map((name) => [name, memberOf(trace, name)]))
}

/** The items of an array; undefined for anything else. */
export function itemsOf({value, origin}: Trace): readonly Trace[] | undefined {
  if (!Array.isArray(value)) return undefined
  if (origin.kind === 'array') return origin.items
  if (origin.kind !== 'document') return value.map((item: unknown) => ({value: item, origin}))
  const steps = stepsInto(value)
  return value.map((item: unknown, index) => ({
    value: item,
    origin: {...origin, path: [...origin.path, steps[index] ?? {index}]},
  }))
}

function stepsInto(items: readonly unknown[]): PathStep[] {
  const times = new Map<unknown, number>()
  const keys = items.map((item) => (isJsonObject(item) ? item['_key'] : undefined))
  for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1)
  return keys.map((key, index) =>
    typeof key === 'string' && key !== '' && times.get(key) === 1 ? {index, key} : {index},
  )
}
