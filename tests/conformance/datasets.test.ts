import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {openLake, TRANSPORTS} from './lakeFixture.ts'
import type {LakeUnderTest} from './lakeFixture.ts'

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

describe.each(TRANSPORTS)('datasets (%s)', (transport) => {
  let lake: LakeUnderTest
  beforeAll(async () => {
    lake = await openLake(transport, {documents: [{_id: 'a', _type: 'article', title: 'Backs'}]})
  })
  afterAll(() => lake.close())

  const put = (path: string, body: object): Promise<Response> =>
    lake.request(path, {
      method: 'PUT',
      body: JSON.stringify(body),
      headers: {authorization: `Bearer ${lake.token}`, 'content-type': 'application/json'},
    })

  test('are made, listed, changed and deleted by the client', async () => {
    expect(await lake.client.datasets.create('staging', {aclMode: 'private'})).toMatchObject({
      datasetName: 'staging',
      aclMode: 'private',
    })
    await lake.client.withConfig({dataset: 'staging'}).create({_id: 'only', _type: 'article'})
    const anonymous = lake.anonymous.withConfig({dataset: 'staging'})
    await expect(anonymous.fetch('*')).rejects.toMatchObject({statusCode: 401})
    expect(await lake.client.datasets.edit('staging', {aclMode: 'public'})).toMatchObject({aclMode: 'public'})
    expect(await anonymous.fetch('*._id')).toEqual(['only'])
    expect((await lake.client.datasets.list()).map(({name}) => name)).toContain('staging')
    expect(await lake.client.datasets.delete('staging')).toEqual({deleted: true})
    await expect(lake.client.withConfig({dataset: 'staging'}).fetch('*')).rejects.toMatchObject({
      statusCode: 404,
    })
    // One of the same name begins empty.
    await lake.client.datasets.create('staging')
    expect(await anonymous.fetch('*._id')).toEqual([])
    await lake.client.datasets.delete('staging')
  })

  test('are refused under a taken or a wrong name, and with what this lake lacks', async () => {
    await expect(lake.client.datasets.create('production')).rejects.toMatchObject({statusCode: 409})
    expect((await put('/datasets/Un%20fit', {})).status).toBe(400)
    expect((await put('/datasets/other', {aclMode: 'custom'})).status).toBe(400)
    expect((await put('/datasets/other', {embeddings: {enabled: true}})).status).toBe(400)
    expect((await lake.client.datasets.list()).map(({name}) => name)).not.toContain('other')
  })

  test('are the business of administrators', async () => {
    const anonymous = lake.anonymous.datasets
    await expect(anonymous.create('mine')).rejects.toMatchObject({statusCode: 401})
    await expect(anonymous.delete('production')).rejects.toMatchObject({statusCode: 401})
    await expect(anonymous.edit('production', {aclMode: 'private'})).rejects.toMatchObject({statusCode: 401})
    expect((await lake.request('/datasets/production/copy', {method: 'PUT'})).status).toBe(401)
  })

  test('end their streams when they are made private', async () => {
    await lake.client.datasets.create('closing')
    const stream = await lake.request('/data/listen/closing?query=*')
    await lake.client.datasets.edit('closing', {aclMode: 'private'})
    expect(await stream.text()).toContain('event: welcome')
    expect((await lake.request('/data/listen/closing?query=*')).status).toBe(401)
    await lake.client.datasets.delete('closing')
  })

  test('are copied with history and assets', async () => {
    const asset = await lake.client.assets.upload('image', PIXEL, {filename: 'pixel.png'})
    await lake.client.patch('a').set({title: 'Better backs'}).commit()
    const answer = await put('/datasets/production/copy', {targetDataset: 'copy'})
    expect(await answer.json()).toMatchObject({datasetName: 'copy', jobId: expect.stringMatching(/^copy-/)})
    const copy = lake.client.withConfig({dataset: 'copy'})
    const [original, copied] = await Promise.all([lake.client.getDocument('a'), copy.getDocument('a')])
    expect(copied).toEqual(original)
    const history = await lake.request(`/data/history/copy/documents/a?revision=${String(original?._rev)}`, {
      headers: {authorization: `Bearer ${lake.token}`},
    })
    expect(await history.json()).toMatchObject({documents: [{title: 'Better backs'}]})
    const file = await copy.getDocument(asset._id)
    expect(String(file?.['path'])).toMatch(/^images\/spine\/copy\//)
    const bytes = await lake.request(`/../${String(file?.['path'])}`)
    expect(Buffer.from(await bytes.arrayBuffer()).equals(PIXEL)).toBe(true)
    // What is done to one leaves the other alone.
    await lake.client.datasets.delete('copy')
    expect((await lake.request(`/../${asset.path}`)).status).toBe(200)
    expect((await put('/datasets/production/copy', {targetDataset: 'production'})).status).toBe(409)
    expect((await put('/datasets/nowhere/copy', {targetDataset: 'x'})).status).toBe(404)
  })

  test('take their listeners along when they go', async () => {
    await lake.client.datasets.create('short')
    const stream = await lake.request('/data/listen/short?query=*', {
      headers: {authorization: `Bearer ${lake.token}`},
    })
    await lake.client.datasets.delete('short')
    expect(await stream.text()).toMatch(/^event: welcome/)
  })
})
