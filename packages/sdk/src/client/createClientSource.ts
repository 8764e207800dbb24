import {API_VERSION, configOf, isClientLike, isRecord, lostAnswer, readEnvelope, readError} from '../core.ts'
import type {ClientLike} from './clientLike.ts'
import type {ContentSource, SourceResponse} from './contentSource.ts'

/**
 * Reads through a client that the caller brings; retries and caching are the client's own business.
 *
 * @param stega - what the client is told of marks in texts. They would break comparisons and closed lists, so it is
 *   told to make none unless a preview asks for them.
 */
export function createClientSource(given: ClientLike, stega: object | false = false): ContentSource {
  const client = pinApiVersion(given)
  const token = tokenOf(client)
  const secrets = token ? [token] : []
  return {
    async events(request) {
      const {createClientEvents} = await import('../live/createClientEvents.ts')
      createClientEvents(client, secrets, request)
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
      const options = {
        ...fetchOptions,
        ...(lastLiveEventId === null ? {} : {lastLiveEventId}),
        perspective,
        signal,
        filterResponse: false,
        stega,
      }
      let answer: unknown
      try {
        answer = await client.fetch(query, {...params}, options)
      } catch (error) {
        throw await lostAnswer(error, queryName, secrets)
      }
      // @sanity/client, whose results come in an envelope, gives a page that is no JSON as it is.
      if (typeof answer !== 'string' || !('withConfig' in client)) return unwrap(answer)
      throw readError('not-json', queryName, 'gave text, not JSON.')
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
