export {fetchScreeningData} from './fetchScreeningData.ts'
export type {PartsResult} from '../client/reader.ts'
export type {ScreeningContent} from './readScreeningData.ts'
export type {ContentScreening, ScreenOptions} from './screenContent.ts'
export {
  ENGINE_VERSION,
  PHRASES,
  RESTRICTION_LEVELS,
  findContentProblems,
  findCycles,
  isInForce,
  isRetired,
  joinLevels,
  neededFacets,
  rankOf,
  screen,
} from '@spine-center/rules/safety'
export type * from '@spine-center/rules/safety'
