import {createClient} from '@sanity/client'
import {validatePreviewUrl} from '@sanity/preview-url-secret'
import {createPreview} from '@spine-center/sdk/preview'
import type {PreviewOptions} from './PreviewOptions.ts'

/** Where previews are read, and by whose right. */
export interface PreviewSource {
  /** Address of an embedded lake; without it the content is hosted. */
  readonly lakeUrl: string | undefined
  readonly projectId: string
  readonly dataset: string
  /** May read drafts; never leaves this process. */
  readonly token: string
  readonly studioUrl: string
  readonly onProblem?: Parameters<typeof createPreview>[0]['onProblem']
}

/** Reads previews with a token, in this process alone. */
export function createPreviewOptions(source: PreviewSource): PreviewOptions {
  const {lakeUrl, projectId, dataset, token, studioUrl, onProblem} = source
  const client = createClient({
    projectId,
    dataset,
    token,
    apiVersion: '2025-02-19',
    useCdn: false,
    ...(lakeUrl === undefined ? {} : {apiHost: lakeUrl, useProjectHostname: false}),
  })
  return {
    // A page written for published content shows a draft when it is as complete as that.
    contentOf: (perspective) => createPreview({client, studioUrl, perspective, strict: true, onProblem}),
    async checkSecret(url) {
      const {isValid, redirectTo, studioPreviewPerspective} = await validatePreviewUrl(client, url)
      return isValid ? {redirectTo: redirectTo ?? '/', perspective: studioPreviewPerspective ?? null} : null
    },
  }
}
