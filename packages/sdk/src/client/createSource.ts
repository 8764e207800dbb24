import {API_VERSION} from './apiVersion.ts'
import {systemClock} from './clock.ts'
import type {
  ContentOptions,
  EmbeddedOptions,
  HostedOptions,
  ReaderOptions,
  TransportOptions,
} from './contentOptions.ts'
import type {ContentSource} from './contentSource.ts'
import {isAnonymousClient, isClientLike} from './clientLike.ts'
import type {FetchLike} from './createHttpSource.ts'
import {lazySource} from './lazySource.ts'
import {seesUnpublished} from './perspective.ts'

const DEFAULT_RETRIES = 3
const DEFAULT_MAX_BYTES = 16 * 1024 * 1024
const PROJECT_ID = /^[a-z0-9][a-z0-9-]*$/
const DATASET = /^[a-z0-9~][a-z0-9_-]*$/

/**
 * Makes the source that the options describe.
 *
 * @throws TypeError when the options cannot work, or would show a token or drafts to everybody
 */
export function createSource(options: ContentOptions): ContentSource {
  if (options.client !== undefined) {
    if (!isClientLike(options.client)) {
      throw new TypeError('`client` has no fetch(query, params, options). Give the result of createClient().')
    }
    if (needsToken(options) && isAnonymousClient(options.client)) throw missingToken(options)
    const {client} = options
    return lazySource(async () => (await import('./createClientSource.ts')).createClientSource(client))
  }
  refuseLeaks(options)
  // Called through an arrow: browsers refuse a `fetch` that is detached from its window.
  const fetch: FetchLike = options.fetch ?? ((url, init) => globalThis.fetch(url, init))
  const {token, cache, clock = systemClock} = options
  const path = `/v${API_VERSION}/data/`
  const endpoint = `${baseOf(options)}${path}query/${options.dataset}`
  return lazySource(async () => {
    const {createHttpSource} = await import('./createHttpSource.ts')
    const {retries = DEFAULT_RETRIES, maxBytes = DEFAULT_MAX_BYTES, random = Math.random} = options
    return {
      ...createHttpSource({endpoint, token, fetch, retries, maxBytes, clock, random, cache}),
      async *events(includeDrafts, signal) {
        const {createHttpEvents} = await import('../live/createHttpEvents.ts')
        const live = `${baseOf(options, 'live')}${path}live/events/${options.dataset}`
        yield* createHttpEvents({endpoint: live, token, fetch, includeDrafts, clock}, signal)
      },
    }
  })
}

function needsToken({perspective}: ReaderOptions): boolean {
  return perspective !== undefined && seesUnpublished(perspective)
}

function missingToken({perspective}: ReaderOptions): TypeError {
  return new TypeError(
    `The perspective ${JSON.stringify(perspective)} shows unpublished content and needs a \`token\`.`,
  )
}

function refuseLeaks(options: TransportOptions): void {
  const {token, allowTokenInBrowser} = options
  if (needsToken(options) && !token) throw missingToken(options)
  if (token && 'document' in globalThis && allowTokenInBrowser !== true) {
    throw new TypeError(
      'A token in a browser is readable by every visitor. Read on the server, or set allowTokenInBrowser: true.',
    )
  }
}

function baseOf(options: HostedOptions | EmbeddedOptions, use: 'query' | 'live' = 'query'): string {
  if (!DATASET.test(options.dataset)) {
    throw new TypeError(`\`dataset\` is ${JSON.stringify(options.dataset)}. Use a name such as "production".`)
  }
  if (options.url !== undefined) return embeddedBase(options.url)
  if (!PROJECT_ID.test(options.projectId)) {
    throw new TypeError(
      `\`projectId\` is ${JSON.stringify(options.projectId)}. Copy it from sanity.io/manage.`,
    )
  }
  // Live events come from the API; the CDN has none.
  return `https://${options.projectId}.${use === 'query' && usesCdn(options) ? 'apicdn' : 'api'}.sanity.io`
}

function usesCdn({useCdn, token, perspective = 'published'}: HostedOptions): boolean {
  // The CDN holds published content only.
  return !seesUnpublished(perspective) && (useCdn ?? !token)
}

function embeddedBase(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.username || parsed.search || parsed.hash) {
    throw new TypeError(
      '`url` must be an http(s) address without user, query or hash: "http://localhost:3900".',
    )
  }
  return parsed.href.replace(/\/+$/, '')
}
