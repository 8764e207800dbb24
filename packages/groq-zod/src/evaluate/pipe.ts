import type {PipeFuncCallNode} from 'groq-js'
import type {Type} from '../types/type.ts'
import {NUMBER} from '../types/type.ts'
import {expandMembers, mapArrays} from './access.ts'
import {nest} from './scope.ts'
import type {Scope} from './scope.ts'

/** The type of `| order(…)` and `| score(…)`. */
export function pipeType(node: PipeFuncCallNode, scope: Scope): Type {
  return mapArrays(scope.run.evaluate(node.base, scope), scope, (array) => {
    // The arguments change no type; they are looked at for their fields and parameters.
    for (const argument of node.args) scope.run.evaluate(argument, nest(scope, array.of))
    if (node.name !== 'score') return array
    return {kind: 'array', of: expandMembers(array.of, scope, scored)}
  })
}

/** `score` drops what is no object and writes `_score` on the others. */
function scored(item: Type): Type {
  if (item.kind === 'unknown') return item
  if (item.kind !== 'object') return {kind: 'union', of: []}
  return {...item, fields: {...item.fields, _score: {type: NUMBER, optional: false}}}
}
