import {createClient} from '@sanity/client'
import {startLake} from '@spine-center/lake'
import {importSample} from '@spine-center/sample'
import {createContent, type Content} from '@spine-center/sdk'
import {createTestContent, type TestDocument} from '@spine-center/sdk/testing'

/** The same content behind three doors: the names say which. */
export interface SampleSources extends AsyncDisposable {
  readonly published: Readonly<Record<SourceName, Content>>
  readonly drafts: Readonly<Record<SourceName, Content<'drafts'>>>
  /** Every stored document, drafts included. */
  readonly documents: readonly TestDocument[]
  readonly url: string
}

/** How content is reached: documents in this process, HTTP, or a client that the caller brings. */
export type SourceName = 'in process' | 'lake over HTTP' | '@sanity/client'

const DATASET = 'production'
const PROJECT_ID = 'spine'
const NOW = Date.UTC(2026, 10, 24, 15)

// What is not finished yet, and not published.
const DRAFTS = [
  {_id: 'drafts.unfinished-rule', _type: 'contraindication', title: 'A rule that only has a title'},
  {
    _id: 'drafts.article-draft-only',
    _type: 'article',
    title: 'Only a draft',
    slug: {_type: 'slug', current: 'only-a-draft'},
  },
] as const

/** Starts a lake in memory with the sample content and two drafts, and opens the three sources on it. */
export async function openSampleSources(): Promise<SampleSources> {
  const lake = await startLake({port: 0, projectId: PROJECT_ID, dataset: DATASET})
  const token = lake.createToken({role: 'editor', label: 'contract'})
  await importSample({url: lake.url, dataset: DATASET, token})
  const client = createClient({
    apiHost: lake.url,
    useProjectHostname: false,
    projectId: PROJECT_ID,
    dataset: DATASET,
    apiVersion: '2021-03-25',
    useCdn: false,
  })
  const editor = client.withConfig({token})
  for (const draft of DRAFTS) await editor.createOrReplace<Record<string, unknown>>(draft)
  const everything = await editor.fetch<TestDocument[]>('*[!(_id in path("_.**"))]', {}, {perspective: 'raw'})
  const clock = {now: () => NOW, wait: () => new Promise<never>(() => undefined)}
  const shared = {clock, studioUrl: 'http://localhost:3333'}
  const http = {...shared, url: lake.url, dataset: DATASET}
  return {
    published: {
      'in process': createTestContent({...shared, documents: everything}),
      'lake over HTTP': createContent(http),
      '@sanity/client': createContent({...shared, client}),
    },
    drafts: {
      'in process': createTestContent({...shared, documents: everything, perspective: 'drafts'}),
      'lake over HTTP': createContent({...http, token, perspective: 'drafts'}),
      '@sanity/client': createContent({...shared, client: editor, perspective: 'drafts'}),
    },
    documents: everything,
    url: lake.url,
    [Symbol.asyncDispose]: () => lake.close(),
  }
}
