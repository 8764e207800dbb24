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
import {resolveAddress, unknownPath} from './resolveAddress.ts'

// Whoever runs the lake hears of these too: the client that asked can do nothing about them.
const DISK_CODES: ReadonlySet<LakeErrorCode> = new Set(['diskFull', 'diskFailed', 'damaged'])

/** Answers one request; never throws. `client` is the address that it came from, empty in process. */
export type Handler = (request: Request, client?: string) => Promise<Response>

/** What every answer says: it is taken for no other type, and into no page of another site. */
export const PROTECTION = {'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-site'}

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
  app.notFound((c) => errorResponse(unknownPath(c.req.method, c.req.path)))
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
      return answerAt(app, request, {url, projectId: lake.projectId, client})
    }
    const response = await answer()
    for (const [name, value] of Object.entries(headers))
      // Pictures say for themselves that any page may show them.
      if (name !== 'cross-origin-resource-policy' || !response.headers.has(name))
        response.headers.set(name, value)
    return response
  }
}

async function answerAt(
  app: LakeApp,
  request: Request,
  {url, projectId, client}: {url: URL; projectId: string; client: string},
): Promise<Response> {
  let path: string
  try {
    path = resolveAddress(request.method, url.pathname, projectId)
  } catch (error) {
    return errorResponse(error)
  }
  if (path === url.pathname) return app.fetch(request, {client})
  url.pathname = path
  return app.fetch(new Request(url, request), {client})
}
