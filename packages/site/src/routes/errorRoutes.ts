import {ContentError} from '@spine-center/sdk'
import {checkUrl, html, type MarkupValue} from '@spine-center/sdk/html'
import type {Context, Hono} from 'hono'
import {HTTPException} from 'hono/http-exception'
import {messagePage} from '../layout/messagePage.ts'
import {toChrome, type SiteChrome} from '../siteContext.ts'
import type {Site} from './site.ts'

const RETRY_AFTER_SECONDS = '30'

/** Pages for what is not there and for what went wrong; they never depend on what failed. */
export function addErrorRoutes(app: Hono, site: Site): void {
  app.notFound(async (context) => {
    const page = messagePage('This page does not exist', 'The address may be mistyped or out of date.')
    return site.send(context, page, await chromeOrPlain(site), 404)
  })

  app.onError(async (error, context) => {
    if (error instanceof HTTPException) return error.getResponse()
    site.onProblem?.(`${context.req.method} ${context.req.path}: ${describe(error)}`)
    const chrome = await chromeOrPlain(site)
    if (!(error instanceof ContentError)) return failed(context, site, chrome)
    if (error.code === 'invalid-cursor') {
      const page = messagePage('This list has changed', 'Start again from its first page.')
      return site.send(context, page, chrome, 400)
    }
    return error.code === 'invalid-result'
      ? incomplete(context, site, chrome, error)
      : unreachable(context, site, chrome)
  })
}

function failed(context: Context, site: Site, chrome: SiteChrome): Response {
  const page = messagePage('Something went wrong', 'The fault is ours. Try again in a moment.')
  return site.send(context, page, chrome, 500)
}

// What editors need to mend it is shown where there is a Studio to mend it in.
function incomplete(context: Context, site: Site, chrome: SiteChrome, error: ContentError): Response {
  const href = site.studioUrl ? checkUrl(error.studioUrl) : null
  const forEditors: MarkupValue = href
    ? html` For editors: ${error.message} <a href="${href}">Open it in the Studio</a>.`
    : ''
  const explanation = html`Its content is not complete, so we would rather not show it.${forEditors}`
  return site.send(context, messagePage('This page cannot be shown', explanation), chrome, 500)
}

function unreachable(context: Context, site: Site, chrome: SiteChrome): Response {
  context.header('retry-after', RETRY_AFTER_SECONDS)
  const page = messagePage('Our content cannot be reached', 'Try again in half a minute.')
  return site.send(context, page, chrome, 503)
}

async function chromeOrPlain(site: Site): Promise<SiteChrome> {
  try {
    return await site.readChrome()
  } catch {
    return toChrome(null, site.locale)
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}
