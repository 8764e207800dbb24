import {evaluateSync} from 'groq-js'
import type {ExprNode} from 'groq-js'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {addCheckpoints} from '../query/addCheckpoints.ts'
import {timeoutError} from '../query/evaluatePlan.ts'
import {someNode} from '../query/mapTree.ts'

/** Decides about a document by what stands in it. */
export type LocalTest = (document: LakeDocument, now: Date, timeoutMs: number) => boolean

/**
 * A filter as a test of one document; undefined for a filter that reads other documents too. A thousand listeners are
 * asked about each change: nothing is planned or copied for each of them.
 */
export function createLocalTest(
  filter: ExprNode,
  params: JsonObject,
  {identity, projectId, dataset}: {identity: string; projectId: string; dataset: string},
): LocalTest | undefined {
  if (someNode(filter, ({type}) => type === 'Everything' || type === 'Deref')) return undefined
  let end = 0
  let limitMs = 0
  const tree = addCheckpoints(filter, () => {
    if (performance.now() > end) throw timeoutError(limitMs)
  })
  const options = {dataset: [], params, identity, sanity: {projectId, dataset}}
  return (root, timestamp, timeoutMs) => {
    limitMs = timeoutMs
    end = performance.now() + timeoutMs
    return evaluateSync(tree, {...options, root, timestamp}).data === true
  }
}
