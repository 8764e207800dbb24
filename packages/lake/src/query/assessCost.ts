import type {ExprNode} from 'groq-js'
import {LakeError} from '../errors/LakeError.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {constantOf} from './constantOf.ts'
import {nodesOf} from './mapTree.ts'
import type {QueryPlan} from './QueryPlan.ts'

// Reading and testing a document takes some ten microseconds.
const MAX_DOCUMENTS = 2_000

/** Walking over so many entries of indexes takes some milliseconds: no more may be while others wait. */
export const MAX_WALKED = 20_000

// groq-js parses in time that grows with the square of the length, and functions that a query declares can double its
// tree with each one.
const QUICK_CHARACTERS = 5_000
const DECLARES_FUNCTION = /\bfn\s+\w/

// Each wildcard within a word multiplies the time of a match by the length of the text.
const MAX_WILDCARDS = 2

// `[...@, ...@]` and `@ + @` double what they are given.
const MAX_GROWN = 200_000

/** True when the text of a query is parsed at once. */
export function isQuickToParse(query: string): boolean {
  return query.length <= QUICK_CHARACTERS && !DECLARES_FUNCTION.test(query)
}

/**
 * Queries that are listened to or mutated by are parsed on the thread that serves.
 * @throws LakeError `badRequest` for one that is not parsed at once.
 */
export function assertQuickToParse(query: string, use: string): void {
  if (isQuickToParse(query)) return
  throw new LakeError(
    'badRequest',
    `The query of a ${use} may have ${QUICK_CHARACTERS} characters and declare no functions, this one has ${query.length}: give long lists as parameters.`,
    {details: {type: 'queryParseError'}},
  )
}

/**
 * True when evaluating a plan is known to be short, apart from its loops, which are stopped on their way
 * (`addCheckpoints`): few documents to read, and no single step whose time or result is beyond all bounds.
 */
export function isCheap(tree: ExprNode, plan: QueryPlan, params: JsonObject): boolean {
  const documents = plan.steps.reduce((sum, {candidates}) => sum + (candidates ?? 0), 0)
  if (plan.walked > MAX_WALKED) return false
  return documents <= MAX_DOCUMENTS && !hasWildPattern(tree, params) && !growsBeyondBounds(tree)
}

function hasWildPattern(tree: ExprNode, params: JsonObject): boolean {
  return nodesOf(tree).some((node) => {
    if (node.type === 'OpCall' && node.op === 'match') return !isTame(constantOf(node.right, params))
    const isPath = node.type === 'FuncCall' && node.namespace === 'global' && node.name === 'path'
    return isPath && !node.args.every((arg) => isTame(constantOf(arg, params)))
  })
}

// A pattern that comes from a document can be anything; what is no text at all matches nothing.
function isTame(pattern: unknown): boolean {
  if (pattern === undefined) return false
  const texts: unknown[] = Array.isArray(pattern) ? pattern : [pattern]
  return texts.every(
    (text) =>
      typeof text !== 'string' ||
      text.split(/\s+/).every((word) => word.split('*').length <= MAX_WILDCARDS * 2 + 1),
  )
}

function growsBeyondBounds(tree: ExprNode): boolean {
  const nodes = nodesOf(tree)
  let doublings = 0
  for (const node of nodes) {
    if (node.type === 'OpCall' && node.op === '+') doublings += 1
    if (node.type === 'Array') doublings += node.elements.filter((element) => element.isSplat).length
  }
  return nodes.length * 2 ** doublings > MAX_GROWN
}
