import type {ReadOptions} from '../client/contentOptions.ts'
import type {ListResult, QueryParams} from '../client/reader.ts'
import type {ContentFeed, FeedArticle, FeedRequest} from '../feeds/resolveContentFeed.ts'
import type {LiveOptions} from '../live/liveOptions.ts'
import type {ContentPage, PageOptions} from '../paging/pageOptions.ts'
import type {ContentQuery, QueryArguments} from '../validation/contentQuery.ts'
import type {ContentScreening, ScreenOptions} from '../safety/screenContent.ts'
import type {ResultUnder, Strictness} from '../validation/strictness.ts'
import type {
  ArticleFilter,
  CarePathwayFilter,
  CitationFilter,
  ConditionFilter,
  ContraindicationFilter,
  ExerciseFilter,
  GlossaryFilter,
  MovementPatternFilter,
  PersonFilter,
  SlugOptions,
} from './filters.ts'
import type {ContentQueries, ResultOf} from './results.ts'

type One<Name extends keyof ContentQueries, S extends Strictness> = Promise<ResultOf<ContentQueries[Name], S>>
type Page<Name extends keyof ContentQueries, S extends Strictness> = Promise<
  ContentPage<ResultOf<ContentQueries[Name], S>>
>

/**
 * The clinic's content, read from one source under one perspective; every result is validated. One
 * document comes whole or as null, or the read throws. A list comes as a page, without the documents that
 * are not as promised; those are reported in `problems`.
 *
 * Every method rejects with ContentError: `aborted`, `timeout`, `network`, `http`, `unauthorized`,
 * `not-json`, `too-large` when the source could not be read, `invalid-result` when the content is not as
 * promised, and lists with `invalid-cursor` when the cursor is not theirs.
 */
export interface Content<S extends Strictness = 'published'> {
  /** An article with everything that its page shows, in one request; null when there is none, or it is not out yet. */
  article(slug: string, options?: SlugOptions): One<'article', S>
  /** Articles, newest first, 20 a page; each from its date of publication on. */
  articles(filter?: ArticleFilter): Page<'articles', S>
  /** An exercise with everything that its page shows; null when there is none. Retired ones say so. */
  exercise(slug: string, options?: SlugOptions): One<'exercise', S>
  /** Exercises in use, by title. */
  exercises(filter?: ExerciseFilter): Page<'exercises', S>
  /**
   * Rules in force, by title, with grounds, sources and alternatives: those that screening applies at the same
   * instant. The clock alone changes them at midnight UTC: keep them no longer than that.
   *
   * @throws TypeError when `asOf` is no instant
   */
  contraindications(filter?: ContraindicationFilter): Page<'contraindications', S>
  /** What readers can say of themselves, by label. */
  conditions(filter?: ConditionFilter): Page<'conditions', S>
  /** Ways of moving that rules name, by label. */
  movementPatterns(filter?: MovementPatternFilter): Page<'movementPatterns', S>
  /** Red flags and where to find help, by heading. */
  carePathways(filter?: CarePathwayFilter): Page<'carePathways', S>
  /** Sources, by title. */
  citations(filter?: CitationFilter): Page<'citations', S>
  /** People, by family name. */
  people(filter?: PersonFilter): Page<'people', S>
  /** A person with everything that their page shows; null when there is none. */
  person(slug: string, options?: ReadOptions): One<'person', S>
  /** Terms in plain words, by term. */
  glossary(filter?: GlossaryFilter): Page<'glossary', S>
  /** Subjects that articles are filed under, by label. */
  topics(options?: PageOptions): Page<'topics', S>
  /** The clinic's settings; null when there are none yet. */
  settings(options?: ReadOptions): One<'settings', S>
  /**
   * What this clinic's published content says, exercise by exercise, for readers with these answers: an
   * editorial filter on content, no advice to a person. Silence in the content is never "safe". What was asked
   * and could not be used (a condition, sign or exercise that is not published) is in `problems`.
   *
   * @throws ContentError those of reading
   * @throws TypeError when an answer is not `present`, `absent` or `unknown`
   *
   * @example
   * ```ts
   * const {exercises, notice} = await content.screen({profile: {osteoporosis: 'present'}})
   * ```
   */
  screen(options: ScreenOptions): Promise<ContentScreening>
  /**
   * What a feed shows at an instant, why each item is there, and until when that stays so (`nextChangeAt`,
   * the exact lifetime for a cache as far as the clock decides). Null when there is no feed of that key. An article,
   * a campaign or another feed that is not as promised is left out and reported in `read.problems`.
   *
   * @throws ContentError those of reading
   *
   * @example
   * ```ts
   * const related = await content.feed('article-end', {host: article.slug, at: '2026-11-26T14:00:00Z'})
   * ```
   */
  feed(key: string, request?: FeedRequest<FeedArticle<S>>): Promise<ContentFeed<FeedArticle<S>> | null>
  /**
   * Reads a query of your own, generated by `groq-zod`.
   *
   * @throws ContentError `invalid-result` when the result is not as the query promises
   * @throws TypeError when a parameter is missing
   */
  query<Published, Drafts, Params extends object = QueryParams>(
    query: ContentQuery<Published, Drafts, Params>,
    ...args: QueryArguments<Params, ReadOptions>
  ): Promise<ResultUnder<S, Published, Drafts>>
  /**
   * Follows a query: its result at once, and again whenever content that it depends on changes, by Sanity's
   * live events. After the first result, what waiting may mend (no connection, no answer, 429, 5xx) never ends it:
   * it goes on trying, and tells `onStatus`. Leaving the loop, or the signal, ends it quietly. Of a list, items that
   * are not as promised are left out and told to `onProblem`.
   *
   * @throws ContentError those of reading for the first result; later `invalid-result`, `too-large`, and
   *   `unauthorized` or `http` when the source refuses a read or the stream of events
   * @throws TypeError when a parameter is missing, or the client has no live events
   *
   * @example
   * ```ts
   * for await (const article of content.live(articleBySlug, {slug, language: null})) render(article)
   * ```
   */
  live<Published, Drafts, Params extends object = QueryParams>(
    query: ContentQuery<Published, Drafts, Params>,
    ...args: QueryArguments<Params, LiveOptions>
  ): AsyncIterable<ResultUnder<S, Published, Drafts>>
  /**
   * Reads a query of your own that gives a list; documents that are not as promised are left out and
   * reported in `problems`.
   *
   * @throws ContentError `invalid-result` when the result is no list, or with `onInvalid: 'throw'`
   * @throws TypeError when a parameter is missing
   */
  queryList<
    Published extends readonly unknown[],
    Drafts extends readonly unknown[],
    Params extends object = QueryParams,
  >(
    query: ContentQuery<Published, Drafts, Params>,
    ...args: QueryArguments<Params, ReadOptions>
  ): Promise<ListResult<ResultUnder<S, Published, Drafts>>>
}
