import type {SyntaxNode} from 'groq-js'
import {isJsonObject} from '../json/isJsonObject.ts'
import {limitError} from '../LakeLimits.ts'

const depths = new WeakMap<SyntaxNode, number>()

/**
 * Refuses a query that is nested too deep to be evaluated.
 * @throws LakeError `badRequest` naming the limit and its option.
 */
export function assertDepth(tree: SyntaxNode, maxDepth: number): void {
  let depth = depths.get(tree)
  if (depth === undefined) depths.set(tree, (depth = depthOf(tree)))
  if (depth <= maxDepth) return
  throw limitError({maxQueryDepth: maxDepth}, 'maxQueryDepth', {
    what: `The query is ${depth} expressions deep; split it, or use "in" for long chains of "||"`,
    code: 'badRequest',
    type: 'queryParseError',
  })
}

// With a list of its own instead of calls within calls: it must not fall where it is to warn.
function depthOf(tree: SyntaxNode): number {
  let deepest = 0
  const open: {value: unknown; depth: number}[] = [{value: tree, depth: 0}]
  for (let next = open.pop(); next; next = open.pop()) {
    const {value} = next
    const isNode = isJsonObject(value) && typeof value['type'] === 'string'
    const depth = next.depth + Number(isNode)
    deepest = Math.max(deepest, depth)
    if (isNode && value['type'] === 'Value') continue
    if (Array.isArray(value)) for (const item of value) open.push({value: item, depth})
    else if (isJsonObject(value)) for (const member of Object.values(value)) open.push({value: member, depth})
  }
  return deepest
}
