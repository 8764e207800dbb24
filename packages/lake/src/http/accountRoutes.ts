import {LakeError} from '../errors/LakeError.ts'
import type {LakeApp} from './LakeApp.ts'
import type {LakeCore} from '../LakeCore.ts'

const LOOPBACK_ORIGINS = ['http://localhost:*', 'http://127.0.0.1:*']

/**
 * What `sanity cors`, `tokens` and `users` ask of the account service: they can look; changing is for the `lake` command,
 * which only who holds the data folder can run.
 */
export function addAccountRoutes(app: LakeApp, {projectId, tokens, policy}: LakeCore): void {
  app.get('/:version/projects/:project/cors', () => {
    const origins = [...(policy.allowLoopback ? LOOPBACK_ORIGINS : []), ...policy.allowedOrigins]
    return Response.json(
      origins.map((origin, index) => ({id: index + 1, origin, allowCredentials: true, projectId})),
    )
  })
  app.post('/:version/projects/:project/cors', refuseOrigin)
  app.delete('/:version/projects/:project/cors/:id', refuseOrigin)
  app.get('/:version/access/project/:project/robots', () => {
    const data = tokens.list().map(({id, label, role, createdAt}) => ({
      id,
      label,
      createdAt,
      memberships: [{resourceType: 'project', resourceId: projectId, roleNames: [role]}],
    }))
    return Response.json({data, nextCursor: null, totalCount: data.length})
  })
  app.post('/:version/access/project/:project/robots', refuseToken)
  app.delete('/:version/access/project/:project/robots/:id', refuseToken)
  // What a dataset is called besides; nothing here has a second name.
  app.get('/:version/aliases', () => Response.json([]))
  app.get('/:version/invitations/project/:project', () => Response.json([]))
}

function refuseOrigin(): never {
  throw new LakeError(
    'unsupported',
    'Origins are allowed where the lake is started: lake start --allow-origin <url>, or LAKE_ALLOW_ORIGIN.',
  )
}

function refuseToken(): never {
  throw new LakeError(
    'unsupported',
    'Tokens are made and revoked beside the data: lake token create --role <role>, lake token revoke <id>.',
  )
}
