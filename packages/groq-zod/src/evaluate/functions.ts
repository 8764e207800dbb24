import type {FuncCallNode} from 'groq-js'
import type {Type} from '../types/type.ts'
import {BOOLEAN, NULL, NUMBER, STRING} from '../types/type.ts'
import {canBeNull, members, nullable, unionOf, withoutNull} from '../types/union.ts'
import {everyDocument, expandMembers, mapArrays} from './access.ts'
import {noteArgumentParams, noteOptionalParams, paramName} from './functionParams.ts'
import type {Scope} from './scope.ts'

interface Call {
  readonly node: FuncCallNode
  readonly types: readonly Type[]
  readonly scope: Scope
}

/** The type of a function call; arguments are looked at in any case, for their fields and parameters. */
export function functionType(node: FuncCallNode, scope: Scope): Type {
  const name = `${node.namespace}::${node.name}`
  if (name === 'global::defined') noteOptionalParams(node, scope)
  if (name === 'global::coalesce') return coalesceType(node, scope)
  const selectorFunctions = name.startsWith('diff::') || name.startsWith('delta::')
  const types = selectorFunctions ? [] : node.args.map((argument) => scope.run.evaluate(argument, scope))
  noteArgumentParams(node, name, scope)
  const signature = FUNCTIONS.get(name)
  if (!signature)
    return {kind: 'unknown', reason: `the function ${name.replace('global::', '')}() has no known type`, node}
  return signature({node, types, scope})
}

const FUNCTIONS: ReadonlyMap<string, (call: Call) => Type> = new Map([
  ['global::count', (call) => ofArray(call, () => NUMBER)],
  ['global::length', (call) => ofKinds(call, ['string', 'array'], NUMBER)],
  ['global::defined', definedType],
  ['global::lower', (call) => ofKinds(call, ['string'], STRING)],
  ['global::upper', (call) => ofKinds(call, ['string'], STRING)],
  ['string::lower', (call) => ofKinds(call, ['string'], STRING)],
  ['string::upper', (call) => ofKinds(call, ['string'], STRING)],
  ['string::split', (call) => ofBothStrings(call, {kind: 'array', of: STRING})],
  ['string::startsWith', (call) => ofBothStrings(call, BOOLEAN)],
  ['global::string', (call) => ofKinds(call, ['string', 'number', 'boolean', 'datetime'], STRING)],
  ['global::round', roundType],
  ['global::references', () => BOOLEAN],
  ['global::now', () => STRING],
  ['global::identity', () => STRING],
  ['global::path', (call) => ofKinds(call, ['string'], {kind: 'path'})],
  ['global::dateTime', dateTimeType],
  ['dateTime::now', () => ({kind: 'datetime'})],
  ['global::boost', () => NUMBER],
  ['math::sum', (call) => ofArray(call, (of) => numbers(of, call.scope, false))],
  ['math::min', (call) => ofArray(call, (of) => numbers(of, call.scope, true))],
  ['math::max', (call) => ofArray(call, (of) => numbers(of, call.scope, true))],
  ['math::avg', (call) => ofArray(call, (of) => numbers(of, call.scope, true))],
  ['array::join', joinType],
  ['array::compact', (call) => ofArray(call, (of) => ({kind: 'array', of: withoutNull(of)}))],
  ['array::unique', (call) => ofArray(call, (of) => ({kind: 'array', of}))],
  ['array::intersects', intersectsType],
  ['pt::text', () => nullable(STRING)],
  ['sanity::projectId', () => nullable(STRING)],
  ['sanity::dataset', () => nullable(STRING)],
  ['sanity::versionOf', () => nullable(BOOLEAN)],
  ['sanity::partOfRelease', () => nullable(BOOLEAN)],
  ['text::query', () => BOOLEAN],
  ['text::semanticSimilarity', () => NUMBER],
  ['documents::get', ({scope}) => nullable(everyDocument(scope))],
  ['documents::incomingRefCount', () => NUMBER],
  ['documents::incomingGlobalDocumentReferenceCount', () => NUMBER],
  ['media::aspect', () => BOOLEAN],
  ['geo::distance', () => nullable(NUMBER)],
  ['geo::contains', () => nullable(BOOLEAN)],
  ['geo::intersects', () => nullable(BOOLEAN)],
  ['delta::operation', () => nullable(STRING)],
  ['delta::changedAny', () => BOOLEAN],
  ['delta::changedOnly', () => BOOLEAN],
  ['diff::changedAny', () => BOOLEAN],
  ['diff::changedOnly', () => BOOLEAN],
])

