import {LakeError} from '../errors/LakeError.ts'
import type {Mutation} from '../transactions/Mutation.ts'
import type {Viewer} from './Viewer.ts'

// What an import does after its documents are in: it points them at uploaded assets and strengthens their references.
const OPERATIONS = new Set(['set', 'setIfMissing', 'unset'])

function targetOf(mutation: Mutation): unknown {
  if (mutation.kind === 'delete' || mutation.kind === 'patch') {
    return 'id' in mutation.selection ? mutation.selection.id : undefined
  }
  return mutation.document['_id']
}

function isOfImport(mutation: Mutation): boolean {
  const id = targetOf(mutation)
  // Releases and whatever else the lake keeps for itself are no content.
  if (typeof id === 'string' && id.startsWith('_.')) return false
  if (mutation.kind === 'delete') return false
  if (mutation.kind !== 'patch') return true
  return typeof id === 'string' && Object.keys(mutation.patch).every((name) => OPERATIONS.has(name))
}

/**
 * Confines the role `deploy` to what an import does: whole documents, and set, setIfMissing and unset by id.
 * @throws LakeError `forbidden` naming the mutation.
 */
export function assertIsImport(viewer: Viewer, mutations: readonly Mutation[]): void {
  if (viewer.kind !== 'member' || viewer.role !== 'deploy') return
  const index = mutations.findIndex((mutation) => !isOfImport(mutation))
  if (index < 0) return
  throw new LakeError(
    'forbidden',
    `Mutation ${index}: the role deploy may create and replace documents, and set or unset members by id; it may not delete, patch by query or write documents of the lake itself.`,
    {details: {type: 'mutationError', items: []}},
  )
}
