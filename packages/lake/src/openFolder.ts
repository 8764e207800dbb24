import type {DatabaseSync} from 'node:sqlite'
import type {AssetStore} from './assets/AssetStore.ts'
import {createDiskAssetStore} from './assets/createDiskAssetStore.ts'
import {DatasetRegistry} from './DatasetRegistry.ts'
import {assertServable} from './store/assertServable.ts'
import {lockFolder} from './store/lockFolder.ts'
import {openDatabase} from './store/openDatabase.ts'

/** A data folder that one command has for itself: nothing is served and no schedule runs. */
export type OpenFolder = {
  dataDir: string
  database: DatabaseSync
  datasets: DatasetRegistry
  assets: AssetStore
  close(): void
}

// A command reads a document once, so little is kept.
const CACHE_BYTES = 8 * 1024 * 1024

/**
 * Takes a data folder for a command that changes it.
 * @throws LakeError `folderInUse` when a lake has it, `databaseTooNew`.
 */
export function openFolder(
  dataDir: string,
  options: {publicUrl?: string; clock?: () => Date} = {},
): OpenFolder {
  const unlock = lockFolder(dataDir)
  let opened: DatabaseSync | undefined
  try {
    const database = openDatabase(dataDir)
    opened = database
    assertServable(database, dataDir)
    const datasets = new DatasetRegistry(database, {
      cacheBytes: CACHE_BYTES,
      clock: options.clock ?? (() => new Date()),
      publicUrl: () => options.publicUrl ?? 'http://localhost',
    })
    return {
      dataDir,
      database,
      datasets,
      assets: createDiskAssetStore({dataDir}),
      close: () => {
        database.close()
        unlock()
      },
    }
  } catch (error) {
    opened?.close()
    unlock()
    throw error
  }
}
