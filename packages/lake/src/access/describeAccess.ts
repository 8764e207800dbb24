import {mayDo} from './Permission.ts'
import type {Viewer} from './Viewer.ts'

/**
 * What somebody may do, in the two forms that the Studio asks for: it shows a form for reading only to those who may not
 * write.
 */
export function describeAccess(viewer: Viewer): {acl: object[]; grants: object} {
  const canWrite = mayDo(viewer, 'mutate')
  const permissions = [
    'read',
    ...(canWrite ? ['create', 'update'] : []),
    ...(mayDo(viewer, 'history') ? ['history'] : []),
    ...(mayDo(viewer, 'act') ? ['editHistory', 'manage'] : []),
  ]
  const names = [
    'read',
    ...(canWrite ? ['create', 'update'] : []),
    ...(mayDo(viewer, 'act') ? ['manage'] : []),
  ]
  const grants = names.map((name) => ({name, params: {}}))
  return {
    acl: [{filter: '_id in path("**")', permissions}],
    grants: {
      'sanity.project': [{grants}],
      'sanity.project.datasets': [{grants}],
      'sanity.document.filter.mode': [{grants}],
    },
  }
}