function ofKinds({types, scope}: Call, kinds: readonly Type['kind'][], result: Type): Type {
  return expandMembers(types[0] ?? NULL, scope, (member) => {
    if (member.kind === 'unknown') return nullable(result)
    return kinds.includes(member.kind) ? result : NULL
  })
}

function ofArray({types, scope, node}: Call, map: (of: Type) => Type): Type {
  return mapArrays(types[0] ?? NULL, scope, (array) => map(array.of)).kind === 'unknown'
    ? unknownArgument(node, map)
    : mapArrays(types[0] ?? NULL, scope, (array) => map(array.of))
}

function unknownArgument(node: FuncCallNode, map: (of: Type) => Type): Type {
  return nullable(map({kind: 'unknown', reason: `the items given to ${node.name}() are unknown`, node}))
}

function ofBothStrings({types, scope}: Call, result: Type): Type {
  const [left = NULL, right = NULL] = types
  return expandMembers(left, scope, (one) =>
    expandMembers(right, scope, (other) => {
      const kinds = [one.kind, other.kind]
      if (kinds.every((kind) => kind === 'string')) return result
      return kinds.every((kind) => kind === 'string' || kind === 'unknown') ? nullable(result) : NULL
    }),
  )
}

function definedType({types, scope}: Call): Type {
  return expandMembers(types[0] ?? NULL, scope, (member) =>
    member.kind === 'unknown' ? BOOLEAN : {kind: 'boolean', value: member.kind !== 'null'},
  )
}

function roundType(call: Call): Type {
  const result = ofKinds(call, ['number'], NUMBER)
  const digits = call.node.args[1]
  return !digits || digits.type === 'Value' ? result : nullable(result)
}

/** Not every string is a time; one that is a constant of the query would be known, but is rare. */
function dateTimeType({types, scope}: Call): Type {
  return expandMembers(types[0] ?? NULL, scope, (member) => {
    if (member.kind === 'datetime') return member
    return member.kind === 'string' || member.kind === 'unknown' ? nullable({kind: 'datetime'}) : NULL
  })
}

/** A single item that is no number makes the whole null; null items are passed over. */
function numbers(of: Type, scope: Scope, nullWhenEmpty: boolean): Type {
  const items = members(withoutNull(expandMembers(of, scope, (member) => member)))
  const sure = items.every((item) => item.kind === 'number')
  if (items.length > 0 && items.every((item) => item.kind !== 'number' && item.kind !== 'unknown')) {
    return nullable(NUMBER)
  }
  return sure && !nullWhenEmpty ? NUMBER : nullable(NUMBER)
}

function joinType({types, scope}: Call): Type {
  const [list = NULL, separator = NULL] = types
  const joins = new Set<Type['kind']>(['string', 'number', 'boolean'])
  const joined = expandMembers(list, scope, (member) => {
    if (member.kind === 'unknown') return nullable(STRING)
    if (member.kind !== 'array') return NULL
    const items = members(expandMembers(member.of, scope, (item) => item))
    return items.every((item) => joins.has(item.kind)) ? STRING : nullable(STRING)
  })
  return members(separator).every((member) => member.kind === 'string') ? joined : nullable(joined)
}

function intersectsType({types, scope}: Call): Type {
  const kinds = types.map((type) =>
    expandMembers(type, scope, (member) => (member.kind === 'array' ? BOOLEAN : NULL)),
  )
  return kinds.every((kind) => kind.kind === 'boolean') ? BOOLEAN : nullable(BOOLEAN)
}

function coalesceType(node: FuncCallNode, scope: Scope): Type {
  const outcomes: Type[] = []
  for (const [index, argument] of node.args.entries()) {
    const name = paramName(argument)
    if (name !== undefined && index < node.args.length - 1) scope.run.params.noteOptional(name)
    const type = scope.run.evaluate(argument, scope)
    outcomes.push(withoutNull(type))
    if (!canBeNull(type)) return unionOf(outcomes)
  }
  return nullable(unionOf(outcomes))
}
