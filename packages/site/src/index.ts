export {createSite} from './createSite.ts'
export {startSite, type RunningSite, type StartSiteOptions} from './startSite.ts'
export {SiteError, type SiteErrorCode} from './SiteError.ts'
export type {SiteOptions} from './siteContext.ts'
