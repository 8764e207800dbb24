import {ContentError} from '../errors/ContentError.ts'
import {redact, redactCause} from '../errors/redact.ts'
import {API_VERSION} from './apiVersion.ts'
import {configOf, isClientLike, type ClientLike} from './clientLike.ts'
import type {ContentSource, SourceResponse} from './contentSource.ts'
import {httpError} from './httpError.ts'
import {isRecord} from '../validation/isRecord.ts'
import {readEnvelope} from './parseQueryResponse.ts'

/** Reads through a client that the caller brings; retries and caching are the client's own business. */
export function createClientSource(given: ClientLike): ContentSource {
  const client = pinApiVersion(given)
  const token = tokenOf(client)
  const secrets = token ? [token] : []
  return {
    async *events(includeDrafts, ends) {
      const {createClientEvents} = await import('../live/createClientEvents.ts')
      yield* createClientEvents(client, includeDrafts, ends, secrets)
    },
    async fetch({
      query,
      params,
      perspective,
      signal,
      fetchOptions,
      queryName,
      lastLiveEventId,
    }): Promise<SourceResponse> {
      try {
        // Stega marks would break comparisons and closed lists, so they are asked not to be there.
        const options = {
          ...fetchOptions,
          ...(lastLiveEventId === null ? {} : {lastLiveEventId}),
          perspective,
          signal,
          filterResponse: false,
          stega: false,
        }
        const answer = await client.fetch(query, {...params}, options)
        return unwrap(answer)
      } catch (error) {
        throw toContentError(error, queryName, secrets)
      }
    },
  }
}

// With `filterResponse: false` @sanity/client gives the envelope; a client that ignores the option gives the result.
function unwrap(answer: unknown): SourceResponse {
  const enveloped = isRecord(answer) && 'ms' in answer ? readEnvelope(answer) : null
  return {...(enveloped ?? {result: answer, syncTags: []}), etag: null}
}

function pinApiVersion(client: ClientLike): ClientLike {
  if (!('withConfig' in client) || typeof client.withConfig !== 'function') return client
  const pinned: unknown = client.withConfig({apiVersion: API_VERSION})
  return isClientLike(pinned) ? pinned : client
}

function tokenOf(client: ClientLike): string | null {
  const token = configOf(client)?.['token']
  return typeof token === 'string' ? token : null
}

function toContentError(error: unknown, queryName: string, secrets: readonly string[]): ContentError {
  const cause = redactCause(error, secrets)
  const status = isRecord(error) && typeof error['statusCode'] === 'number' ? error['statusCode'] : null
  if (status === null) {
    return new ContentError('network', `Reading ${queryName} got no whole answer: ${cause.message}`, {
      queryName,
      cause,
    })
  }
  const body = JSON.stringify({message: redact(cause.message, secrets)})
  return httpError({status, body, retryAfterMs: null, queryName, hasToken: secrets.length > 0, cause})
}
