import type {Subject} from '../suite/Case.ts'
import {moments} from './history/moments.ts'
import {transactionLog} from './history/transactionLog.ts'
import {documentEvents} from './history/documentEvents.ts'
import {versionEvents} from './history/versionEvents.ts'
import {pagesAndReleases} from './history/pagesAndReleases.ts'

/** What happened, and what documents were. */
export const history: Subject = {
  subject: 'history',
  cases: [...moments, ...transactionLog, ...documentEvents, ...versionEvents, ...pagesAndReleases],
}
