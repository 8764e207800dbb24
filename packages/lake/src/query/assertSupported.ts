import type {ExprNode} from 'groq-js'
import {LakeError} from '../errors/LakeError.ts'
import {nodesOf} from './mapTree.ts'

const UNSUPPORTED: Record<string, readonly string[]> = {
  text: ['semanticSimilarity'],
  documents: ['incomingGlobalDocumentReferenceCount'],
  user: ['attributes'],
  media: ['aspect'],
  // groq-js has no answer to it but where a change is looked at, and says nothing.
  delta: ['operation'],
}

/**
 * Refuses what this lake would get wrong.
 * @param isAboutChange - whether there is a document before and after, which `delta::` asks about
 * @throws LakeError `unsupported` naming the function.
 */
export function assertSupported(tree: ExprNode, isAboutChange = false): void {
  for (const node of nodesOf(tree)) {
    if (node.type !== 'FuncCall' || !UNSUPPORTED[node.namespace]?.includes(node.name)) continue
    if (isAboutChange && node.namespace === 'delta') continue
    throw new LakeError(
      'unsupported',
      `The function ${node.namespace}::${node.name}() is not supported by this lake.`,
      {
        details: {type: 'queryParseError'},
      },
    )
  }
}

/** Whether a query has functions that groq-js evaluates only asynchronously. */
export function needsAsync(tree: ExprNode): boolean {
  return nodesOf(tree).some(
    (node) =>
      node.type === 'FuncCall' &&
      (node.namespace === 'diff' || node.namespace === 'delta') &&
      node.name !== 'operation',
  )
}
