import type {ExprNode} from 'groq-js'

/** `a.b.c` for plain attribute access on the document itself, else undefined. */
export function attributePath(node: ExprNode): string | undefined {
  if (node.type === 'Group') return attributePath(node.base)
  if (node.type !== 'AccessAttribute') return undefined
  if (!node.base || node.base.type === 'This') return node.name
  const base = attributePath(node.base)
  return base === undefined ? undefined : `${base}.${node.name}`
}

/** True for `tags[]._ref`, `a.b[].c._ref`: whatever it passes, only texts under `_ref` of the document come out. */
export function endsInReference(node: ExprNode): boolean {
  switch (node.type) {
    case 'Group':
      return endsInReference(node.base)
    case 'Map':
    case 'FlatMap':
      return isOwnTraversal(node.base) && endsInReference(node.expr)
    case 'AccessAttribute':
      return node.name === '_ref' && (node.base === undefined || isOwnTraversal(node.base))
    default:
      return false
  }
}

// No dereference on the way: what comes out stands in the document itself.
function isOwnTraversal(node: ExprNode): boolean {
  switch (node.type) {
    case 'This':
      return true
    case 'Group':
    case 'ArrayCoerce':
    case 'Filter':
    case 'Slice':
    case 'AccessElement':
      return isOwnTraversal(node.base)
    case 'Map':
    case 'FlatMap':
      return isOwnTraversal(node.base) && isOwnTraversal(node.expr)
    case 'AccessAttribute':
      return node.base === undefined || isOwnTraversal(node.base)
    default:
      return false
  }
}
