import {startLake} from '@spine-center/lake'
import {afterAll, describe, expect, it} from 'vitest'
import {startSite} from '../src/index.ts'

const lake = await startLake({port: 0, projectId: 'spine', dataset: 'production'})
const site = await startSite({port: 0, lakeUrl: lake.url})

afterAll(async () => {
  await site.close()
  await lake.close()
})

describe('startSite', () => {
  it('listens on this machine and answers, even before there is any content', async () => {
    expect(site.url).toBe(`http://127.0.0.1:${site.port}`)
    for (const path of ['/', '/articles', '/exercises', '/screening', '/get-help', '/healthz']) {
      const {status} = await fetch(site.url + path)
      expect([path, status]).toEqual([path, 200])
    }
  })

  it('says which port is taken and what to change', async () => {
    await expect(startSite({port: site.port, lakeUrl: lake.url})).rejects.toMatchObject({
      name: 'SiteError',
      code: 'port-in-use',
      message: expect.stringMatching(/Port \d+ on 127\.0\.0\.1 is taken.*SITE_PORT/u),
    })
  })

  it.each([-1, 1.5, 70_000])('refuses the port %s', async (port) => {
    await expect(startSite({port})).rejects.toThrow(TypeError)
  })

  it('stops', async () => {
    const other = await startSite({port: 0, lakeUrl: lake.url})
    await other.close()
    await expect(fetch(`${other.url}/healthz`)).rejects.toThrow(TypeError)
  })
})
