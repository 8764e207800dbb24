import type {SanityClient} from '@sanity/client'
import type {Page} from 'playwright-core'
import {afterEach, describe, expect, it} from 'vitest'
import {lakeClientOf} from './lakeClientOf.ts'
import {shareWorkplace} from './shareWorkplace.ts'
import type {Workplace} from './startWorkplace.ts'
import {expectNoComplaints} from './studioComplaints.ts'
import {fieldOf, openDocument, openStudio, publish, type StudioPage, takePicture} from './studioPage.ts'

let workplace: Workplace
let studio: StudioPage
let page: Page
let lake: SanityClient

shareWorkplace(async (started) => {
  workplace = started
  studio = await openStudio(workplace.browser, workplace.studioUrl)
  page = studio.page
  lake = lakeClientOf(workplace)
})

afterEach(() => expectNoComplaints([studio]))

describe('an editor', {retry: 2}, () => {
  it('sees who changed a document and what, and brings back how it was at first', async () => {
    const id = 'exercise-hip-hinge'
    const first = await lake.getDocument(id)
    await openDocument(page, workplace.studioUrl, 'exercise', id)
    const title = fieldOf(page, 'title').locator('input').first()
    await title.fill('Hip hinge, another way')
    await publish(page)

    await page.getByTestId('pane-footer-document-status').click()
    const changes = page.getByTestId('review-changes-pane')
    await changes.getByText('another way').waitFor()
    await takePicture(page, 'review-changes')

    await page.getByRole('tab', {name: 'History'}).click()
    const timeline = page.getByTestId('timeline-item-button')
    await timeline.filter({hasText: 'Published'}).waitFor()
    await timeline.filter({hasText: 'Created'}).click()
    await expect.poll(() => title.inputValue()).toBe('Hip hinge')
    await takePicture(page, 'earlier-revision')

    await page.locator('[data-testid="action-reverttorevision"][data-disabled="false"]:visible').click()
    await page.getByRole('button', {name: 'Confirm', exact: true}).click()
    await expect.poll(() => lake.getDocument(`drafts.${id}`)).toMatchObject({title: 'Hip hinge'})
    await expect.poll(() => title.inputValue()).toBe('Hip hinge')
    await takePicture(page, 'restored')
    expect(contentOf(await lake.getDocument(`drafts.${id}`))).toEqual(contentOf(first))
    expect(await lake.getDocument(id)).toMatchObject({title: 'Hip hinge, another way'})
  })
})

/** A document without what changes with every revision. */
function contentOf(document: Awaited<ReturnType<SanityClient['getDocument']>>): unknown {
  if (!document) throw new Error('There is no such document.')
  const {_id, _rev, _createdAt, _updatedAt, ...content} = document
  return content
}
