import {LakeError} from '../errors/LakeError.ts'
import {nameUnsupported} from './unsupportedServices.ts'

// Everything stands beneath an API version, except the files of assets.
const VERSIONED = /^\/(v[^/]*)\//
const ASSETS = /^\/(images|files)\//
const DATED = /^v(\d{4}-\d{2}-\d{2})$/
const PROJECT = /^\/v[^/]+\/(?:hooks\/)?projects\/([^/]+)/

// `resource: {type: 'dataset', id: 'project.dataset'}` of @sanity/client: the operation stands behind the dataset.
const RESOURCE =
  /^(\/v[^/]+)\/projects\/[^/]+\/datasets\/([^/]+)\/(query|doc|mutate|actions|listen|live|history|export)(\/.*)?$/

/**
 * Where a request's address leads inside the lake: the path as the routes know it.
 * @throws LakeError `notFound` naming what is not here: an API version, a path, another project, or a service of
 * Sanity's that this lake has not.
 */
export function resolveAddress(method: string, path: string, projectId: string): string {
  const [, version] = VERSIONED.exec(path) ?? []
  if (version === undefined) {
    if (ASSETS.test(path)) return path
    throw unknownPath(method, path)
  }
  if (!isApiVersion(version)) {
    throw new LakeError(
      'notFound',
      `${method} ${path}: there is no API version "${version}". Use v1, vX or a date, such as v2025-02-19.`,
    )
  }
  const [, project] = PROJECT.exec(path) ?? []
  if (project !== undefined && project !== projectId) {
    throw new LakeError('notFound', `There is no project "${project}" here, only "${projectId}".`)
  }
  const [, prefix, dataset, operation, rest = ''] = RESOURCE.exec(path) ?? []
  return operation === undefined ? path : `${prefix}/data/${operation}/${dataset}${rest}`
}

/** The error for a path that no route answers. */
export function unknownPath(method: string, path: string): LakeError {
  const service = nameUnsupported(path)
  return new LakeError(
    'notFound',
    service === undefined
      ? `${method} ${path} is not something this lake has.`
      : `${method} ${path}: this lake has no ${service}; Sanity's hosted service has.`,
  )
}

function isApiVersion(version: string): boolean {
  if (version === 'v1' || version === 'vX' || version === 'vx') return true
  const [, date] = DATED.exec(version) ?? []
  return date !== undefined && !Number.isNaN(Date.parse(date))
}
