import {createClient, type SanityClient} from '@sanity/client'
import {startLake} from '@spine-center/lake'
import {importSample, sampleDocuments} from '@spine-center/sample'
import {createContent, type Content} from '@spine-center/sdk'
import {createPreview} from '@spine-center/sdk/preview'
import {createTestContent, type TestDocument} from '@spine-center/sdk/testing'
import {systemClock} from '../../packages/sdk/src/client/clock.ts'

/** The same content behind three doors: the names say which. */
export interface SampleSources extends AsyncDisposable {
  readonly published: Readonly<Record<SourceName, Content>>
  /** What is published, read with a token. */
  readonly members: Readonly<Record<SourceName, Content>>
  readonly drafts: Readonly<Record<SourceName, Content<'drafts'>>>
  /** Every stored document, drafts included. */
  readonly documents: readonly TestDocument[]
  readonly url: string
  /** The drafts as an editor's preview has them, with marks in their texts. */
  readonly preview: Content<'drafts'>
  /** An editor's own client. */
  readonly editor: SanityClient
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

// Published, and not public: ids with a dot are for readers with a token alone.
const PRIVATE = [
  {_id: 'internal.topic', _type: 'topic', label: 'For the team', slug: slug('for-the-team')},
  {
    _id: 'internal.person',
    _type: 'person',
    name: {given: 'In', family: 'House'},
    slug: slug('in-house'),
    roles: ['author'],
  },
  {_id: 'drafts.internal.topic', _type: 'topic', label: 'For the team, soon', slug: slug('for-the-team')},
  {_id: 'internal.notes.deep', _type: 'topic', label: 'Deep', slug: slug('deep')},
]

/** A published article that refers to what is not public. */
function referringArticle(documents: readonly TestDocument[]): TestDocument {
  const article = documents.find(({_id: id}) => id === 'article-exercising-with-back-pain')
  if (!article) throw new Error('The sample has no article to copy.')
  return {
    ...article,
    _id: 'article-refers-to-private',
    slug: slug('refers-to-private'),
    topics: ['internal.topic', 'topic-low-back-pain'].map((id) => ({_type: 'reference', _key: id, _ref: id})),
    contributors: [
      {
        _type: 'contributor',
        _key: 'c',
        role: 'author',
        person: {_type: 'reference', _ref: 'internal.person'},
      },
    ],
  }
}

function slug(current: string) {
  return {_type: 'slug', current}
}

/**
 * Starts a lake in memory with the sample content, two drafts, what is not public and whatever else, and opens the three
 * sources on it.
 */
export async function openSampleSources(others: readonly TestDocument[] = []): Promise<SampleSources> {
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
  const added = [...DRAFTS, ...PRIVATE, referringArticle(sampleDocuments), ...others]
  await editor.mutate(added.map((document) => ({createOrReplace: {...document}})))
  const everything = await editor.fetch<TestDocument[]>('*[!(_id in path("_.**"))]', {}, {perspective: 'raw'})
  // Another day, and time that passes as everywhere: a read that must be repeated waits before it.
  const clock = {...systemClock, now: () => NOW}
  const shared = {clock, studioUrl: 'http://localhost:3333'}
  const http = {...shared, url: lake.url, dataset: DATASET}
  return {
    published: {
      'in process': createTestContent({...shared, documents: everything}),
      'lake over HTTP': createContent(http),
      '@sanity/client': createContent({...shared, client}),
    },
    members: {
      'in process': createTestContent({...shared, documents: everything, withToken: true}),
      'lake over HTTP': createContent({...http, token}),
      '@sanity/client': createContent({...shared, client: editor}),
    },
    drafts: {
      'in process': createTestContent({...shared, documents: everything, perspective: 'drafts'}),
      'lake over HTTP': createContent({...http, token, perspective: 'drafts'}),
      '@sanity/client': createContent({...shared, client: editor, perspective: 'drafts'}),
    },
    preview: createPreview({client: editor, studioUrl: shared.studioUrl, clock}),
    editor,
    documents: everything,
    url: lake.url,
    [Symbol.asyncDispose]: () => lake.close(),
  }
}
