import {generate} from 'selfsigned'

/** A certificate authority and one server certificate of it, all PEM; whoever trusts `authority` trusts the server. */
export type Authority = {authority: string; cert: string; key: string}

const LIFETIME_MS = 24 * 60 * 60 * 1000
// Clocks differ a little even on one machine, as between it and a container.
const EARLIER_MS = 60 * 60 * 1000

/** Makes a throw-away authority; its own key is dropped, so that nobody can make another certificate with it. */
export async function createAuthority(hostnames: readonly string[]): Promise<Authority> {
  const shared = {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - EARLIER_MS),
    notAfterDate: new Date(Date.now() + LIFETIME_MS),
  } as const
  const root = await generate([{name: 'commonName', value: 'Throw-away authority of a lake'}], {
    ...shared,
    extensions: [
      {name: 'basicConstraints', cA: true, critical: true},
      {name: 'keyUsage', keyCertSign: true, critical: true},
    ],
  })
  const server = await generate([{name: 'commonName', value: 'lake'}], {
    ...shared,
    ca: {key: root.private, cert: root.cert},
    extensions: [
      {name: 'basicConstraints', cA: false},
      {name: 'keyUsage', digitalSignature: true},
      {name: 'extKeyUsage', serverAuth: true},
      {name: 'subjectAltName', altNames: hostnames.map((value) => ({type: 2, value}))},
    ],
  })
  return {authority: root.cert, cert: server.cert, key: server.private}
}
