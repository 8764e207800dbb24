import {openFolder} from '../openFolder.ts'
import {assertLakeThere} from '../store/assertLakeThere.ts'
import {copyDataset} from './copyDataset.ts'
import type {DatasetAdmin} from './DatasetAdmin.ts'

/**
 * Works on the datasets of a folder that no lake uses.
 * @param options.mayMake - the lake is made where there is none
 * @throws LakeError `folderInUse`, `notFound`.
 */
export function createFolderAdmin(dataDir: string, options: {mayMake: boolean}): DatasetAdmin {
  assertLakeThere(dataDir, options)
  const folder = openFolder(dataDir)
  const {datasets, assets} = folder
  return {
    list: async () => datasets.list(),
    countDocuments: async (name) => datasets.get(name).store.ids.size,
    create: async (name, aclMode) => void datasets.create(name, {aclMode}),
    remove: async (name) => {
      datasets.remove(name)
      await assets.removeDataset(name)
    },
    copy: async (from, to, options) => void (await copyDataset(folder, from, to, options)),
    setAclMode: async (name, aclMode) => void datasets.setAclMode(name, aclMode),
    close: () => folder.close(),
  }
}
