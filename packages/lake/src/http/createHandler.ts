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
import {refuseEarly} from './refuseEarly.ts'

// Everything stands beneath an API version (v2025-02-19, v1 or vX), except the files of assets.
const KNOWN_PATH = /^\/(v(\d{4}-\d{2}-\d{2}|\d|[xX])|images|files)\//

// Whoever runs the lake hears of these too: the client that asked can do nothing about them.
const DISK_CODES: ReadonlySet<LakeErrorCode> = new Set(['diskFull', 'diskFailed', 'damaged'])

/** Answers one request; never throws. `client` is the address that it came from, empty in process. */
export type Handler = (request: Request, client?: string) => Promise<Response>

// No answer is taken for another type than it says, or into a page of another site.
const PROTECTION = {'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-site'}

/**
 * Puts the routes behind what every request passes: the host check, CORS, who asks, and errors as JSON.
 * @param report - hears of failures that are the lake's own fault
 */
export function createHandler(
  lake: LakeCore,
  addOtherRoutes: (app: LakeApp) => void,
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
  return async (request, client = '') => {
    const url = new URL(request.url)
    const ticket = url.searchParams.get('__t')
    const hasTicket = ticket !== null && lake.tickets.isValid(ticket)
    const headers = {...PROTECTION, ...corsHeaders(request, lake.policy, hasTicket)}
    const refusal = refuseEarly(request, {policy: lake.policy, limits: lake.limits, hasTicket})
    const answer = async (): Promise<Response> => {
      if (refusal) return errorResponse(refusal)
      if (request.method === 'OPTIONS' && request.headers.has('access-control-request-method'))
        return new Response(null, {status: 204})
      return KNOWN_PATH.test(url.pathname)
        ? app.fetch(request, {client})
        : unknownPath(request.method, url.pathname)
    }
    const response = await answer()
    for (const [name, value] of Object.entries(headers))
      // Pictures say for themselves that any page may show them.
      if (name !== 'cross-origin-resource-policy' || !response.headers.has(name))
        response.headers.set(name, value)
    return response
  }
}

function unknownPath(method: string, path: string): Response {
  return errorResponse(new LakeError('notFound', `${method} ${path} is not something this lake has.`))
}
