export {fetchFeedData} from './fetchFeedData.ts'
export type {PartsResult} from '../client/reader.ts'
export type {FeedContent, FeedReadOptions} from './readFeedData.ts'
export type {ContentFeed, FeedArticle, FeedRequest} from './resolveContentFeed.ts'
export {
  explainFeed,
  isKnownZone,
  resolveFeed,
  scheduleState,
  scheduleWindows,
} from '@spine-center/rules/feeds'
export type * from '@spine-center/rules/feeds'
