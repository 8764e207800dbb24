import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {createDiskAssetStore} from './createDiskAssetStore.ts'
import type {AssetFile} from './assetFile.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'lake-assets-'))
})
afterEach(() => rmSync(dataDir, {recursive: true}))

test('an asset that is deleted between the look at it and its reading is not found', async () => {
  const store = createDiskAssetStore({dataDir})
  const upload = await store.receive(new Blob(['spine']).stream(), {maxBytes: 100, idleTimeoutMs: 1000})
  const file: AssetFile = {
    kind: 'files',
    dataset: 'production',
    sha1hash: upload.sha1hash,
    extension: 'txt',
  }
  await upload.keep(file)
  const asset = await store.open(file)
  await store.remove(file)
  await expect(asset?.stream({start: 0, end: 5})).rejects.toMatchObject({code: 'notFound'})
  await expect(asset?.readBytes()).rejects.toMatchObject({code: 'notFound'})
})
