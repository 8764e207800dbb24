import {assertRoutesDeclared, guardRoute} from '../access/guardRoutes.ts'
import {LakeError} from '../errors/LakeError.ts'
import type {LakeErrorCode} from '../errors/LakeError.ts'
import {errorResponse} from '../errors/errorResponse.ts'
import type {LakeCore} from '../LakeCore.ts'
import {explainDatabaseError} from '../store/explainDatabaseError.ts'
import {addRoutes} from './addRoutes.ts'
import {corsHeaders} from './corsHeaders.ts'
import {createLakeApp} from './LakeApp.ts'
import type {LakeApp} from './LakeApp.ts'
import {isHostAllowed} from './originPolicy.ts'
import type {OriginPolicy} from './originPolicy.ts'

// Everything stands beneath an API version (v2025-02-19, v1 or vX), except the files of assets.
const KNOWN_PATH = /^\/(v(\d{4}-\d{2}-\d{2}|\d|[xX])|images|files)\//

// Whoever runs the lake hears of these too: the client that asked can do nothing about them.
const DISK_CODES: ReadonlySet<LakeErrorCode> = new Set(['diskFull', 'diskFailed', 'damaged'])

/** Answers one request; never throws. */
export type Handler = (request: Request) => Promise<Response>

/**
 * Puts the routes behind what every request passes: the host check, CORS, who asks, and errors as JSON.
 * @param report - hears of failures that are the lake's own fault
 */
export function createHandler(
  lake: LakeCore,
  addOtherRoutes: (app: LakeApp) => void,
  policy: OriginPolicy,
  report: (error: unknown) => void,
): Handler {
  const app = createLakeApp()
  app.use('/:version/*', async (c, next) => {
    c.set('apiVersion', c.req.param('version').slice(1))
    c.set('viewer', lake.identify(c.req.raw))
    guardRoute(c)
    await next()
  })
  addRoutes(app, lake)
  addOtherRoutes(app)
  assertRoutesDeclared(app)
  app.notFound((c) => unknownPath(c.req.method, c.req.path))
  app.onError((thrown) => {
    const error = explainDatabaseError(thrown)
    if (!(error instanceof LakeError) || DISK_CODES.has(error.code)) report(error)
    return errorResponse(error)
  })
  return async (request) => {
    const url = new URL(request.url)
    if (!isHostAllowed(url.hostname, policy)) {
      return errorResponse(
        new LakeError(
          'forbidden',
          `The host name "${url.hostname}" is not served here: allow it with --allow-host.`,
        ),
      )
    }
    const ticket = url.searchParams.get('__t')
    const headers = corsHeaders(request, policy, ticket !== null && lake.tickets.isValid(ticket))
    if (request.method === 'OPTIONS' && request.headers.has('access-control-request-method')) {
      return new Response(null, {status: 204, headers})
    }
    const response = KNOWN_PATH.test(url.pathname)
      ? await app.fetch(request)
      : unknownPath(request.method, url.pathname)
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
    return response
  }
}

function unknownPath(method: string, path: string): Response {
  return errorResponse(new LakeError('notFound', `${method} ${path} is not something this lake has.`))
}
