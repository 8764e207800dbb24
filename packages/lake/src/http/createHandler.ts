import {assertRoutesDeclared, guardRoute} from '../access/guardRoutes.ts'
import {LakeError} from '../errors/LakeError.ts'
import type {LakeErrorCode} from '../errors/LakeError.ts'
import {errorResponse} from '../errors/errorResponse.ts'
import type {LakeCore} from '../LakeCore.ts'
import {explainDatabaseError} from '../store/explainDatabaseError.ts'
import {addRoutes} from './addRoutes.ts'
import {corsHeaders} from './corsHeaders.ts'
import {createLakeApp} from './LakeApp.ts'
import type {Exchange, LakeApp, LakeEnv} from './LakeApp.ts'
import {refuseEarly} from './refuseEarly.ts'
import {resolveAddress, unknownPath} from './resolveAddress.ts'
import {WholeAnswer} from './WholeAnswer.ts'

// Whoever runs the lake hears of these too: the client that asked can do nothing about them.
const DISK_CODES: ReadonlySet<LakeErrorCode> = new Set(['diskFull', 'diskFailed', 'damaged'])

/** Answers one request; never throws. */
export type Handler = (request: Request, exchange?: Exchange) => Promise<Response>

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
  return async (request, exchange = {client: ''}) => {
    const url = new URL(request.url)
    const hasTicket = holdsTicket(url, lake.tickets)
    const headers = {...PROTECTION, ...corsHeaders(request, url, lake.policy, hasTicket)}
    const refusal = refuseEarly(request, url, {policy: lake.policy, limits: lake.limits, hasTicket})
    if (refusal) return withHeaders(errorResponse(refusal), headers)
    if (request.method === 'OPTIONS' && request.headers.has('access-control-request-method'))
      return withHeaders(new Response(null, {status: 204}), headers)
    return withHeaders(await answerAt(app, request, {...exchange, url}, lake.projectId), headers)
  }
}

// Most addresses carry no ticket, and taking all of their parameters apart would only find that out.
function holdsTicket(url: URL, tickets: LakeCore['tickets']): boolean {
  const ticket = url.search.includes('__t=') ? url.searchParams.get('__t') : null
  return ticket !== null && tickets.isValid(ticket)
}

function withHeaders(response: Response, headers: Readonly<Record<string, string>>): Response {
  if (response instanceof WholeAnswer) {
    response.add(headers)
    return response
  }
  for (const [name, value] of Object.entries(headers))
    // Pictures say for themselves that any page may show them.
    if (name !== 'cross-origin-resource-policy' || !response.headers.has(name))
      response.headers.set(name, value)
  return response
}

async function answerAt(
  app: LakeApp,
  request: Request,
  bindings: LakeEnv['Bindings'],
  projectId: string,
): Promise<Response> {
  const {url} = bindings
  let path: string
  try {
    path = resolveAddress(request.method, url.pathname, projectId)
  } catch (error) {
    return errorResponse(error)
  }
  if (path === url.pathname) return app.fetch(request, bindings)
  url.pathname = path
  return app.fetch(new Request(url, request), bindings)
}
