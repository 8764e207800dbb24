import type {Dataset} from '../Dataset.ts'
import type {OpenFolder} from '../openFolder.ts'
import type {ArchiveLimits} from './ArchiveLimits.ts'
import type {ImportTables} from './ImportTables.ts'
import type {ImportSource} from './openSource.ts'
import type {OnProgress} from './Progress.ts'

/** What becomes of documents that exist already: an error, written over, or left. */
export type ImportMode = 'create' | 'replace' | 'missing'

/** How an import is done. */
export type ImportOptions = {
  projectId: string
  dataset: string
  mode: ImportMode
  /** Commits part by part and goes on where it was stopped; otherwise all happens or nothing. */
  isResumable: boolean
  isDryRun: boolean
  /** Takes documents of assets whose file is not there. */
  allowMissingAssets: boolean
  limits: ArchiveLimits
  onProgress: OnProgress
  clock: () => Date
}

/** One import under way. */
export type ImportJob = Omit<ImportOptions, 'dataset'> & {
  folder: OpenFolder
  dataset: Dataset
  source: ImportSource
  tables: ImportTables
}
