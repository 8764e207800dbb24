export {fetchFeedData, type FeedContent, type FeedReadOptions} from './fetchFeedData.ts'
export type {ContentFeed, FeedArticle, FeedRequest} from './resolveContentFeed.ts'
export {isKnownZone, resolveFeed, scheduleState, scheduleWindows} from '@spine-center/rules/feeds'
export type * from '@spine-center/rules/feeds'
