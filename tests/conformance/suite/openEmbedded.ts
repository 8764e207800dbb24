import {get} from 'node:http'
import {createLake, startLake} from '@spine-center/lake'
import type {LakeOptions} from '@spine-center/lake'
import type {Target} from './Target.ts'

const OPTIONS = {projectId: 'spine', dataset: 'production'}

/** A lake in this process, asked without a socket. */
export function openInProcess(options: LakeOptions = {}): Target {
  const lake = createLake({...OPTIONS, ...options})
  const origin = 'http://localhost'
  return {
    kind: 'in process',
    projectId: lake.projectId,
    dataset: lake.dataset,
    token: lake.createToken({role: 'administrator', label: 'conformance'}),
    origin,
    fetch: (path, init) => lake.fetch(origin + path, init),
    statusUnder: async (host, path) => (await lake.fetch(`http://${host}${path}`)).status,
    clientConfig: {apiHost: origin, useProjectHostname: false, resolveFetch: () => lake.fetch},
    close: () => Promise.resolve(lake.close()),
  }
}

/** A lake that listens on a port of its own. */
export async function openSocket(options: LakeOptions = {}): Promise<Target> {
  const lake = await startLake({...OPTIONS, ...options, port: 0})
  return {
    kind: 'socket',
    projectId: lake.projectId,
    dataset: lake.dataset,
    token: lake.createToken({role: 'administrator', label: 'conformance'}),
    origin: lake.url,
    fetch: (path, init) => fetch(lake.url + path, init),
    // Names under localhost do not resolve in every runtime: the host is what the request says.
    statusUnder: (host, path) =>
      new Promise((resolve, reject) => {
        get({host: '127.0.0.1', port: lake.port, path, headers: {host}}, (response) => {
          response.resume()
          resolve(response.statusCode ?? 0)
        }).on('error', reject)
      }),
    clientConfig: {apiHost: lake.url, useProjectHostname: false},
    close: () => lake.close(),
  }
}
