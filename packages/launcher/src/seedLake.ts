import {existsSync, mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {createLake} from '@spine-center/lake'
import {importSample} from '@spine-center/sample'

interface SeedOptions {
  dataDir: string
  projectId: string
  dataset: string
}

/**
 * Puts the sample content into a new embedded lake, once: content that an editor deletes stays deleted, and a lake that
 * holds content is left as it is.
 *
 * @returns how many documents were written, 0 when there was nothing to do.
 * @throws SampleImportError when the lake refuses the content.
 */
export async function seedLake({dataDir, projectId, dataset}: SeedOptions): Promise<number> {
  const stamp = join(dataDir, '.sample-content')
  if (existsSync(stamp)) return 0
  mkdirSync(dataDir, {recursive: true})
  const lake = createLake({dataDir, projectId, dataset})
  try {
    const {documents} = await importSample({
      url: 'http://localhost',
      dataset,
      token: lake.createToken({role: 'administrator', label: 'Sample content import'}),
      fetch: (request) => lake.fetch(request),
      ifEmpty: true,
    })
    writeFileSync(stamp, `The sample content was offered to this lake on ${new Date().toISOString()}.\n`)
    return documents
  } finally {
    lake.close()
  }
}
