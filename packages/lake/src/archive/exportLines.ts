import {rename, rm} from 'node:fs/promises'
import {dirname} from 'node:path'
import {syncPath} from '../store/copyBeside.ts'
import {openSnapshot} from '../store/openSnapshot.ts'
import {isChosen} from './chooseDocuments.ts'
import type {DocumentChoice} from './chooseDocuments.ts'
import type {OnProgress} from './Progress.ts'
import {writeLines} from './writeLines.ts'

/**
 * Writes documents as they are stored, one JSON line each, as of one moment; the file is there whole or not at all.
 * Gives their number.
 * @throws LakeError `notFound` for the dataset.
 */
export async function exportLines(options: {
  dataDir: string
  dataset: string
  file: string
  choice: DocumentChoice
  onProgress: OnProgress
}): Promise<number> {
  const {dataDir, dataset, file, choice, onProgress} = options
  const snapshot = openSnapshot(dataDir)
  const partial = `${file}.partial`
  try {
    const total = snapshot.countDocuments(dataset)
    const count = await writeLines(partial, chosen(), (done) => onProgress('Documents', done, total))
    syncPath(partial)
    await rename(partial, file)
    syncPath(dirname(file))
    return count
  } finally {
    snapshot.close()
    await rm(partial, {force: true})
  }

  function* chosen(): Generator<string> {
    for (const document of snapshot.documents(dataset)) {
      if (isChosen(document, choice)) yield JSON.stringify(document)
    }
  }
}
