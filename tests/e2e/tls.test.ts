import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {type RunningLake, startLake} from '@spine-center/lake'
import {EMBEDDED, seedLake, serveStudio, studioDist} from '@spine-center/launcher'
import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {createCertificate} from '../conformance/createCertificate.ts'
import {launchChromium} from './startWorkplace.ts'
import {expectNoComplaints} from './studioComplaints.ts'
import {
  fieldOf,
  openDocument,
  openStudio,
  type StudioPage,
  takePicture,
  waitUntilPublishable,
} from './studioPage.ts'

let dataDir: string
let lake: RunningLake
let studio: Awaited<ReturnType<typeof serveStudio>>
let browser: Browser
let opened: StudioPage

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'tls-'))
  await seedLake({dataDir, ...EMBEDDED})
  lake = await startLake({dataDir, ...EMBEDDED, port: 0, tls: await createCertificate()})
  studio = await serveStudio({
    dist: studioDist,
    port: 0,
    configuration: {...EMBEDDED, apiHost: lake.url, siteUrl: 'http://localhost:3000'},
  })
  browser = await launchChromium()
  opened = await openStudio(browser, studio.url, 'Ada Editor', {ignoreHTTPSErrors: true})
})

afterAll(async () => {
  await browser.close()
  await studio.close()
  await lake.close()
  await rm(dataDir, {recursive: true})
})

describe('a Studio whose lake has a certificate', {retry: 2}, () => {
  it('edits over HTTP/2, all event streams on one host', async () => {
    const {page} = opened
    const protocols = new Set<string>()
    const hosts: string[] = []
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    session.on('Network.responseReceived', ({response}) => {
      if (!response.url.startsWith(`https://${EMBEDDED.projectId}.`)) return
      protocols.add(response.protocol ?? 'unknown')
      const {hostname, pathname} = new URL(response.url)
      if (pathname.includes('/data/listen/')) hosts.push(hostname)
    })
    await openDocument(page, studio.url, 'exercise', 'exercise-hip-hinge')
    await fieldOf(page, 'title').locator('input').first().fill('Hip hinge, over TLS')
    await waitUntilPublishable(page)
    await takePicture(page, 'tls')
    await expect.poll(() => hosts.length).toBeGreaterThanOrEqual(5)
    expect(protocols).toEqual(new Set(['h2']))
    expect(new Set(hosts)).toEqual(new Set([`${EMBEDDED.projectId}.localhost`]))
    expectNoComplaints([opened])
  })
})
