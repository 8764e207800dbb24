import {createClient} from '@sanity/client'
import type {SanityClient} from '@sanity/client'
import {createLake, startLake} from '@spine-center/lake'
import type {LakeOptions} from '@spine-center/lake'

/** A lake to ask, by the real client: one that listens on a socket, or one in this process. */
export type LakeUnderTest = {
  /** With an administrator's token, perspective raw. */
  client: SanityClient
  /** Without a token. */
  anonymous: SanityClient
  /** Any request to the API, beneath `/v2025-02-19`. */
  request(path: string, init?: RequestInit): Promise<Response>
  token: string
  /** An action, as the Studio sends them; gives the status and the body. */
  act(action: object, options?: object): Promise<{status: number; body: unknown}>
  close(): Promise<void>
}

/** How cases reach the lake; every case runs through each. */
export const TRANSPORTS = ['socket', 'in process'] as const

export type Transport = (typeof TRANSPORTS)[number]

/** Starts a lake for a group of cases. */
export async function openLake(transport: Transport, options: LakeOptions = {}): Promise<LakeUnderTest> {
  const running = transport === 'socket' ? await startLake({...options, port: 0}) : undefined
  const lake = running ?? createLake(options)
  const url = running?.url ?? 'http://localhost:3900'
  const token = lake.createToken({role: 'administrator', label: 'conformance'})
  const base = {
    projectId: lake.projectId,
    dataset: lake.dataset,
    apiVersion: '2025-02-19',
    useCdn: false,
    apiHost: url,
    useProjectHostname: false,
    ...(running ? {} : {resolveFetch: () => lake.fetch}),
  }
  const request = (path: string, init?: RequestInit): Promise<Response> =>
    running ? fetch(`${url}/v2025-02-19${path}`, init) : lake.fetch(`${url}/v2025-02-19${path}`, init)
  return {
    client: createClient({...base, token, perspective: 'raw'}),
    anonymous: createClient(base),
    request,
    token,
    act: async (action, extra = {}) => {
      const response = await request('/data/actions/production', {
        method: 'POST',
        body: JSON.stringify({actions: [action], ...extra}),
        headers: {authorization: `Bearer ${token}`, 'content-type': 'application/json'},
      })
      const body: unknown = await response.json()
      return {status: response.status, body}
    },
    close: () => Promise.resolve(lake.close()),
  }
}
