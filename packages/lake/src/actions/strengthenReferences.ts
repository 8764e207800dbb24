import {isJsonObject} from '../json/isJsonObject.ts'
import type {JsonObject} from '../json/isJsonObject.ts'

/**
 * Makes references strong that were weak only until publication. The Studio writes `_weak: true` with
 * `_strengthenOnPublish: {type, weak?}` when the document referred to is not published yet; `weak: true` inside says
 * that the schema wants the reference weak for good.
 */
export function strengthenReferences(document: JsonObject): JsonObject {
  const strengthened: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(document)) strengthened[name] = strengthen(member)
  return strengthened
}

function strengthen(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strengthen)
  if (!isJsonObject(value)) return value
  const {_strengthenOnPublish: intent, ...rest} = value
  if (typeof value['_ref'] !== 'string' || !isJsonObject(intent)) return strengthenReferences(value)
  const {_weak: _, ...strong} = rest
  return intent['weak'] === true ? {...strong, _weak: true} : strong
}
