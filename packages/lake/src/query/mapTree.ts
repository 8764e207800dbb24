import type {ExprNode, SyntaxNode} from 'groq-js'
import {isJsonObject} from '../json/isJsonObject.ts'

/** Decides on one node: another node to stand in its place, or nothing to go on inside it. */
export type NodeMapper = (node: ExprNode) => ExprNode | undefined

const NOT_EXPRESSIONS = new Set([
  'ArrayElement',
  'ObjectAttributeValue',
  'ObjectConditionalSplat',
  'ObjectSplat',
  'SelectAlternative',
])

function isSyntaxNode(value: unknown): value is SyntaxNode {
  return isJsonObject(value) && typeof value['type'] === 'string'
}

function isExpression(node: SyntaxNode): node is ExprNode {
  return !NOT_EXPRESSIONS.has(node.type)
}

/** Copies a GROQ syntax tree, outermost nodes first; nodes that the mapper leaves alone are searched inside. */
export function mapTree(tree: ExprNode, mapper: NodeMapper): ExprNode {
  const mapped = mapper(tree)
  return mapped ?? mapMembers(tree, mapper)
}

/** Copies a node with everything inside it mapped, but not the node itself. */
export function mapMembers<Node extends SyntaxNode>(node: Node, mapper: NodeMapper): Node {
  if (node.type === 'Value') return node
  const copy = {...node}
  for (const [name, member] of Object.entries(node)) {
    const next = mapMember(member, mapper)
    if (next !== member) Reflect.set(copy, name, next)
  }
  return copy
}

function mapMember(member: unknown, mapper: NodeMapper): unknown {
  if (Array.isArray(member)) return member.map((item: unknown) => mapMember(item, mapper))
  if (!isSyntaxNode(member)) return member
  return isExpression(member) ? mapTree(member, mapper) : mapMembers(member, mapper)
}

/** True when any expression in the tree, itself included, is one that is looked for. */
export function someNode(tree: ExprNode, test: (node: ExprNode) => boolean): boolean {
  let found = false
  mapTree(tree, (node) => {
    if (found || test(node)) {
      found = true
      return node
    }
    return undefined
  })
  return found
}
