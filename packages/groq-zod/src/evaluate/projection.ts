import type {ObjectNode} from 'groq-js'
import type {ObjectType, Type} from '../types/type.ts'
import {members} from '../types/union.ts'
import {mergeFields, joinObjects} from './mergeFields.ts'
import {where} from './where.ts'
import {narrowed} from './scope.ts'
import type {Scope} from './scope.ts'

/** The type of `{…}`: attributes, spreads and conditional spreads, in their order. */
export function projectionType(node: ObjectNode, scope: Scope): ObjectType {
  let result: ObjectType = {kind: 'object', fields: {}}
  for (const attribute of node.attributes) {
    switch (attribute.type) {
      case 'ObjectAttributeValue': {
        const type = scope.run.evaluate(attribute.value, scope)
        result = {...result, fields: {...result.fields, [attribute.name]: {type, optional: false}}}
        break
      }
      case 'ObjectSplat':
        result = spread(result, scope.run.evaluate(attribute.value, scope), scope)
        break
      case 'ObjectConditionalSplat': {
        const {truth, value} = where(attribute.condition, scope)
        if (!truth.true) break
        const added = spread(result, scope.run.evaluate(attribute.value, narrowed(scope, value)), scope)
        result = truth.false || truth.null ? joinObjects([result, added]) : added
        break
      }
    }
  }
  return result
}

/** A spread of what is no object adds nothing. */
function spread(base: ObjectType, value: Type, scope: Scope): ObjectType {
  const layers = members(value).flatMap((member) => members(scope.run.model.expand(member)))
  return joinObjects(layers.map((layer) => mergeFields(base, [layer], scope)))
}
