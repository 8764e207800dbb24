import {createClient, type SanityClient} from '@sanity/client'
import {EMBEDDED} from '@spine-center/launcher'
import type {Workplace} from './startWorkplace.ts'

/** Reads what the lake holds, drafts and versions under their own ids. */
export function lakeClientOf({lakeUrl, token}: Workplace): SanityClient {
  return createClient({
    ...EMBEDDED,
    apiHost: lakeUrl,
    useProjectHostname: false,
    apiVersion: '2025-02-19',
    useCdn: false,
    token,
    perspective: 'raw',
  })
}
