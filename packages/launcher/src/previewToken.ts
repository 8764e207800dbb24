import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {createLake} from '@spine-center/lake'

/**
 * The token with which the site reads drafts for editors' previews: made once for a lake, that may read and nothing
 * else, and kept beside its content for this user alone. The lake must not be running yet.
 */
export function previewToken({
  dataDir,
  ...lakeOptions
}: {
  dataDir: string
  projectId: string
  dataset: string
}): string {
  const file = join(dataDir, '.site-preview-token')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  const lake = createLake({dataDir, ...lakeOptions})
  try {
    const token = lake.createToken({role: 'viewer', label: 'Site previews'})
    writeFileSync(file, `${token}\n`, {mode: 0o600})
    return token
  } finally {
    lake.close()
  }
}
