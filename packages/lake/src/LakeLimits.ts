import {LakeError} from './errors/LakeError.ts'
import type {LakeErrorCode} from './errors/LakeError.ts'

const MB = 1024 * 1024

/** What each bound of the lake is unless told otherwise. */
export const DEFAULT_LIMITS = {
  maxUrlLength: 16_384,
  maxHeaderBytes: 32 * 1024,
  maxBodyBytes: 64 * MB,
  maxAnonymousBodyBytes: MB,
  maxJsonDepth: 100,
  maxDocumentLength: 32 * MB,
  maxMutations: 10_000,
  maxDocumentsByQuery: 10_000,
  queryTimeoutMs: 10_000,
  mutationQueryTimeoutMs: 2_000,
  maxQueryLength: 300_000,
  maxQueryDepth: 500,
  maxResultBytes: 64 * MB,
  maxConcurrentQueries: 64,
  queryThreads: 2,
  maxQueryMemoryBytes: 512 * MB,
  maxQueryCacheBytes: 16 * MB,
  maxUploadBytes: 100 * MB,
  uploadIdleTimeoutMs: 30_000,
  maxImagePixels: 100_000_000,
  maxRenderedPixels: 40_000_000,
  maxRenderings: 500,
  renderTimeoutMs: 20_000,
  maxImageCacheBytes: 500 * MB,
  maxKeyValueBytes: 64 * 1024,
  maxKeyValues: 1000,
  matchTimeoutMs: 250,
  maxUnreadBytes: 256 * MB,
  maxListeners: 4000,
  maxListenersPerClient: 2000,
  maxListenedCharacters: 1_000_000,
  maxConnections: 6000,
  maxConnectionsPerClient: 3000,
  maxRequestsPerConnection: 100,
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 300_000,
  idleTimeoutMs: 120_000,
  maxExports: 20,
  maxPresenceConnections: 1000,
  maxPresenceMessageBytes: 64 * 1024,
  maxPresenceMessages: 1000,
}

/** The name of a bound, which is also the name of its option. */
export type LimitName = keyof typeof DEFAULT_LIMITS

/** The bounds of a lake, by name. */
export type LakeLimits = Readonly<Record<LimitName, number>>

/** What each bound counts, in the order in which they are explained. */
export const LIMIT_MEANINGS: Readonly<Record<LimitName, string>> = {
  maxUrlLength: 'characters of an address; longer queries are sent by POST',
  maxHeaderBytes: 'bytes of the headers of a request, its address included',
  maxBodyBytes: 'bytes of a JSON body',
  maxAnonymousBodyBytes: 'bytes of a JSON body from somebody without a token',
  maxJsonDepth: 'objects and arrays inside each other, in bodies, parameters and documents',
  maxDocumentLength: 'characters of a document as JSON',
  maxMutations: 'mutations or actions of one transaction',
  maxDocumentsByQuery: 'documents that one patch or delete by query changes',
  queryTimeoutMs: 'milliseconds a query may be evaluated',
  mutationQueryTimeoutMs: 'milliseconds that the queries of one transaction may take; others wait meanwhile',
  maxQueryLength: 'characters of a query',
  maxQueryDepth: 'expressions of a query inside each other, each link of a chain such as "a && b" counted',
  maxResultBytes: 'bytes of the result of a query as JSON',
  maxConcurrentQueries: 'queries under way or waiting, besides those that are cheap',
  queryThreads: 'threads for queries that are not known to be cheap',
  maxQueryMemoryBytes: 'bytes of memory that each of these threads may take',
  maxQueryCacheBytes: 'bytes of answers kept for who asks the same again',
  maxUploadBytes: 'bytes of an uploaded file',
  uploadIdleTimeoutMs: 'milliseconds an upload may pause',
  maxImagePixels: 'pixels of an image that is uploaded or transformed, all frames',
  maxRenderedPixels: 'pixels of a transformed image, all frames',
  maxRenderings: 'pictures that are transformed or wait for it; half of them for one client',
  renderTimeoutMs: 'milliseconds that drawing or transforming one picture may take',
  maxImageCacheBytes: 'bytes of transformed images kept on disk',
  maxKeyValueBytes: 'bytes of one value that the Studio keeps for a person',
  maxKeyValues: 'values that the Studio keeps for a person',
  matchTimeoutMs:
    'milliseconds that it may take to see whether a change concerns a listener, and four times that for all',
  maxUnreadBytes: 'bytes that wait for clients to take them, of all answers and event streams together',
  maxListeners: 'event streams at once',
  maxListenersPerClient: 'event streams of one address at once',
  maxListenedCharacters:
    'characters of the different queries and parameters listened to at once; half of them from one address',
  maxConnections: 'connections at once',
  maxConnectionsPerClient: 'connections of one address at once',
  maxRequestsPerConnection: 'requests of one connection that wait for their answers',
  headersTimeoutMs: 'milliseconds the headers of a request may take',
  requestTimeoutMs: 'milliseconds a whole request may take to arrive',
  idleTimeoutMs: 'milliseconds in which a connection neither sends nor takes anything',
  maxExports: 'exports at once; half of them for one client',
  maxPresenceConnections: 'presence sockets at once',
  maxPresenceMessageBytes: 'bytes of a message on a presence socket',
  maxPresenceMessages: 'messages of a presence socket in ten seconds',
}

/** The names of all bounds. */
export const LIMIT_NAMES: readonly LimitName[] = Object.keys(LIMIT_MEANINGS).filter(isLimitName)

function isLimitName(name: string): name is LimitName {
  return Object.hasOwn(DEFAULT_LIMITS, name)
}

/**
 * The bounds given, and the usual ones for the others.
 * @throws LakeError `badRequest` naming a bound that is no whole number above 0.
 */
export function completeLimits(given: Partial<LakeLimits> = {}): LakeLimits {
  const limits = {...DEFAULT_LIMITS, ...given}
  for (const name of LIMIT_NAMES) {
    if (Number.isSafeInteger(limits[name]) && limits[name] > 0) continue
    throw new LakeError(
      'badRequest',
      `The limit ${name} must be a whole number above 0, not ${limits[name]}.`,
    )
  }
  return limits
}

/** How a bound is called on the command line, as `max-body-bytes`. */
export function flagOf(name: LimitName): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

/** The environment variable of a bound, as `LAKE_MAX_BODY_BYTES`. */
export function variableOf(name: LimitName): string {
  return `LAKE_${flagOf(name).replaceAll('-', '_').toUpperCase()}`
}

/** When to come again who was one too many: places are given back at any moment. */
export const RETRY_AFTER_SECONDS = 1

/** The error of what goes beyond a bound; it names the bound and how to raise it. `type` is Sanity's name for it. */
export function limitError(
  limits: Partial<LakeLimits>,
  name: LimitName,
  {
    what,
    code = 'tooLarge',
    type,
    ...options
  }: {what: string; code?: LakeErrorCode; type?: string; cause?: unknown},
): LakeError {
  const value = limits[name] ?? DEFAULT_LIMITS[name]
  return new LakeError(
    code,
    `${what}: the limit is ${value} (${LIMIT_MEANINGS[name]}). Raise it with the option ${name} or --${flagOf(name)}.`,
    {
      ...(code === 'tooMany' ? {retryAfterSeconds: RETRY_AFTER_SECONDS} : {}),
      ...options,
      ...(type === undefined ? {} : {details: {type}}),
    },
  )
}
