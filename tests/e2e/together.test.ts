import type {SanityClient} from '@sanity/client'
import type {Locator, Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, describe, expect, it} from 'vitest'
import {lakeClientOf} from './lakeClientOf.ts'
import {startWorkplace, type Workplace} from './startWorkplace.ts'
import {fieldOf, openDocument, openStudio, type StudioPage, takePicture} from './studioPage.ts'

const WAIT = {timeout: 60_000}

let workplace: Workplace
let ada: StudioPage
let ben: StudioPage
let lake: SanityClient

beforeAll(async () => {
  workplace = await startWorkplace()
  ada = await openStudio(workplace.browser, workplace.studioUrl, 'Ada Editor')
  ben = await openStudio(workplace.browser, workplace.studioUrl, 'Ben Writer')
  lake = lakeClientOf(workplace)
})

afterEach(() => {
  const errors = [...ada.errors.splice(0), ...ben.errors.splice(0)]
  if (errors.length > 0) throw new Error(`The Studio complained:\n${errors.join('\n')}`)
})

afterAll(() => workplace.close())

describe('two editors', {timeout: 240_000, retry: 2}, () => {
  it('see each other and each other’s changes in one document', async () => {
    const id = 'exercise-pelvic-tilt'
    await openDocument(ada.page, workplace.studioUrl, 'exercise', id)
    await openDocument(ben.page, workplace.studioUrl, 'exercise', id)
    await titleOf(ben.page).click()
    await ada.page.locator('[data-ui="Avatar"][aria-label="Ben Writer"]:visible').first().waitFor()
    await takePicture(ada.page, 'presence')

    await titleOf(ben.page).fill('Pelvic tilt, by Ben')
    await expect.poll(() => titleOf(ada.page).inputValue(), WAIT).toBe('Pelvic tilt, by Ben')
    await purposeOf(ada.page).fill('Ada says what it is for.')
    await expect.poll(() => purposeOf(ben.page).inputValue(), WAIT).toBe('Ada says what it is for.')
    await takePicture(ben.page, 'two-editors')
    await expect
      .poll(() => lake.getDocument(`drafts.${id}`), WAIT)
      .toMatchObject({title: 'Pelvic tilt, by Ben', purpose: 'Ada says what it is for.'})
  })
})

describe('ten open documents in two tabs', {timeout: 240_000, retry: 2}, () => {
  it('are saved: listeners leave connections free for everything else', async () => {
    const context = ada.page.context()
    const ids = await lake.fetch<string[]>('*[_type == "exercise"] | order(_id) [0...10]._id')
    const [left, right] = [ids.slice(0, 5), ids.slice(5)]
    const second = await context.newPage()
    await openPanes(ada.page, left)
    await openPanes(second, right)
    for (const [page, opened] of [
      [ada.page, left],
      [second, right],
    ] as const) {
      const last = opened.at(-1)
      await titleOf(page).fill(`Saved among ten: ${last}`)
      await expect
        .poll(() => lake.getDocument(`drafts.${last}`), WAIT)
        .toMatchObject({title: `Saved among ten: ${last}`})
    }
    await takePicture(second, 'five-panes')
    await second.close()
  })
})

/** Opens documents side by side, the last one wide. */
async function openPanes(page: Page, ids: readonly string[]): Promise<void> {
  const panes = ids.map((id) => `__edit__${id},type=exercise`).join(';')
  await page.goto(`${workplace.studioUrl}/structure/${encodeURI(panes)}`)
  await titleOf(page).waitFor(WAIT)
  await expect.poll(() => page.getByTestId('document-pane').count(), WAIT).toBe(ids.length)
}

function titleOf(page: Page): Locator {
  return fieldOf(page, 'title').locator('input').last()
}

function purposeOf(page: Page): Locator {
  return fieldOf(page, 'purpose').locator('textarea, input').first()
}
