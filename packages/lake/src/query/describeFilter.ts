import {unparse} from 'groq-js'
import type {ExprNode} from 'groq-js'
import {argumentsOf, calledName} from './callNode.ts'
import {mapTree} from './mapTree.ts'

/** A filter as GROQ text, for people. */
export function describeFilter(filter: ExprNode): string {
  const readable = (node: ExprNode): ExprNode | undefined => {
    const [namespace, name] = calledName(node)?.split('::') ?? []
    if (namespace === undefined || name === undefined) return undefined
    return {type: 'FuncCall', namespace, name, args: argumentsOf(node).map((arg) => mapTree(arg, readable))}
  }
  return unparse(mapTree(filter, readable)).replaceAll('global::', '')
}
