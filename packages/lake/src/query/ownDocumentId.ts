import {LakeError} from '../errors/LakeError.ts'

const GLOBAL_REFERENCE = /^([a-z-]+):([^:]+):(.+)$/

/**
 * The id in a global document reference, `dataset:<project>.<dataset>:<id>`; nothing where the text is none.
 * @throws LakeError `unsupported` for a document of another dataset or of a media library: those are not here, and
 *   null would say that there is none.
 */
export function ownDocumentId(
  reference: string,
  {projectId, dataset}: {projectId: string; dataset: string},
): string | undefined {
  const [, resource, place, id] = GLOBAL_REFERENCE.exec(reference) ?? []
  if (resource === undefined) return undefined
  if (resource === 'dataset' && place === `${projectId}.${dataset}`) return id
  throw new LakeError(
    'unsupported',
    `The function documents::get() reads only this dataset (dataset:${projectId}.${dataset}:<id>), not "${reference}".`,
    {details: {type: 'queryEvaluationError'}},
  )
}
