import {unparse} from 'groq-js'
import type {ArrayElementNode, ExprNode} from 'groq-js'
import {argumentsOf, calledName} from './callNode.ts'
import {mapMembers, mapTree} from './mapTree.ts'
import {isLookup} from './reservedReference.ts'

/** A filter as GROQ text, for people. */
export function describeFilter(filter: ExprNode): string {
  const readable = (node: ExprNode): ExprNode | undefined => {
    const searched = withoutLookup(node)
    if (searched) return mapTree(searched, readable)
    if (node.type === 'Array')
      return {...node, elements: node.elements.map((element) => mapMembers(asWritten(element), readable))}
    const [namespace, name] = calledName(node)?.split('::') ?? []
    if (namespace === undefined || name === undefined) return undefined
    return {type: 'FuncCall', namespace, name, args: argumentsOf(node).map((arg) => mapTree(arg, readable))}
  }
  return unparse(mapTree(filter, readable)).replaceAll('global::', '')
}

/** What a search looks through, without the look-up of its texts. */
function withoutLookup(node: ExprNode): ExprNode | undefined {
  if (node.type !== 'FuncCall' || node.name !== 'coalesce') return undefined
  const [first, second] = node.args
  return first && isLookup(first, 'text') ? second : undefined
}

// `@` in a list is spread into its texts.
function asWritten(element: ArrayElementNode): ArrayElementNode {
  const alone = element.isSplat ? withoutLookup(element.value) : undefined
  const [only] = alone?.type === 'Array' ? alone.elements : []
  return only ?? element
}
