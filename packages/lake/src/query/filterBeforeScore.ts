import type {ExprNode} from 'groq-js'
import type {JsonObject} from '../json/isJsonObject.ts'
import {patternWords} from './compileMatch.ts'
import {conjuncts} from './conjuncts.ts'
import {constantOf} from './constantOf.ts'
import {mapTree, someNode} from './mapTree.ts'
import {parseTextQuery} from './parseTextQuery.ts'
import type {TextTerm} from './parseTextQuery.ts'

/**
 * Where only documents with a score are kept, as in the Studio's search, asks for what gives one before it is reckoned:
 * `*[a] | score(b) [_score > 0]` becomes `*[a && b] | score(b) [_score > 0]`, whose filter can be narrowed.
 */
export function filterBeforeScore(tree: ExprNode, params: JsonObject): ExprNode {
  return mapTree(tree, (node) => {
    if (node.type !== 'Filter' || !conjuncts(node.expr).some(isPositiveScore)) return undefined
    const scored = node.base
    if (scored.type !== 'PipeFuncCall' || scored.name !== 'score') return undefined
    const [first, ...others] = scored.args.map((arg) => demandOf(arg, params))
    const demand = others.reduce(either, first)
    const base = demand && filtered(scored.base, demand)
    return base && {...node, base: {...scored, base}}
  })
}

function isPositiveScore(condition: ExprNode): boolean {
  if (condition.type !== 'OpCall' || condition.op !== '>') return false
  const {left, right} = condition
  return (
    left.type === 'AccessAttribute' &&
    left.name === '_score' &&
    left.base === undefined &&
    right.type === 'Value' &&
    typeof right.value === 'number' &&
    right.value >= 0
  )
}

function filtered(documents: ExprNode, demand: ExprNode): ExprNode | undefined {
  if (documents.type === 'Everything') return {type: 'Filter', base: documents, expr: demand}
  if (documents.type !== 'Filter' || documents.base.type !== 'Everything') return undefined
  return {...documents, expr: {type: 'And', left: group(documents.expr), right: group(demand)}}
}

/** What is true wherever an expression scores; undefined where that cannot be said. */
function demandOf(node: ExprNode, params: JsonObject): ExprNode | undefined {
  // What surrounds a filter is not what surrounds a score.
  if (someNode(node, ({type}) => type === 'Parent')) return undefined
  if (node.type === 'FuncCall' && node.name === 'boost') return node.args[0] && demandOf(node.args[0], params)
  if (node.type === 'Or') return either(demandOf(node.left, params), demandOf(node.right, params))
  if (node.type === 'And') return both(demandOf(node.left, params), demandOf(node.right, params))
  return node.type === 'OpCall' && node.op === 'match' ? demandOfMatch(node.left, node.right, params) : node
}

function demandOfMatch(left: ExprNode, right: ExprNode, params: JsonObject): ExprNode | undefined {
  if (right.type === 'FuncCall' && right.namespace === 'text' && right.name === 'query') {
    const text = right.args[0] && constantOf(right.args[0], params)
    if (typeof text !== 'string') return undefined
    return parseTextQuery(text)
      .map((term) => demandOfTerm(left, term))
      .reduce<ExprNode | undefined>(both, undefined)
  }
  // The tree is kept for other parameters.
  const pattern = constantOf(right, {})
  return typeof pattern === 'string' ? anyWord(left, pattern) : undefined
}

function demandOfTerm(left: ExprNode, {text, isPhrase, isExcluded}: TextTerm): ExprNode | undefined {
  if (isExcluded) return undefined
  return isPhrase ? match(left, text) : anyWord(left, text)
}

// A score counts each word that is there, though others are not.
function anyWord(left: ExprNode, pattern: string): ExprNode {
  const none: ExprNode = {type: 'Value', value: false}
  return patternWords(pattern)
    .map((word) => match(left, word))
    .reduce((any, one) => (any === none ? one : {type: 'Or', left: any, right: one}), none)
}

function match(left: ExprNode, pattern: string): ExprNode {
  return {type: 'OpCall', op: 'match', left, right: {type: 'Value', value: pattern}}
}

/** Nothing is known of the whole where nothing is known of one. */
function either(left: ExprNode | undefined, right: ExprNode | undefined): ExprNode | undefined {
  return left && right && {type: 'Or', left: group(left), right: group(right)}
}

/** Where nothing is known of one, the other still says something. */
function both(left: ExprNode | undefined, right: ExprNode | undefined): ExprNode | undefined {
  return left && right ? {type: 'And', left: group(left), right: group(right)} : (left ?? right)
}

function group(base: ExprNode): ExprNode {
  return {type: 'Group', base}
}
