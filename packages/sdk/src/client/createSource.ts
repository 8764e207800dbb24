import {API_VERSION} from './apiVersion.ts'
import {systemClock} from './clock.ts'
import type {ContentOptions, EmbeddedOptions, HostedOptions, TransportOptions} from './contentOptions.ts'
import type {ContentSource} from './contentSource.ts'
import {createClientSource, isClientLike} from './createClientSource.ts'
import {createHttpSource} from './createHttpSource.ts'
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
    if (isClientLike(options.client)) return createClientSource(options.client)
    throw new TypeError('`client` has no fetch(query, params, options). Give the result of createClient().')
  }
  refuseLeaks(options)
  return createHttpSource({
    endpoint: endpointOf(options),
    token: options.token,
    // Called through an arrow: browsers refuse a `fetch` that is detached from its window.
    fetch: options.fetch ?? ((url, init) => globalThis.fetch(url, init)),
    retries: options.retries ?? DEFAULT_RETRIES,
    maxBytes: options.maxBytes ?? DEFAULT_MAX_BYTES,
    clock: options.clock ?? systemClock,
    random: options.random ?? Math.random,
  })
}

function refuseLeaks({token, perspective, allowTokenInBrowser}: TransportOptions): void {
  if (perspective !== undefined && seesUnpublished(perspective) && !token) {
    throw new TypeError(
      `The perspective ${JSON.stringify(perspective)} shows unpublished content and needs a \`token\`.`,
    )
  }
  if (token && 'document' in globalThis && allowTokenInBrowser !== true) {
    throw new TypeError(
      'A token in a browser is readable by every visitor. Read on the server, or set allowTokenInBrowser: true.',
    )
  }
}

function endpointOf(options: HostedOptions | EmbeddedOptions): string {
  if (!DATASET.test(options.dataset)) {
    throw new TypeError(`\`dataset\` is ${JSON.stringify(options.dataset)}. Use a name such as "production".`)
  }
  const path = `v${API_VERSION}/data/query/${options.dataset}`
  if (options.url !== undefined) return `${baseOf(options.url)}/${path}`
  if (!PROJECT_ID.test(options.projectId)) {
    throw new TypeError(
      `\`projectId\` is ${JSON.stringify(options.projectId)}. Copy it from sanity.io/manage.`,
    )
  }
  return `https://${options.projectId}.${usesCdn(options) ? 'apicdn' : 'api'}.sanity.io/${path}`
}

function usesCdn({useCdn, token, perspective = 'published'}: HostedOptions): boolean {
  // The CDN holds published content only.
  return !seesUnpublished(perspective) && (useCdn ?? !token)
}

function baseOf(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.username || parsed.search || parsed.hash) {
    throw new TypeError(
      '`url` must be an http(s) address without user, query or hash: "http://localhost:3900".',
    )
  }
  return parsed.href.replace(/\/+$/, '')
}
