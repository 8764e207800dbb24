import type {ExprNode} from 'groq-js'
import {isJsonObject} from '../json/isJsonObject.ts'
import type {JsonObject} from '../json/isJsonObject.ts'

/** The value of an expression that is the same for every document, or undefined. */
export function constantOf(node: ExprNode, params: JsonObject): unknown {
  switch (node.type) {
    case 'Value': {
      const value: unknown = node.value
      return isJsonObject(value) ? undefined : value
    }
    case 'Parameter':
      return params[node.name]
    case 'Group':
      return constantOf(node.base, params)
    case 'Neg': {
      const value = constantOf(node.base, params)
      return typeof value === 'number' ? -value : undefined
    }
    case 'Array': {
      const items = node.elements.map((element) =>
        element.isSplat ? undefined : constantOf(element.value, params),
      )
      return items.includes(undefined) ? undefined : items
    }
    default:
      return undefined
  }
}
