// Checked by plain tsc: each @ts-expect-error fails the type check when the misuse compiles.
import {expectTypeOf} from 'vitest'
import type {Content} from './content.ts'
import {createContent} from './createContent.ts'
import {articleBySlug} from '../generated/articleBySlug.ts'
import {articles} from '../generated/articles.ts'
import {settings} from '../generated/settings.ts'
import type {ContentQuery} from '../validation/contentQuery.ts'
import type {Article, ArticleBlock, ResultOf, SiteSettings} from './results.ts'

export async function checkResults(content: Content): Promise<void> {
  const article = await content.article('x')
  expectTypeOf(article).toEqualTypeOf<Article | null>()
  if (!article) return
  expectTypeOf(article.title).toEqualTypeOf<string>()
  expectTypeOf<Article['exercises'][number]['slug']>().toEqualTypeOf<string>()
  // @ts-expect-error -- `article` may be null before it is checked
  void (await content.article('x')).title
  // @ts-expect-error -- the query does not project `sourceImport`
  void article.sourceImport
  // @ts-expect-error -- a misspelt field
  void article.titel
  const {items, nextCursor} = await content.articles({topic: 'exercise'})
  expectTypeOf(nextCursor).toEqualTypeOf<string | null>()
  // @ts-expect-error -- a card has no body
  void items[0]?.body
}

export function checkBlocks(block: ArticleBlock): string {
  // Every kind of block is told apart by its `_type`; a new kind in the schema is a compile error here.
  const {_type: type} = block
  switch (type) {
    case 'block':
    case 'carePathwayRef':
    case 'disclaimerRef':
    case 'exerciseCard':
    case 'exerciseList':
    case 'faqList':
    case 'figure':
    case 'pullStat':
    case 'tableBlock':
    case 'warning':
      return type
    default:
      return type satisfies never
  }
}

export async function checkMisuse(content: Content): Promise<void> {
  // @ts-expect-error -- no such filter
  await content.articles({tpoic: 'exercise'})
  // @ts-expect-error -- no such kind of article
  await content.articles({kind: 'poem'})
  // @ts-expect-error -- no such position
  await content.exercises({position: 'upside-down'})
  // @ts-expect-error -- `profile` is missing
  await content.screen({})
  // @ts-expect-error -- an answer is present, absent or unknown
  await content.screen({profile: {osteoporosis: 'yes'}})
}

export async function checkQueries(content: Content): Promise<void> {
  const article = await content.query(articleBySlug, {slug: 'x', language: null})
  expectTypeOf(article).toEqualTypeOf<Article | null>()
  // @ts-expect-error -- `language` is missing
  await content.query(articleBySlug, {slug: 'x'})
  // @ts-expect-error -- no such parameter
  await content.query(articleBySlug, {slug: 'x', language: null, sulg: 'y'})
  // @ts-expect-error -- the parameters are missing
  await content.query(articleBySlug)
  // @ts-expect-error -- a slug is text
  await content.query(articleBySlug, {slug: 7, language: null})
  // @ts-expect-error -- a slug is no "any": the query compares it always
  await content.query(articleBySlug, {slug: null, language: null})
  // @ts-expect-error -- no language that the schema knows
  await content.query(articleBySlug, {slug: 'x', language: 'tlh'})
  // @ts-expect-error -- a language that is left out would be no parameter at all
  await content.query(articleBySlug, {slug: 'x', language: undefined})
  // @ts-expect-error -- live takes the same parameters
  content.live(articleBySlug, {slug: 'x', language: 'tlh'})
  expectTypeOf(await content.query(settings)).toEqualTypeOf<SiteSettings | null>()
  // @ts-expect-error -- settings take no parameters
  await content.query(settings, {slug: 'x'})
  // @ts-expect-error -- one article is no list
  await content.queryList(articleBySlug, {slug: 'x', language: null})
  // @ts-expect-error -- most parameters are missing
  await content.queryList(articles, {limit: 3})
  const first = {after: null, afterId: null, afterRank: 3, before: null}
  const page = {...first, bodyRegion: null, kind: null, language: null}
  expectTypeOf((await content.queryList(articles, {...page, limit: 3})).items).toEqualTypeOf<
    ResultOf<typeof articles>
  >()
  // @ts-expect-error -- a limit is a number
  await content.queryList(articles, {...page, limit: '3'})
}

export async function checkHandWritten(content: Content, query: ContentQuery<number, number>): Promise<void> {
  expectTypeOf(await content.query(query)).toEqualTypeOf<number>()
  // Nothing is known of its parameters.
  await content.query(query, {any: 'thing'})
}

export function checkOptions(): void {
  const published = createContent({url: 'http://localhost:3900', dataset: 'production'})
  expectTypeOf(published).toEqualTypeOf<Content>()
  const drafts = createContent({projectId: 'a', dataset: 'b', token: 't', perspective: 'drafts'})
  expectTypeOf(drafts).toEqualTypeOf<Content<'drafts'>>()
  // @ts-expect-error -- where from?
  createContent({dataset: 'production'})
  // @ts-expect-error -- which dataset?
  createContent({url: 'http://localhost:3900'})
  // @ts-expect-error -- a client brings its own address
  createContent({client: {fetch: () => Promise.resolve(null)}, url: 'http://localhost:3900', dataset: 'a'})
}
