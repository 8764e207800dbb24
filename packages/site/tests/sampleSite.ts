import {sampleDocuments} from '@spine-center/sample'
import {createTestContent, type TestDocument} from '@spine-center/sdk/testing'
import type {Hono} from 'hono'
import {createSite, type SiteOptions} from '../src/index.ts'

/** The time in all tests of pages. */
export const NOW = '2026-11-24T14:00:00Z'

/** How the sample content is changed for a test, and how the site is made. */
export interface SampleSiteOptions extends Partial<SiteOptions> {
  /** Edits a document, or leaves it out with null. */
  readonly change?: (document: TestDocument) => TestDocument | null
  readonly more?: readonly TestDocument[]
}

/** A site over the sample content, in process. */
export function sampleSite({
  change = (document) => document,
  more = [],
  ...options
}: SampleSiteOptions = {}): {
  readonly site: Hono
  readonly problems: readonly string[]
} {
  const problems: string[] = []
  const documents = sampleDocuments.flatMap((document) => change(structuredClone(document)) ?? [])
  const site = createSite({
    content: createTestContent({documents: [...documents, ...more], studioUrl: 'http://localhost:3333'}),
    now: () => new Date(NOW),
    onProblem: (problem) => problems.push(problem),
    ...options,
  })
  return {site, problems}
}

/** Posts a form as a browser does. */
export async function post(site: Hono, fields: Readonly<Record<string, string>>): Promise<Response> {
  return site.request('/screening', {method: 'POST', body: new URLSearchParams(fields)})
}
