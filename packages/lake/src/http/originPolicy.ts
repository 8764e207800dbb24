import {isShardHost} from './shardRedirect.ts'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Which pages may talk to the lake, and under which names it answers. */
export type OriginPolicy = {
  /** Origins allowed besides those of this machine, as `https://studio.example.org`. */
  allowedOrigins: readonly string[]
  /** Host names accepted besides those of this machine. */
  allowedHosts: readonly string[]
  /** Pages of this machine are allowed on any port; off when the lake listens to the network. */
  allowLoopback: boolean
}

function isLoopbackHost(hostname: string): boolean {
  return LOOPBACK.has(hostname) || hostname.endsWith('.localhost')
}

/** True when a page of this origin may read answers, with credentials. */
export function isOriginAllowed(origin: string, policy: OriginPolicy): boolean {
  if (policy.allowedOrigins.includes(origin)) return true
  if (!policy.allowLoopback || !URL.canParse(origin)) return false
  const {protocol, hostname} = new URL(origin)
  return (protocol === 'http:' || protocol === 'https:') && isLoopbackHost(hostname)
}

/**
 * True for host names under which the lake may be asked. A page elsewhere whose name was made to point at this machine
 * (DNS rebinding) sends its own name and is refused.
 */
export function isHostAllowed(hostname: string, policy: OriginPolicy): boolean {
  return isLoopbackHost(hostname) || isShardHost(hostname) || policy.allowedHosts.includes(hostname)
}
