import type {ExprNode} from 'groq-js'
import {LakeError} from '../errors/LakeError.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {nodesOf} from './mapTree.ts'

/** @throws LakeError `badRequest` naming a parameter that a query uses and nobody gave. */
export function assertParameters(tree: ExprNode, params: JsonObject): void {
  for (const node of nodesOf(tree)) {
    if (node.type !== 'Parameter' || Object.hasOwn(params, node.name)) continue
    throw new LakeError('badRequest', `param $${node.name} referenced, but not provided`, {
      details: {type: 'queryParseError'},
    })
  }
}
