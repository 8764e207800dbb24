import {isRecord} from '../validation/isRecord.ts'

/** Any client that runs a query: `@sanity/client`, next-sanity's client, or your own. */
export interface ClientLike {
  // Method syntax on purpose: it is compared bivariantly, so that narrower option types still fit.
  fetch(query: string, params: Record<string, unknown>, options: Record<string, unknown>): Promise<unknown>
}

/** Whether a value can run queries as a client does. */
export function isClientLike(value: unknown): value is ClientLike {
  return isRecord(value) && typeof value['fetch'] === 'function'
}

/** Whether a client is known to have nothing that lets it see what is not published. */
export function isAnonymousClient(client: ClientLike): boolean {
  const config = configOf(client)
  return config !== null && !config['token'] && !config['auth'] && config['withCredentials'] !== true
}

/** How a client is set up; null when it does not say. */
export function configOf(client: ClientLike): Record<string, unknown> | null {
  const config: unknown = 'config' in client && typeof client.config === 'function' && client.config()
  return isRecord(config) ? config : null
}
