import {GroqSyntaxError, parse} from 'groq-js'
import type {ExprNode} from 'groq-js'
import {LakeError} from '../errors/LakeError.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {GEO_CONSTRUCTOR} from './rewriteFunctions.ts'
import {assertDepth} from './assertDepth.ts'
import {someNode} from './mapTree.ts'
import {DEFAULT_LIMITS} from '../LakeLimits.ts'

// A tree takes up to a hundred times the memory of its text, and anybody may send texts: what is kept is bounded by them.
const MAX_CACHED_CHARACTERS = 2_000_000
const MAX_CACHED_KEY = 50_000

type Parsed = {tree: ExprNode} | 'needs parameters'

/** Parsed queries, the least recently used dropped first. Constants are fixed by parsing, so they are in the key. */
const cache = new Map<string, Parsed>()
let cachedCharacters = 0

/**
 * Parses GROQ, once for each text.
 * @param maxDepth - how deep expressions may stand inside each other
 * @throws LakeError `badRequest` with the place of the error, as Sanity's clients expect it for a code frame; or when
 *   the query is too deep.
 */
export function parseQuery(
  query: string,
  params: JsonObject,
  maxDepth = DEFAULT_LIMITS.maxQueryDepth,
): ExprNode {
  const plain = cached(query, () => parsePlain(query, maxDepth))
  if (plain !== 'needs parameters') return asDeepAs(plain.tree, maxDepth)
  // Slice bounds and element indexes given as parameters become part of the tree.
  const withParams = cached(`${query}\u0000${JSON.stringify(params)}`, () => ({
    tree: parseText(query, params),
  }))
  return asDeepAs(withParams === 'needs parameters' ? parseText(query, params) : withParams.tree, maxDepth)
}

function asDeepAs(tree: ExprNode, maxDepth: number): ExprNode {
  assertDepth(tree, maxDepth)
  return tree
}

function cached(key: string, make: () => Parsed): Parsed {
  const known = cache.get(key)
  const parsed = known ?? make()
  if (key.length > MAX_CACHED_KEY) return parsed
  if (known) cache.delete(key)
  else cachedCharacters += key.length
  cache.set(key, parsed)
  for (const oldest of cache.keys()) {
    if (cachedCharacters <= MAX_CACHED_CHARACTERS) break
    cache.delete(oldest)
    cachedCharacters -= oldest.length
  }
  return parsed
}

function parsePlain(query: string, maxDepth: number): Parsed {
  let tree: ExprNode
  try {
    tree = parseText(query, undefined)
  } catch (error) {
    if (query.includes('$')) return 'needs parameters'
    throw error
  }
  assertDepth(tree, maxDepth)
  return someNode(tree, isConstantFilter) ? 'needs parameters' : {tree}
}

// `[$i]` reads as a filter as long as nobody knows that $i is a number or a name.
function isConstantFilter(node: ExprNode): boolean {
  return node.type === 'Filter' && isConstant(node.expr)
}

function isConstant(node: ExprNode): boolean {
  switch (node.type) {
    case 'Parameter':
    case 'Value':
      return true
    case 'Group':
    case 'Pos':
    case 'Neg':
      return isConstant(node.base)
    case 'OpCall':
      return isConstant(node.left) && isConstant(node.right)
    default:
      return false
  }
}

// groq-js does not see that `releases::all()` is an array, so that `releases::all()._id` would be null; and it has no
// `geo()`.
const TEXT_OR_RENAMED =
  /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\/\/[^\n]*|releases::all\(\s*\)|(?<![\w$.:@])geo(?=\s*\()/g
const RENAMED = /releases::all|\bgeo\b/
const RELEASES = '*[_type == "system.release"]'

function rename(part: string): string {
  if (part.startsWith('releases')) return RELEASES
  return part === 'geo' ? GEO_CONSTRUCTOR : part
}

function parseText(query: string, params: JsonObject | undefined): ExprNode {
  const text = RENAMED.test(query) ? query.replace(TEXT_OR_RENAMED, rename) : query
  try {
    // groq-js wants a comment to end with its line, be it the last.
    return params ? parse(`${text}\n`, {params}) : parse(`${text}\n`)
  } catch (cause) {
    throw new LakeError('badRequest', describe(cause), {
      details: {
        type: 'queryParseError',
        query,
        ...(cause instanceof GroqSyntaxError ? {start: cause.position, end: cause.position + 1} : {}),
      },
      cause,
    })
  }
}

function describe(cause: unknown): string {
  if (cause instanceof GroqSyntaxError) return `unable to parse GROQ: ${cause.message}`
  return `unable to parse GROQ: ${cause instanceof Error ? cause.message : String(cause)}`
}
