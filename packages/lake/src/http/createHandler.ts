import {LakeError} from '../errors/LakeError.ts'
import {errorResponse} from '../errors/errorResponse.ts'
import type {LakeCore} from '../LakeCore.ts'
import {addRoutes} from './addRoutes.ts'
import {corsHeaders} from './corsHeaders.ts'
import {createLakeApp} from './LakeApp.ts'
import {isHostAllowed} from './originPolicy.ts'
import type {OriginPolicy} from './originPolicy.ts'

/** Answers one request; never throws. */
export type Handler = (request: Request) => Promise<Response>

/**
 * Puts the routes behind what every request passes: the host check, CORS, who asks, and errors as JSON.
 * @param report - hears of failures that are the lake's own fault
 */
export function createHandler(
  lake: LakeCore,
  policy: OriginPolicy,
  report: (error: unknown) => void,
): Handler {
  const app = createLakeApp()
  app.use('/:version/*', async (c, next) => {
    const version = c.req.param('version')
    if (!/^v(\d{4}-\d{2}-\d{2}|\d|[xX])$/.test(version)) {
      throw new LakeError('notFound', `"${version}" is not an API version: use v2025-02-19, v1 or vX.`)
    }
    c.set('apiVersion', version.slice(1))
    c.set('viewer', lake.identify(c.req.raw))
    await next()
  })
  addRoutes(app, lake)
  app.notFound((c) =>
    errorResponse(new LakeError('notFound', `${c.req.method} ${c.req.path} is not something this lake has.`)),
  )
  app.onError((error) => {
    if (!(error instanceof LakeError)) report(error)
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
    const response = await app.fetch(request)
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
    return response
  }
}
