import {matchedRoutes} from 'hono/route'
import type {LakeApp, LakeRequest} from '../http/LakeApp.ts'
import {assertMayDo} from './Permission.ts'
import {ROUTE_PERMISSIONS} from './routePermissions.ts'

// Hono's name for handlers of every method; here these are what runs before the routes.
const MIDDLEWARE = 'ALL'

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
 * @throws LakeError `unauthorized` or `forbidden`.
 */
export function guardRoute(c: LakeRequest): void {
  const route = matchedRoutes(c).find(({method}) => method !== MIDDLEWARE)
  if (!route) return
  const permission = ROUTE_PERMISSIONS[`${route.method} ${route.path}`]
  if (!permission) throw new TypeError(`${route.method} ${route.path} has no permission.`)
  assertMayDo(c.get('viewer'), permission)
}
