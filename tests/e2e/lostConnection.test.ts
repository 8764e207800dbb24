import type {SanityClient} from '@sanity/client'
import type {Locator, Page} from 'playwright-core'
import {describe, expect, it} from 'vitest'
import {lakeClientOf} from './lakeClientOf.ts'
import {shareWorkplace} from './shareWorkplace.ts'
import type {Workplace} from './startWorkplace.ts'
import {collectComplaints} from './studioComplaints.ts'
import {trackRequests} from './trackRequests.ts'
import {fieldOf, openDocument, openStudio, type StudioPage, takePicture} from './studioPage.ts'

let workplace: Workplace
let studio: StudioPage
let lake: SanityClient

shareWorkplace(async (started) => {
  workplace = started
  studio = await openStudio(workplace.browser, workplace.studioUrl)
  lake = lakeClientOf(workplace)
})

describe('when the lake’s process dies and comes back', {retry: 2}, () => {
  it('both open documents recover by themselves and nothing typed is lost', async ({onTestFailed}) => {
    const {page} = studio
    const firstIsQuiet = trackRequests(page)
    const [first, second] = ['exercise-hip-hinge', 'exercise-bird-dog']
    const published = await lake.getDocument<{_type: string}>(first)
    if (!published) throw new Error('The sample content has no such exercise.')
    await lake.createOrReplace({...published, _id: `drafts.${first}`, title: 'Hip hinge, before'})
    await openDocument(page, workplace.studioUrl, 'exercise', first)
    const other = await page.context().newPage()
    const otherComplaints = collectComplaints(other)
    const otherIsQuiet = trackRequests(other)
    onTestFailed(async () => {
      await takePicture(page, 'failed-first')
      await takePicture(other, 'failed-second')
    })
    await openDocument(other, workplace.studioUrl, 'exercise', second)

    // The Studio itself shows "tool crashed" when something that it reads cannot be had for about eight seconds.
    await Promise.all([firstIsQuiet(), otherIsQuiet()])
    await workplace.killLake()
    await titleOf(page).fill('Hip hinge, as it went away')
    await Promise.all([page, other].map((each) => lockedTitleOf(each).waitFor()))
    await takePicture(page, 'connection-lost')
    await workplace.restartLake()

    await Promise.all([page, other].map((each) => editableTitleOf(each).waitFor()))
    await expect
      .poll(() => lake.getDocument(`drafts.${first}`))
      .toMatchObject({title: 'Hip hinge, as it went away'})
    expect(await titleOf(page).inputValue()).toBe('Hip hinge, as it went away')
    await titleOf(other).fill('Bird dog, afterwards')
    await expect
      .poll(() => lake.getDocument(`drafts.${second}`))
      .toMatchObject({title: 'Bird dog, afterwards'})
    // What somebody else does arrives again, too.
    await lake.patch(`drafts.${first}`).set({title: 'Hip hinge, by somebody else'}).commit()
    await expect.poll(() => titleOf(page).inputValue()).toBe('Hip hinge, by somebody else')
    await takePicture(page, 'connection-back')
    await takePicture(other, 'connection-back-second')
    await other.close()
    expect([
      ...studio.complaints.take({lakeWasAway: true}),
      ...otherComplaints.take({lakeWasAway: true}),
    ]).toEqual([])
  })
})

function titleOf(page: Page): Locator {
  return fieldOf(page, 'title').locator('input').first()
}

/** A form cannot be changed while its document is out of reach. */
function lockedTitleOf(page: Page): Locator {
  return fieldOf(page, 'title').locator('input[readonly]').first()
}

function editableTitleOf(page: Page): Locator {
  return fieldOf(page, 'title').locator('input:not([readonly])').first()
}
