import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createClient} from '@sanity/client'
import {expect, it} from 'vitest'
import {createLake} from '../createLake.ts'
import {startLake} from '../startLake.ts'

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>'

it('an asset uploaded in process has the address of the server that serves it later', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'asset-url-'))
  const before = createLake({dataDir})
  const token = before.createToken({role: 'editor', label: 'upload'})
  const upload = await before.fetch('http://localhost/v2025-02-19/assets/images/production', {
    method: 'POST',
    headers: {authorization: `Bearer ${token}`, 'content-type': 'image/svg+xml'},
    body: SVG,
  })
  expect(upload.status).toBe(200)
  before.close()

  const lake = await startLake({dataDir, port: 0})
  try {
    const client = createClient({
      projectId: lake.projectId,
      dataset: lake.dataset,
      apiVersion: '2025-02-19',
      apiHost: lake.url,
      useProjectHostname: false,
      useCdn: false,
    })
    const url = await client.fetch<string>('*[_type == "sanity.imageAsset"][0].url')
    expect(url.startsWith(`${lake.url}/images/spine/production/`)).toBe(true)
    expect(await (await fetch(url)).text()).toBe(SVG)
  } finally {
    await lake.close()
    await rm(dataDir, {recursive: true})
  }
})
