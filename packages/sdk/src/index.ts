export {createContent} from './content/createContent.ts'
export type {Content} from './content/content.ts'
export {indexById} from './content/indexById.ts'
export type * from './content/filters.ts'
export type {
  Article,
  ArticleBlock,
  ArticleCard,
  ArticleCitation,
  ArticleExercise,
  CarePathway,
  Citation,
  Condition,
  Contraindication,
  Exercise,
  ExerciseCard,
  GlossaryTerm,
  MovementPattern,
  Person,
  ResultOf,
  SiteSettings,
  Topic,
} from './content/results.ts'
export type {ContentPage, PageOptions} from './paging/pageOptions.ts'
export {imageSize, type ImageSize} from './images/imageSize.ts'
export {imageUrl, type ImageSource, type ImageUrlOptions} from './images/imageUrl.ts'
export type {
  ClientOptions,
  ContentOptions,
  EmbeddedOptions,
  HostedOptions,
  ReaderOptions,
  ReadOptions,
  ReadReport,
} from './client/contentOptions.ts'
export type {ClientLike} from './client/clientLike.ts'
export type {FetchLike} from './client/createHttpSource.ts'
export type {CachedResponse, ResponseCache} from './client/responseCache.ts'
export type {ListResult, QueryParams, ReadAccount} from './client/reader.ts'
export type {Clock} from './client/clock.ts'
export type {LiveOptions, LiveStatus} from './live/liveOptions.ts'
export type {Perspective} from './client/perspective.ts'
export type {
  ContentQuery,
  GivenParams,
  QuerySchemas,
  ResultPaths,
  ResultSchema,
  SchemaIssue,
} from './validation/contentQuery.ts'
export type {Strictness} from './validation/strictness.ts'
export {ContentError, type ContentErrorCode, type ContentErrorDetails} from './errors/ContentError.ts'
export type {ContentProblem} from './errors/contentProblem.ts'
export {formatProblem} from './errors/formatProblem.ts'
