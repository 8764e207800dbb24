import {isPublicId, isPublishedId} from '../documents/documentIds.ts'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import type {ForeignView} from './ForeignDocuments.ts'
import {parseForeignTarget} from './foreignTarget.ts'

/** Where a document of another dataset is at home. */
export type Home = {projectId: string; dataset: string}

const homes = new WeakMap<object, Home>()

/** Where a document comes from, when that is not the dataset that is asked. */
export function homeOf(document: object): Home | undefined {
  return homes.get(document)
}

/**
 * The document of another dataset that a reference names, if this reader may see it there: a published one, and without
 * a token only a public one. Its own references say from then on which dataset they lead into.
 */
export function foreignDocument(
  target: string,
  foreign: ForeignView,
  reader: {projectId: string; isMember: boolean},
): LakeDocument | undefined {
  const {projectId, dataset, id} = parseForeignTarget(target) ?? {}
  if (projectId === undefined || dataset === undefined || id === undefined) return undefined
  if ((projectId !== '' && projectId !== reader.projectId) || !isPublishedId(id)) return undefined
  const aclMode = foreign.aclModeOf(dataset)
  if (aclMode === undefined || (!reader.isMember && (aclMode === 'private' || !isPublicId(id))))
    return undefined
  const stored = foreign.get(dataset, id)
  if (!stored) return undefined
  const home = {projectId: reader.projectId, dataset}
  const document: LakeDocument = {...stored, ...settled(stored, home)}
  homes.set(document, home)
  return document
}

/** The id of a document of the dataset itself, for a reference that names it as if it were another. */
export function ownId(target: string, {dataset}: ForeignView, projectId: string): string | undefined {
  const parts = parseForeignTarget(target)
  const isOwn = parts?.dataset === dataset && (parts.projectId === '' || parts.projectId === projectId)
  return isOwn ? parts.id : undefined
}

function settled(value: Record<string, unknown>, home: Home): Record<string, unknown> {
  const members = Object.entries(value).map(([name, member]) => [name, settle(member, home)])
  const result: Record<string, unknown> = Object.fromEntries(members)
  if (typeof result['_ref'] === 'string' && result['_dataset'] === undefined) {
    result['_dataset'] = home.dataset
    result['_projectId'] = home.projectId
  }
  return result
}

function settle(value: unknown, home: Home): unknown {
  if (Array.isArray(value)) return value.map((item) => settle(item, home))
  return isJsonObject(value) ? settled(value, home) : value
}
