import {createClient} from '@sanity/client'
import {createContent, type Content, type FetchLike} from '@spine-center/sdk'

/** Hosted: published content comes from Sanity's CDN. `fetch` is optional. */
export function openHosted(projectId: string, fetch?: FetchLike): Content {
  return createContent({projectId, dataset: 'production', fetch})
}

/** Embedded: the lake that `npm start` runs, or any server with Sanity's API. */
export function openEmbedded(url: string): Content {
  return createContent({url, dataset: 'production'})
}

/** A client that the project has. Its token, CDN and cache settings stay as they are. */
export function openWithClient(apiHost: string): Content {
  const client = createClient({
    apiHost,
    useProjectHostname: false,
    projectId: 'spine',
    dataset: 'production',
    apiVersion: '2025-02-19',
    useCdn: false,
  })
  return createContent({client})
}
