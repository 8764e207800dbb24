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

/**
 * Maps a GROQ syntax tree, outermost nodes first; nodes that the mapper leaves alone are searched inside. What does not
 * change is shared with the tree that was given.
 */
export function mapTree(tree: ExprNode, mapper: NodeMapper): ExprNode {
  return mapper(tree) ?? mapMembers(tree, mapper)
}

/** A node with everything inside it mapped, but not the node itself. */
export function mapMembers<Node extends SyntaxNode>(node: Node, mapper: NodeMapper): Node {
  if (node.type === 'Value') return node
  let copy: Node | undefined
  for (const name in node) {
    const member: unknown = node[name]
    if (typeof member !== 'object' || member === null) continue
    const next = mapMember(member, mapper)
    if (next !== member) Reflect.set((copy ??= {...node}), name, next)
  }
  return copy ?? node
}

function mapMember(member: object, mapper: NodeMapper): unknown {
  if (Array.isArray(member)) return mapList(member, mapper)
  if (!isSyntaxNode(member)) return member
  return isExpression(member) ? mapTree(member, mapper) : mapMembers(member, mapper)
}

function mapList(list: readonly unknown[], mapper: NodeMapper): readonly unknown[] {
  const mapped = list.map((item) =>
    typeof item === 'object' && item !== null ? mapMember(item, mapper) : item,
  )
  return mapped.some((item, index) => item !== list[index]) ? mapped : list
}

const listed = new WeakMap<ExprNode, readonly ExprNode[]>()

/** All expressions in a tree that is asked about again, outermost first: listed once for each tree. */
export function nodesOf(tree: ExprNode): readonly ExprNode[] {
  let nodes = listed.get(tree)
  if (nodes) return nodes
  const found: ExprNode[] = []
  someNode(tree, (node) => {
    found.push(node)
    return false
  })
  listed.set(tree, (nodes = found))
  return nodes
}

/** True when any expression in the tree, itself included, is one that is looked for. */
export function someNode(tree: ExprNode, test: (node: ExprNode) => boolean): boolean {
  return hasNode(tree, test)
}

function hasNode(value: unknown, test: (node: ExprNode) => boolean): boolean {
  if (Array.isArray(value)) return value.some((item) => hasNode(item, test))
  if (!isSyntaxNode(value)) return false
  if (isExpression(value) && test(value)) return true
  if (value.type === 'Value') return false
  for (const name in value) {
    const member: unknown = Reflect.get(value, name)
    if (typeof member === 'object' && member !== null && hasNode(member, test)) return true
  }
  return false
}
