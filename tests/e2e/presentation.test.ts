import {stegaClean} from '@sanity/client/stega'
import type {FrameLocator, Locator, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {fieldOf, openStudio, takePicture} from './studioPage.ts'
import {startWorkplace, type Workplace} from './startWorkplace.ts'
import type {Complaints} from './studioComplaints.ts'

const PATH = '/articles/exercising-with-back-pain'
const TITLE = 'Exercising with Back Pain'
const NEW_TITLE = 'Exercising when your back hurts'

// The Studio loses patience with the page after some seconds and says so; on a busy machine both are slow to load.
const SLOW = /^(?:Unable to connect to visual editing|The preview iframe hasn't finished loading)/

let workplace: Workplace
let page: Page
let complaints: Complaints

beforeAll(async () => {
  workplace = await startWorkplace()
  ;({page, complaints} = await openStudio(workplace.browser, workplace.studioUrl))
})

afterAll(() => workplace.close())

const site = (): FrameLocator => page.frameLocator('iframe')

const happens = (event: Promise<void>): Promise<boolean> => event.then(() => true).catch(() => false)

/**
 * Clicks an element of the page in the tool once the overlay stands over it, with the document's name: before, the click
 * would be the page's own, and follow a link. Gives whether the field is focused then.
 */
async function clickToEdit(element: Locator, name: string, field: Locator): Promise<boolean> {
  const overlay = site().locator('sanity-visual-editing').getByText(name).first()
  for (let attempt = 1; attempt <= 15; attempt++) {
    await element.hover({timeout: 5000}).catch(() => undefined)
    if (!(await happens(overlay.waitFor({timeout: 5000})))) {
      // The overlay answers to the pointer that comes, not to one that stands there already.
      await page.mouse.move(5, 5)
      continue
    }
    await element.click({timeout: 5000}).catch(() => undefined)
    if (await happens(field.locator(':focus').waitFor({timeout: 10_000}))) return true
  }
  return false
}

async function shownTo(headers: Record<string, string> = {}): Promise<string> {
  const response = await fetch(workplace.siteUrl + PATH, {headers})
  return response.text()
}

describe('the Preview tool', () => {
  it('shows the page of an article in the site', async () => {
    await page.goto(`${workplace.studioUrl}/preview?preview=${encodeURIComponent(PATH)}`)
    const heading = site().locator('h1')
    await heading.waitFor()
    expect(stegaClean(await heading.innerText())).toBe(TITLE)
    await site().getByText('You see drafts.').waitFor()
    await fieldOf(page, 'title').waitFor()
    await takePicture(page, 'preview-open')
  })

  it('opens the field whose text is clicked', async () => {
    expect(await clickToEdit(site().locator('h1'), TITLE, fieldOf(page, 'title'))).toBe(true)
    await takePicture(page, 'preview-click-title')
    expect(await clickToEdit(site().locator('p.lead').first(), TITLE, fieldOf(page, 'summary'))).toBe(true)
    await takePicture(page, 'preview-click-summary')
  })

  it('shows what is typed, to the editor alone', async () => {
    await fieldOf(page, 'title').locator('input').first().fill(NEW_TITLE)
    await expect.poll(async () => stegaClean(await site().locator('h1').innerText())).toBe(NEW_TITLE)
    await takePicture(page, 'preview-typed')
    const visitors = await shownTo()
    expect(visitors).not.toContain(NEW_TITLE)
    expect(visitors).toBe(stegaClean(visitors))
    expect(visitors).not.toContain('/preview/')
  })

  it('opens the document that a part of the page comes from', async () => {
    const topic = site().locator('a[href*="topic="]').first()
    const label = stegaClean(await topic.innerText())
    expect(await clickToEdit(topic, label, fieldOf(page, 'label'))).toBe(true)
    await expect.poll(() => fieldOf(page, 'label').locator('input').first().inputValue()).toBe(label)
    await takePicture(page, 'preview-click-topic')
  })

  it('goes without complaints', () => {
    expect(complaints.take().filter((error) => !SLOW.test(error))).toEqual([])
  })
})
