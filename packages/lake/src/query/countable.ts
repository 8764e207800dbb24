import type {ExprNode} from 'groq-js'

/** `count(*)`. */
export function isCountOfAll(node: ExprNode): boolean {
  if (node.type !== 'FuncCall' || node.namespace !== 'global' || node.name !== 'count') return false
  return node.args.length === 1 && node.args[0]?.type === 'Everything'
}

/** The filter of `count(*[filter])`. */
export function countable(node: ExprNode): ExprNode | undefined {
  if (node.type !== 'FuncCall' || node.namespace !== 'global' || node.name !== 'count') return undefined
  const [counted] = node.args
  return counted?.type === 'Filter' && counted.base.type === 'Everything' ? counted.expr : undefined
}
