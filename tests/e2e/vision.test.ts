import {afterEach, describe, expect, it} from 'vitest'
import {lakeClientOf} from './lakeClientOf.ts'
import {shareWorkplace} from './shareWorkplace.ts'
import type {Workplace} from './startWorkplace.ts'
import {expectNoComplaints} from './studioComplaints.ts'
import {openStudio, type StudioPage, takePicture} from './studioPage.ts'

const QUERY = '*[_type == "exercise" && slug.current == "hip-hinge"]{title, "steps": count(steps)}'

let workplace: Workplace
let studio: StudioPage

shareWorkplace(async (started) => {
  workplace = started
  studio = await openStudio(workplace.browser, workplace.studioUrl)
})

afterEach(() => expectNoComplaints([studio]))

describe('the query tool', {retry: 2}, () => {
  it('runs a query and shows what the lake answers', async () => {
    const {page} = studio
    await page.goto(`${workplace.studioUrl}/vision`)
    await page.getByTestId('vision-query-editor').locator('.cm-content').click()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.insertText(QUERY)
    await page.getByRole('button', {name: 'Fetch'}).click()
    const result = page.getByTestId('vision-result')
    await result.getByText('Hip hinge').waitFor()
    await takePicture(page, 'query')
    const [expected] = await lakeClientOf(workplace).fetch<{title: string; steps: number}[]>(QUERY)
    expect(expected?.steps).toBeGreaterThan(0)
    expect((await result.innerText()).replaceAll(/\s/g, '')).toContain(
      `title:Hiphingesteps:${expected?.steps}`,
    )
  })
})
