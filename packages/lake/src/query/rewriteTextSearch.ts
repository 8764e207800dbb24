import type {ArrayElementNode, ExprNode} from 'groq-js'
import {LakeError} from '../errors/LakeError.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {callNode} from './callNode.ts'
import {hasPhrase} from './compileMatch.ts'
import {mapMembers, mapTree} from './mapTree.ts'
import {constantOf} from './constantOf.ts'
import {textLookupPrefix} from './createTextSearch.ts'
import {parseTextQuery} from './parseTextQuery.ts'
import type {TextTerm} from './parseTextQuery.ts'
import {coalesceNode, reservedLookup} from './reservedReference.ts'

/**
 * Rewrites full-text search, which groq-js has not, into what it has: `x match text::query("a -b")` becomes a
 * conjunction of plain matches, and `@ match …` searches all texts of the document.
 * @throws LakeError `badRequest` when the search text is not a constant.
 */
export function rewriteTextSearch(tree: ExprNode, params: JsonObject): ExprNode {
  const rewrite = (node: ExprNode): ExprNode | undefined => {
    if (node.type === 'PipeFuncCall' && node.name === 'score') {
      const base = mapTree(node.base, rewrite)
      return {...node, base, args: node.args.map((arg) => mapTree(arg, rewriteScored))}
    }
    return rewriteMatch(node, params, (pattern) => pattern)
  }
  // Each word that is there counts, not only all of them together.
  const rewriteScored = (node: ExprNode): ExprNode | undefined => rewriteMatch(node, params, () => '')
  return mapTree(tree, rewrite)
}

/** @param needed - the part of a pattern without which a document is of no interest */
function rewriteMatch(
  node: ExprNode,
  params: JsonObject,
  needed: (pattern: string) => string,
): ExprNode | undefined {
  if (node.type !== 'OpCall' || node.op !== 'match') return undefined
  const right = node.right
  if (right.type !== 'FuncCall' || right.namespace !== 'text' || right.name !== 'query') {
    // The tree is kept for other parameters.
    const pattern = constantOf(right, {})
    const left = withDocumentText(node.left, typeof pattern === 'string' ? needed(pattern) : '')
    return left === node.left ? undefined : {...mapMembers(node, () => undefined), left}
  }
  const terms = parseTextQuery(constantText(right.args[0], params))
  const matches = terms.map((term) => matchTerm(withDocumentText(node.left, needed(term.text)), term))
  return (
    matches.reduce<ExprNode | undefined>(
      (all, match) => (all ? {type: 'And', left: all, right: match} : match),
      undefined,
    ) ?? {type: 'Value', value: false}
  )
}

function constantText(node: ExprNode | undefined, params: JsonObject): string {
  const value: unknown =
    node?.type === 'Value' ? node.value : node?.type === 'Parameter' ? params[node.name] : undefined
  if (typeof value === 'string') return value
  throw new LakeError('badRequest', 'text::query() needs a text or a parameter that holds one.', {
    details: {type: 'queryParseError'},
  })
}

function matchTerm(left: ExprNode, term: TextTerm): ExprNode {
  const positive: ExprNode = term.isPhrase
    ? containsPhrase(left, term.text)
    : {type: 'OpCall', op: 'match', left, right: {type: 'Value', value: term.text}}
  return term.isExcluded ? {type: 'Not', base: positive} : positive
}

// An index of words knows which documents have them all; which of those have them next to each other is seen in each.
function containsPhrase(left: ExprNode, phrase: string): ExprNode {
  const words: ExprNode = {type: 'OpCall', op: 'match', left, right: {type: 'Value', value: phrase}}
  const isPhrase = callNode('text::phrase', ([value]) => hasPhrase(value, phrase), [left])
  const isTrue: ExprNode = {type: 'OpCall', op: '==', left: isPhrase, right: {type: 'Value', value: true}}
  return {type: 'Group', base: {type: 'And', left: words, right: isTrue}}
}

// `@` is the document, in which groq-js finds no text; the lake answers with all the texts it holds.
function withDocumentText(left: ExprNode, pattern: string): ExprNode {
  if (left.type === 'This') return coalesceNode(documentText(pattern), left)
  if (left.type === 'Group') return {...left, base: withDocumentText(left.base, pattern)}
  if (left.type !== 'Array' || !left.elements.some(isThis)) return left
  const elements = left.elements.map((element) => (isThis(element) ? splat(element, pattern) : element))
  return {...left, elements}
}

function isThis(element: ArrayElementNode): boolean {
  return !element.isSplat && element.value.type === 'This'
}

function splat(element: ArrayElementNode, pattern: string): ArrayElementNode {
  const alone: ExprNode = {type: 'Array', elements: [element]}
  return {type: 'ArrayElement', isSplat: true, value: coalesceNode(documentText(pattern), alone)}
}

function documentText(pattern: string): ExprNode {
  return reservedLookup('text', {type: 'AccessAttribute', name: '_id'}, textLookupPrefix(pattern))
}
