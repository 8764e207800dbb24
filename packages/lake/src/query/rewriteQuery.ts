import type {ExprNode} from 'groq-js'
import type {JsonObject} from '../json/isJsonObject.ts'
import {followForeign} from '../crossDataset/followForeign.ts'
import {someNode} from './mapTree.ts'
import {projectLast} from './projectLast.ts'
import {rewriteFunctions} from './rewriteFunctions.ts'
import {rewriteTextSearch} from './rewriteTextSearch.ts'
import {withoutEmptySearches} from './withoutEmptySearches.ts'

// By whether references into other datasets are followed.
const rewritten = {own: new WeakMap<ExprNode, ExprNode>(), foreign: new WeakMap<ExprNode, ExprNode>()}

/**
 * Rewrites what groq-js lacks or gets wrong into what it has; once for each parsed query, unless it searches for the
 * text of a parameter.
 * @param followsForeign - whether documents refer to other datasets
 * @throws LakeError `badRequest` when the search text is not a constant.
 */
export function rewriteQuery(parsed: ExprNode, params: JsonObject, followsForeign = false): ExprNode {
  const trees = followsForeign ? rewritten.foreign : rewritten.own
  const known = trees.get(parsed)
  if (known) return known
  const searched = withoutEmptySearches(rewriteTextSearch(projectLast(parsed), params))
  const tree = rewriteFunctions(followsForeign ? followForeign(searched) : searched)
  const isSearch = someNode(parsed, (node) => node.type === 'FuncCall' && node.namespace === 'text')
  if (!isSearch) trees.set(parsed, tree)
  return tree
}
