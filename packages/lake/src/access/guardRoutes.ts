import {matchedRoutes} from 'hono/route'
import {LakeError} from '../errors/LakeError.ts'
import type {LakeApp, LakeRequest} from '../http/LakeApp.ts'
import {assertMayDo} from './Permission.ts'
import type {Permission} from './Permission.ts'
import {ROUTE_PERMISSIONS} from './routePermissions.ts'

// Hono's name for handlers of every method; here these are what runs before the routes.
const MIDDLEWARE = 'ALL'

// Who signs in or looks around may still hold a token from before.
const OPEN_TO_LOST_TOKENS: ReadonlySet<Permission> = new Set(['facts', 'signIn'])

/**
 * Checks that every route of an application says who may call it.
 * @throws TypeError naming those that do not.
 */
export function assertRoutesDeclared({routes}: Pick<LakeApp, 'routes'>): void {
  const missing = routes
    .filter(({method}) => method !== MIDDLEWARE)
    .map(({method, path}) => `${method} ${path}`)
    .filter((route) => !Object.hasOwn(ROUTE_PERMISSIONS, route))
  if (missing.length === 0) return
  throw new TypeError(`Say in access/routePermissions.ts who may call ${missing.join(', ')}.`)
}

/**
 * Lets a request on only if whoever sent it may call the route that will answer it.
 * @throws LakeError `unauthorized`, also for a token that stands for nobody: its sender would take what is public for
 *   all that there is; or `forbidden`.
 */
export function guardRoute(c: LakeRequest): void {
  const route = matchedRoutes(c).find(({method}) => method !== MIDDLEWARE)
  if (!route) return
  const permission = ROUTE_PERMISSIONS[`${route.method} ${route.path}`]
  if (!permission) throw new TypeError(`${route.method} ${route.path} has no permission.`)
  const viewer = c.get('viewer')
  const hasToken = /^Bearer ./.test(c.req.header('authorization') ?? '')
  if (viewer.kind === 'anonymous' && hasToken && !OPEN_TO_LOST_TOKENS.has(permission)) {
    throw new LakeError(
      'unauthorized',
      'The token stands for nobody here: it was revoked, has run out, or is of another lake. Make a new one with "lake token create".',
    )
  }
  assertMayDo(viewer, permission)
}
