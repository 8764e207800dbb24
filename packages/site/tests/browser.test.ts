import axe from 'axe-core'
import {startLake} from '@spine-center/lake'
import {importSample} from '@spine-center/sample'
import {chromium, type Browser, type BrowserContext, type Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {startSite, type RunningSite} from '../src/index.ts'

// Nothing but this machine can be reached, so that a page which asks another host fails.
const CLOSED_NETWORK = '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1'
const PATHS = [
  '/',
  '/articles',
  '/articles/exercising-with-back-pain',
  '/articles/exercising-with-back-pain?at=2026-12-01T09:00',
  '/exercises?position=supine',
  '/exercises/knee-to-chest-supine',
  '/exercises/toe-touch',
  '/screening',
  '/get-help',
]

let lake: Awaited<ReturnType<typeof startLake>>
let site: RunningSite
let browser: Browser

beforeAll(async () => {
  const executablePath = process.env['CHROMIUM_PATH']
  if (!executablePath)
    throw new Error('Run the browser tests with `npm test`, which finds a Chromium, or set CHROMIUM_PATH.')
  lake = await startLake({port: 0, projectId: 'spine', dataset: 'production'})
  await importSample({url: lake.url, token: lake.createToken({role: 'editor', label: 'site tests'})})
  site = await startSite({port: 0, lakeUrl: lake.url})
  browser = await chromium.launch({
    executablePath,
    timeout: 120_000,
    args: ['--no-sandbox', '--disable-gpu', CLOSED_NETWORK],
  })
})

afterAll(async () => {
  await browser.close()
  await site.close()
  await lake.close()
})

/** Opens a page and collects everything that went wrong on it. */
async function open(
  context: BrowserContext,
  path: string,
): Promise<{page: Page; errors: string[]; hosts: Set<string>}> {
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  const errors: string[] = []
  const hosts = new Set<string>()
  page.on('console', (message) => errors.push(message.text()))
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('request', (request) => hosts.add(new URL(request.url()).host))
  page.on(
    'response',
    (response) => response.status() >= 400 && errors.push(`${response.status()} ${response.url()}`),
  )
  await page.goto(site.url + path)
  return {page, errors, hosts}
}

/** What axe finds wrong, as rule and place. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  const found: string[] = await page.evaluate(
    `axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}).then(({violations}) =>
      violations.flatMap(({id, nodes}) => nodes.map(({target, failureSummary}) => id + ' ' + target.join(' ') + ' ' + failureSummary)))`,
  )
  return found
}

describe.each(['light', 'dark'] as const)('in a %s scheme', (colorScheme) => {
  it.each(PATHS)('%s has no fault that axe finds, loads only its own, and logs nothing', async (path) => {
    const context = await browser.newContext({colorScheme, viewport: {width: 1280, height: 900}})
    const {page, errors, hosts} = await open(context, path)
    await page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true })')
    expect(await violations(page)).toEqual([])
    expect(errors).toEqual([])
    expect([...hosts]).toEqual([new URL(site.url).host])
    await context.close()
  })
})

describe('on a small screen', () => {
  it.each(PATHS)('%s fits into 320 pixels', async (path) => {
    const context = await browser.newContext({viewport: {width: 320, height: 640}})
    const {page} = await open(context, path)
    const overflow: number = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )
    expect(overflow).toBe(0)
    expect(await violations(page)).toEqual([])
    await context.close()
  })
})

describe('pictures', () => {
  it('of the sample content are shown', async () => {
    const context = await browser.newContext({viewport: {width: 1280, height: 900}})
    const {page} = await open(context, '/exercises/knee-to-chest-supine')
    // Not by waitForFunction: what it does again and again within the page, the page's own policy forbids.
    await expect.poll(() => page.evaluate('[...document.images].every((one) => one.complete)')).toBe(true)
    const widths: number[] = await page.evaluate('[...document.images].map((one) => one.naturalWidth)')
    expect(widths.length).toBeGreaterThan(0)
    expect(widths.filter((width) => width === 0)).toEqual([])
    await context.close()
  })
})

describe('screening with a keyboard and no script', () => {
  it('goes from red flags to the result, and leaves nothing in the address', async () => {
    const context = await browser.newContext({javaScriptEnabled: false})
    const {page, errors} = await open(context, '/screening')
    for (const no of await page.locator('input[value="no"]').all()) {
      await no.focus()
      await page.keyboard.press('Space')
    }
    await page.keyboard.press('Enter')
    await page.locator('input[name="condition.osteoporosis"][value="yes"]').focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    await page.locator('#avoid').waitFor()
    expect(await page.locator('.verdicts--avoid').innerText()).toContain('Standing toe touch')
    expect(page.url()).toBe(`${site.url}/screening`)
    expect(await context.cookies()).toEqual([])
    expect(errors).toEqual([])
    await context.close()
  })

  it('starts with a skip link that is seen when it has the focus', async () => {
    const context = await browser.newContext()
    const {page} = await open(context, '/')
    await page.keyboard.press('Tab')
    const box = await page.locator('.skip').boundingBox()
    expect(box?.y).toBeGreaterThanOrEqual(0)
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('main')
    await context.close()
  })
})
