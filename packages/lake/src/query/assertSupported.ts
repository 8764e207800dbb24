import type {ExprNode} from 'groq-js'
import {LakeError} from '../errors/LakeError.ts'
import {someNode} from './mapTree.ts'

const UNSUPPORTED: Record<string, readonly string[]> = {
  text: ['semanticSimilarity'],
  documents: ['incomingGlobalDocumentReferenceCount'],
  user: ['attributes'],
  media: ['aspect'],
}

/**
 * Refuses what this lake would get wrong.
 * @throws LakeError `unsupported` naming the function.
 */
export function assertSupported(tree: ExprNode): void {
  someNode(tree, (node) => {
    if (node.type !== 'FuncCall' || !UNSUPPORTED[node.namespace]?.includes(node.name)) return false
    throw new LakeError(
      'unsupported',
      `The function ${node.namespace}::${node.name}() is not supported by this lake.`,
      {
        details: {type: 'queryParseError'},
      },
    )
  })
}

/** Functions that groq-js evaluates only asynchronously. */
export function needsAsync(tree: ExprNode): boolean {
  return someNode(
    tree,
    (node) =>
      node.type === 'FuncCall' &&
      (node.namespace === 'diff' || node.namespace === 'delta') &&
      node.name !== 'operation',
  )
}
