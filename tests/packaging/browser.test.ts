import {readFile} from 'node:fs/promises'
import {createServer} from 'node:http'
import {extname, join} from 'node:path'
import {chromium} from 'playwright-core'
import {describe, expect, it} from 'vitest'
import {createProject} from './createProject.ts'
import {run} from './run.ts'
import {SHOWN, startSampleLake} from './startSampleLake.ts'

const TYPES: Readonly<Record<string, string>> = {'.html': 'text/html', '.js': 'text/javascript'}

describe('Vite and React', () => {
  it('render the sample article in Chromium', async () => {
    await using lake = await startSampleLake()
    await using project = await createProject('vite')
    await run(project.program('vite'), ['build'], {cwd: project.folder, env: {VITE_LAKE_URL: lake.url}})
    await using site = await serveFolder(join(project.folder, 'dist'))
    await using browser = await chromium.launch({
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      timeout: 120_000,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    })
    const page = await browser.newPage()
    page.setDefaultTimeout(60_000)
    const complaints: string[] = []
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(site.url)
    await page.locator('ol.references').waitFor()
    const html = await page.content()
    for (const part of SHOWN) expect(html).toContain(part)
    expect(await page.locator('sup.citation a').first().getAttribute('href')).toBe('#reference-1')
    expect(await page.locator('.care-card--immediate .care-card__signs').first().isVisible()).toBe(true)
    expect(complaints).toEqual([])
  })
})

async function serveFolder(folder: string): Promise<AsyncDisposable & {readonly url: string}> {
  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '')
    readFile(join(folder, path)).then(
      (body) => response.writeHead(200, {'content-type': TYPES[extname(path)] ?? 'text/plain'}).end(body),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
