import {createLake} from '@spine-center/lake'
import {importSample} from '@spine-center/sample'

interface SeedOptions {
  dataDir: string
  projectId: string
  dataset: string
  /** Called with the number of pictures and documents written so far, and how many there are. */
  onProgress?: (done: number, total: number) => void
}

/**
 * Puts the sample content into an embedded lake that holds no content yet; leaves any other lake as it is.
 *
 * @returns whether sample content was written.
 */
export async function seedLake({dataDir, projectId, dataset, onProgress}: SeedOptions): Promise<boolean> {
  const lake = await createLake({dataDir, projectId, dataset})
  try {
    const {token} = await lake.createToken({role: 'administrator', label: 'Sample content import'})
    return await importSample({
      url: 'http://localhost',
      projectId,
      dataset,
      token,
      fetch: (input: string | URL, init?: RequestInit) => lake.fetch(new Request(input, init)),
      ifEmpty: true,
      ...(onProgress ? {onProgress} : {}),
    })
  } finally {
    await lake.close()
  }
}
