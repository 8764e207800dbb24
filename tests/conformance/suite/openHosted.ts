import {createClient} from '@sanity/client'
import type {Target} from './Target.ts'

/** A project to run the suite against, which has a dataset to spare. */
export type HostedProject = {projectId: string; dataset: string; token: string; apiHost: string}

const EVERYTHING_OF_OURS =
  '*[string::startsWith(_type, $prefix) || string::startsWith(_id, "_.releases." + $prefix) || string::startsWith(coalesce(originalFilename, ""), $prefix)]{_id, state}'

/** Reads the project from `SANITY_CONFORMANCE_*`; without a project id there is none. */
export function readHostedProject(environment: NodeJS.ProcessEnv): HostedProject | undefined {
  const projectId = environment['SANITY_CONFORMANCE_PROJECT_ID']
  if (!projectId) return undefined
  const [dataset, token] = [
    environment['SANITY_CONFORMANCE_DATASET'],
    environment['SANITY_CONFORMANCE_TOKEN'],
  ]
  if (!dataset || !token) {
    throw new TypeError(
      'Set SANITY_CONFORMANCE_DATASET and SANITY_CONFORMANCE_TOKEN too: the suite writes there.',
    )
  }
  const apiHost = environment['SANITY_CONFORMANCE_API_HOST'] ?? 'https://api.sanity.io'
  return {projectId, dataset, token, apiHost}
}

/** A project elsewhere. The suite leaves nothing there: what it writes begins with a prefix of its own. */
export function openHosted({projectId, dataset, token, apiHost}: HostedProject): Target {
  const isLocal = new URL(apiHost).hostname === 'localhost'
  const origin = isLocal ? apiHost : apiHost.replace('://', `://${projectId}.`)
  const clientConfig = {apiHost, useProjectHostname: !isLocal}
  return {
    kind: 'hosted',
    projectId,
    dataset,
    token,
    origin,
    fetch: (path, init) => fetch(origin + path, init),
    clientConfig,
    async close(prefix) {
      const client = createClient({
        ...clientConfig,
        projectId,
        dataset,
        token,
        apiVersion: '2025-02-19',
        useCdn: false,
        perspective: 'raw',
      })
      const left = await client.fetch<{_id: string; state?: string}[]>(EVERYTHING_OF_OURS, {prefix})
      for (const {_id, state} of left.filter((one) => one._id.startsWith('_.releases.'))) {
        const releaseId = _id.slice('_.releases.'.length)
        if (state === 'scheduled') await client.releases.unschedule({releaseId})
        if (state === 'scheduled' || state === 'active') await client.releases.archive({releaseId})
        await client.releases.delete({releaseId})
      }
      const documents = await client.fetch<{_id: string}[]>(EVERYTHING_OF_OURS, {prefix})
      const transaction = client.transaction()
      for (const {_id} of documents) transaction.delete(_id)
      if (documents.length > 0) await transaction.commit()
    },
  }
}
