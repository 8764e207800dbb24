import {measureLoaded, type Measurement} from './measureLoaded.ts'

/** What a front end loads, what it may weigh, and what it is meant to weigh; in bytes, gzipped. */
interface SizeBudget extends Measurement {
  readonly name: string
  /** More than this fails the check. */
  readonly limitBytes: number
  /** Where it should get to. */
  readonly targetBytes: number
}

const open = `import {createContent} from './src/index.ts'
const content = createContent({url: 'http://localhost:3900', dataset: 'production'})`

const openClient = `import {createContent} from './src/index.ts'
const content = createContent({client: globalThis.client})`

const openPreview = `import {createPreview} from './src/preview/index.ts'
const content = createPreview({client: globalThis.client, studioUrl: 'http://localhost:3333'})`

/**
 * Limits are just above what is reached, so that nothing grows unseen; what keeps some from their targets is said in
 * ARCHITECTURE.md, under "What the SDK weighs".
 */
const budgets: readonly SizeBudget[] = [
  {
    name: 'open content, before anything is read',
    code: `${open}\nglobalThis.use = content`,
    limitBytes: 3_500,
    targetBytes: 4_100,
  },
  {
    name: 'read and validate articles, own transport',
    code: `${open}\nglobalThis.use = await content.articles()`,
    lazy: ['createHttpSource', 'listMethods', 'articles.light'],
    limitBytes: 9_300,
    targetBytes: 10_000,
  },
  {
    name: 'read and validate articles beside a client that the caller brings (its own bytes left out)',
    code: `${openClient}\nglobalThis.use = await content.articles()`,
    lazy: ['createClientSource', 'listMethods', 'articles.light'],
    limitBytes: 8_220,
    targetBytes: 9_000,
  },
  {
    name: 'read and validate an article, whole',
    code: `${open}\nglobalThis.use = await content.article('x')`,
    lazy: ['createHttpSource', 'articleBySlug.light'],
    limitBytes: 10_000,
    targetBytes: 10_000,
  },
  {
    name: 'the same beside a client that the caller brings (its own bytes left out)',
    code: `${openClient}\nglobalThis.use = await content.article('x')`,
    lazy: ['createClientSource', 'articleBySlug.light'],
    limitBytes: 9_000,
    targetBytes: 9_000,
  },
  {
    name: 'an article that is not as promised: zod, validators, problems',
    code: `${open}\nglobalThis.use = await content.article('x')`,
    lazy: ['createHttpSource', 'articleBySlug', 'checkResult'],
    limitBytes: 26_550,
    targetBytes: 30_000,
  },
  {
    name: '/safety: screen content that is already there',
    code: `import {screen} from './src/safety/index.ts'\nglobalThis.use = screen`,
    limitBytes: 6_000,
    targetBytes: 6_000,
  },
  {
    name: '/feeds: resolve a feed of content that is already there',
    code: `import {resolveFeed} from './src/feeds/index.ts'\nglobalThis.use = resolveFeed`,
    limitBytes: 6_000,
    targetBytes: 6_000,
  },
  {
    name: '/citations: reference lists in three styles',
    code: `import {listReferences} from './src/citations/index.ts'\nglobalThis.use = listReferences`,
    limitBytes: 3_640,
    targetBytes: 12_000,
  },
  {
    name: '/html: an article body as HTML, with references and glossary',
    code: `import {toHtml, referencesToHtml, glossaryToHtml} from './src/html/index.ts'
globalThis.use = [toHtml, referencesToHtml, glossaryToHtml]`,
    limitBytes: 11_020,
    targetBytes: 12_000,
  },
  {
    name: '/html: an article as HTML, with what stands around its body',
    code: `import * as html from './src/html/index.ts'
const {toHtml, articleTopToHtml, articleEndToHtml, emergencyPhone, referencesToHtml, glossaryToHtml} = html
globalThis.use = [toHtml, articleTopToHtml, articleEndToHtml, emergencyPhone, referencesToHtml, glossaryToHtml]`,
    limitBytes: 12_310,
    targetBytes: 12_500,
  },
  {
    name: '/jsonld: the graph of an article',
    code: `import {articleJsonLd, toScript} from './src/jsonld/index.ts'\nglobalThis.use = [articleJsonLd, toScript]`,
    limitBytes: 3_980,
    targetBytes: 12_000,
  },
  {
    name: "/images: Sanity's address builder for both lakes",
    code: `import {imageBuilder} from './src/images/index.ts'\nglobalThis.use = imageBuilder`,
    limitBytes: 3_300,
    targetBytes: 3_500,
  },
  {
    name: '/react: an article body as components, with references and glossary (React left out)',
    code: `import {ArticleBody, ReferenceList, Glossary} from './src/react/index.ts'
globalThis.use = [ArticleBody, ReferenceList, Glossary]`,
    limitBytes: 12_430,
    targetBytes: 12_500,
  },
  {
    name: '/react: an article as components, with what stands around its body (React left out)',
    code: `import * as react from './src/react/index.ts'
const {ArticleBody, ArticleTop, ArticleEnd, emergencyPhone, ReferenceList, Glossary} = react
globalThis.use = [ArticleBody, ArticleTop, ArticleEnd, emergencyPhone, ReferenceList, Glossary]`,
    limitBytes: 13_860,
    targetBytes: 14_000,
  },
  {
    name: '/preview: drafts with marks, before anything is read (@sanity/client left out)',
    code: openPreview,
    limitBytes: 3_660,
    targetBytes: 4_100,
  },
  {
    name: '/preview: an article with marks, checked by zod (@sanity/client left out)',
    code: `${openPreview}\nglobalThis.use = await content.article('x')`,
    lazy: ['articleBySlug', 'checkResult'],
    limitBytes: 25_090,
    targetBytes: 30_000,
  },
  {
    name: '/schemas: every query with its validators',
    code: `import * as schemas from './src/generated/index.ts'\nglobalThis.use = schemas`,
    limitBytes: 43_000,
    targetBytes: 57_000,
  },
  {
    name: '/testing: content from documents, before anything is read (groq-js left out)',
    code: `import {createTestContent} from './src/testing/index.ts'\nglobalThis.use = createTestContent`,
    limitBytes: 2_840,
    targetBytes: 4_100,
  },
]

for (const {name, limitBytes, targetBytes, ...measurement} of budgets) {
  const bytes = await measureLoaded(measurement)
  const verdict = bytes <= limitBytes ? 'ok' : 'TOO LARGE'
  process.stdout.write(`${verdict}  ${bytes} B gz (limit ${limitBytes}, target ${targetBytes})  ${name}\n`)
  if (bytes > limitBytes) process.exitCode = 1
}
