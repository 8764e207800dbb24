import type {Viewer} from '../access/Viewer.ts'
import type {TicketBox} from '../listen/TicketBox.ts'

// Browsers allow six HTTP/1.1 connections to a host, and a Studio with one open document holds as many event streams:
// every other request would wait for ever. So each stream is sent to a host name of its own, which browsers resolve to
// this machine as they do every name under localhost.
const SHARDS = 512
const SHARD = /^l\d+\.localhost$/

let next = 0

/** What a ticket carries: the redirected request comes without its Authorization header. */
export type ShardTicket = {viewer: Viewer; lastEventId: string | undefined}

/** True for the host names that streams are sent to. */
export function isShardHost(hostname: string): boolean {
  return SHARD.test(hostname)
}

/** Sends a browser's event stream to a host name of its own; other clients, which have no such limit, are served here. */
export function shardRedirect(request: Request, viewer: Viewer, tickets: TicketBox): Response | undefined {
  const url = new URL(request.url)
  const isLocal = url.hostname === 'localhost' || url.hostname.endsWith('.localhost')
  // With TLS browsers speak HTTP/2, which has no such limit, and a certificate knows nothing of these host names.
  if (url.protocol === 'https:' || !request.headers.has('origin') || !isLocal || url.searchParams.has('__t'))
    return undefined
  const ticket: ShardTicket = {viewer, lastEventId: request.headers.get('last-event-id') ?? undefined}
  next = (next + 1) % SHARDS
  url.hostname = `l${next}.localhost`
  url.searchParams.set('__t', tickets.issue(ticket))
  return new Response(null, {status: 307, headers: {location: url.href, 'cache-control': 'no-store'}})
}

/** True for what a redirected request presents. */
export function isShardTicket(value: unknown): value is ShardTicket {
  return typeof value === 'object' && value !== null && 'viewer' in value && 'lastEventId' in value
}
