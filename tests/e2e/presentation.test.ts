import {afterAll, afterEach, beforeAll, describe, expect, it} from 'vitest'
import {startWorkplace, type Workplace} from './startWorkplace.ts'
import {openStudio, type StudioPage, takePicture} from './studioPage.ts'

let workplace: Workplace
let studio: StudioPage

beforeAll(async () => {
  workplace = await startWorkplace()
  studio = await openStudio(workplace.browser, workplace.studioUrl)
})

afterEach(() => {
  const errors = studio.errors.splice(0)
  if (errors.length > 0) throw new Error(`The Studio complained:\n${errors.join('\n')}`)
})

afterAll(() => workplace.close())

describe('the Preview tool', {timeout: 180_000}, () => {
  it('shows the site in its frame', async () => {
    const {page} = studio
    await page.goto(`${workplace.studioUrl}/presentation`)
    const site = page.frameLocator('iframe')
    await site.locator('h1').first().waitFor()
    await takePicture(page, 'preview')
    const served = await (await fetch(workplace.siteUrl)).text()
    expect(served).toContain(await site.locator('h1').first().innerText())
  })
})
