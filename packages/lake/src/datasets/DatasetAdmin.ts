import type {AclMode} from '../Dataset.ts'
import type {CopyOptions} from './copyDataset.ts'

/** A dataset as it is listed. */
export type DatasetFacts = {name: string; aclMode: string; createdAt: string; addonFor: string | undefined}

/** What can be done with datasets, in a data folder or through the address of a running lake. */
export type DatasetAdmin = {
  list(): Promise<DatasetFacts[]>
  countDocuments(name: string): Promise<number>
  create(name: string, aclMode: AclMode): Promise<void>
  remove(name: string): Promise<void>
  copy(from: string, to: string, options: CopyOptions): Promise<void>
  setAclMode(name: string, aclMode: AclMode): Promise<void>
  close(): void
}
