import {mkdir} from 'node:fs/promises'
import {join} from 'node:path'
import type {Browser, BrowserContextOptions, Locator, Page} from 'playwright-core'
import {collectComplaints, type Complaints} from './studioComplaints.ts'

/** A Studio in Chromium, signed in, with what it complained about. */
export interface StudioPage {
  page: Page
  complaints: Complaints
}

/** Opens the Studio and signs in by the lake's own page, as the first person or as one who was there before. */
export async function openStudio(
  browser: Browser,
  studioUrl: string,
  name = 'Ada Editor',
  options: BrowserContextOptions = {},
): Promise<StudioPage> {
  const context = await browser.newContext({viewport: {width: 1400, height: 1000}, ...options})
  // Of every page in it.
  context.setDefaultTimeout(60_000)
  const page = await context.newPage()
  const complaints = collectComplaints(page)
  await page.goto(studioUrl)
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Your name').press('Enter')
  await page.waitForURL(`${studioUrl}/**`)
  await page.getByRole('link', {name: 'Articles'}).waitFor()
  return {page, complaints}
}

/** Opens the form of a document and waits until it can be edited. */
export async function openDocument(
  page: Page,
  studioUrl: string,
  type: string,
  id: string,
  field = 'title',
): Promise<void> {
  await page.goto(`${studioUrl}/intent/edit/id=${id};type=${type}/`)
  await fieldOf(page, field).locator('input').first().waitFor()
  await page.getByTestId('action-publish').first().waitFor()
}

/** Chooses an action of the open document, such as Duplicate, from the menu beside its main button. */
export async function chooseAction(page: Page, action: string): Promise<void> {
  const menu = page.locator('[data-testid="pane-footer"] [data-testid="action-menu-button"]:visible')
  const item = page.locator(`[data-testid="action-${action}"]:visible`)
  const enabled = item.and(page.locator(':not([disabled])'))
  // The Studio closes the menu again when it redraws the footer under it, as it does while a document loads.
  for (let attempt = 1; !(await enabled.isVisible()); attempt++) {
    if (attempt > 20) throw new Error(`The menu offers no action ${action}.`)
    if (!(await item.isVisible())) await menu.click()
    await enabled.waitFor({timeout: 3000}).catch(() => {})
  }
  await enabled.click()
}

/** Waits until the changes to the open document are saved and it may be published. */
export async function waitUntilPublishable(page: Page): Promise<void> {
  await page.locator('[data-testid="action-publish"][data-disabled="false"]:visible').waitFor()
}

/** The whole of a field in the form: label, description and input. */
export function fieldOf(page: Page, name: string): Locator {
  return page.locator(`[data-testid="field-${name}"]:visible`)
}

/** Publishes the open document, once the Studio has saved and checked it, and waits until it says that it did. */
export async function publish(page: Page): Promise<void> {
  await page
    .getByTestId('pane-footer-document-status')
    .getByText(/Saved|Edited/)
    .first()
    .waitFor()
  await page.locator('[data-testid="action-publish"][data-disabled="false"]:visible').click()
  await page.getByText('was published').last().waitFor()
}

/** Keeps a picture of the page to look at, where `PICTURES_DIR` names a folder for it. */
export async function takePicture(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES_DIR']
  if (!folder) return
  await mkdir(folder, {recursive: true})
  await page.screenshot({path: join(folder, `${name}.png`)})
}
