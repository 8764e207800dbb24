import {API_VERSION, configOf, isAnonymousClient, isClientLike} from '../core.ts'
import type {ContentOptions, EmbeddedOptions, HostedOptions, ReaderOptions} from './contentOptions.ts'
import type {ContentSource} from './contentSource.ts'
import type {Endpoints} from './createHttpSource.ts'
import {lazySource} from './lazySource.ts'
import {seesUnpublished} from './perspective.ts'

/**
 * Makes the source that the options describe.
 *
 * @throws TypeError when the options cannot work, or would show a token or drafts to everybody
 */
export function createSource(options: ContentOptions): ContentSource {
  const {allowTokenInBrowser} = options
  if (options.client !== undefined) {
    const {client} = options
    if (!isClientLike(client)) {
      throw new TypeError('`client` has no fetch(query, params, options). Give the result of createClient().')
    }
    requireToken(options, !isAnonymousClient(client))
    const {token, ignoreBrowserTokenWarning} = configOf(client) ?? {}
    keepFromBrowsers(token, allowTokenInBrowser ?? ignoreBrowserTokenWarning)
    return lazySource(async () => (await import('./createClientSource.ts')).createClientSource(client))
  }
  requireToken(options, Boolean(options.token))
  keepFromBrowsers(options.token, allowTokenInBrowser)
  const endpoints = endpointsOf(options)
  return lazySource(async () => (await import('./createHttpSource.ts')).createHttpSource(options, endpoints))
}

function requireToken({perspective}: ReaderOptions, hasToken: boolean): void {
  if (hasToken || !seesUnpublished(perspective)) return
  throw new TypeError(
    `The perspective ${JSON.stringify(perspective)} shows unpublished content and needs a \`token\`.`,
  )
}

function keepFromBrowsers(token: unknown, isMeant: unknown): void {
  // Workers of a browser have no document; every browser calls itself Mozilla, and no server does.
  const isBrowser = globalThis.navigator?.userAgent?.startsWith('Mozilla')
  if (!token || !isBrowser || isMeant === true) return
  throw new TypeError(
    'A token in a browser is readable by every visitor. Read on the server, or set allowTokenInBrowser: true.',
  )
}

// What comes from an environment may be missing, whatever its type says.
const isNamed = (name: unknown, form: RegExp) => typeof name === 'string' && form.test(name)

function endpointsOf(options: HostedOptions | EmbeddedOptions): Endpoints {
  const {dataset} = options
  if (!isNamed(dataset, /^[a-z0-9~][a-z0-9_-]*$/)) {
    throw new TypeError(`\`dataset\` is ${JSON.stringify(dataset)}. Use a name such as "production".`)
  }
  const {query, live} = options.url === undefined ? hostedBases(options) : embeddedBases(options.url)
  const path = `/v${API_VERSION}/data/`
  return {query: `${query}${path}query/${dataset}`, live: `${live}${path}live/events/${dataset}`}
}

function hostedBases({projectId, useCdn, token, perspective}: HostedOptions): Endpoints {
  if (!isNamed(projectId, /^[a-z0-9][a-z0-9-]*$/)) {
    throw new TypeError(
      `\`projectId\` is ${JSON.stringify(projectId)}. Copy it from sanity.io/manage, or give \`url\`.`,
    )
  }
  const api = `https://${projectId}.api.sanity.io`
  // The CDN holds published content only, and has no live events.
  const usesCdn = !seesUnpublished(perspective) && (useCdn ?? !token)
  return {query: usesCdn ? `https://${projectId}.apicdn.sanity.io` : api, live: api}
}

function embeddedBases(url: string): Endpoints {
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (!parsed || !/^https?:/.test(parsed.href) || parsed.href !== parsed.origin + parsed.pathname) {
    throw new TypeError(
      '`url` must be an http(s) address without user, query or hash: "http://localhost:3900".',
    )
  }
  const base = parsed.href.replace(/\/+$/, '')
  return {query: base, live: base}
}
