export {createContent} from './content/createContent.ts'
export type {Content} from './content/content.ts'
export type {
  ClientOptions,
  ContentOptions,
  EmbeddedOptions,
  HostedOptions,
  ReadOptions,
  ReadReport,
} from './client/contentOptions.ts'
export type {ClientLike} from './client/createClientSource.ts'
export type {FetchLike} from './client/createHttpSource.ts'
export type {ListResult, QueryParams} from './client/createReader.ts'
export type {Clock} from './client/clock.ts'
export type {Perspective} from './client/perspective.ts'
export type {ContentQuery, ResultSchema} from './validation/contentQuery.ts'
export {ContentError, type ContentErrorCode} from './errors/ContentError.ts'
export type {ContentProblem} from './errors/contentProblem.ts'
export {formatProblem} from './errors/formatProblem.ts'
