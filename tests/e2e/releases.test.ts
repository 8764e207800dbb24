import type {SanityClient} from '@sanity/client'
import type {Page} from 'playwright-core'
import {afterEach, describe, expect, it} from 'vitest'
import {lakeClientOf} from './lakeClientOf.ts'
import {shareWorkplace} from './shareWorkplace.ts'
import type {Workplace} from './startWorkplace.ts'
import {expectNoComplaints} from './studioComplaints.ts'
import {
  chooseAction,
  fieldOf,
  openDocument,
  openStudio,
  type StudioPage,
  takePicture,
  waitUntilPublishable,
} from './studioPage.ts'

interface Release {
  _id: string
  name: string
  state: string
  publishAt?: string
  metadata: {title?: string; cardinality?: string; intendedPublishAt?: string}
}

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
  it('changes an article in a release, sees it there alone, and publishes the release', async () => {
    const id = 'article-back-pain-in-pregnancy'
    const before = await lake.getDocument(id)
    await page.goto(`${workplace.studioUrl}/releases`)
    await page.getByRole('button', {name: 'New release'}).first().click()
    await page.getByTestId('release-form-title').fill('Winter refresh')
    await page.getByTestId('submit-release-button').click()
    await page.waitForURL(/\/releases\/\w+/)
    await expect.poll(() => releases(lake, 'Winter refresh')).toHaveLength(1)
    const [release] = await releases(lake, 'Winter refresh')
    if (!release) throw new Error('The lake holds no such release.')
    expect(release).toMatchObject({state: 'active', metadata: {cardinality: 'many'}})

    await page.goto(`${workplace.studioUrl}/intent/edit/id=${id};type=article/?perspective=${release.name}`)
    await page.getByRole('button', {name: 'Add to release'}).last().click()
    const version = `versions.${release.name}.${id}`
    await expect.poll(() => lake.getDocument(version)).toMatchObject({title: before?.['title']})
    await page.locator('[data-testid="document-header-Winter-refresh-chip"]:visible').waitFor()
    await fieldOf(page, 'title').locator('input:not([readonly])').first().fill('Back pain this winter')
    await expect.poll(() => lake.getDocument(version)).toMatchObject({title: 'Back pain this winter'})
    // The list beside the form shows the release's view of the content; readers still get what is published.
    await page.getByTestId('document-list-pane').getByText('Back pain this winter').waitFor()
    await takePicture(page, 'release-version')
    expect(await lake.getDocument(id)).toEqual(before)
    const seen = lake.withConfig({perspective: [release.name, 'drafts']})
    expect(await seen.fetch('*[_id == $id][0].title', {id})).toBe('Back pain this winter')

    await page.goto(`${workplace.studioUrl}/releases/${release.name}`)
    await page.getByText('Back pain this winter').first().waitFor()
    await takePicture(page, 'release-detail')
    await page.locator('[data-testid="publish-all-button"][data-disabled="false"]').click()
    await page.getByTestId('confirm-button').click()
    await expect.poll(() => lake.getDocument(release._id)).toMatchObject({state: 'published'})
    expect(await lake.getDocument(id)).toMatchObject({title: 'Back pain this winter'})
    expect(await lake.getDocument(version)).toBeUndefined()
    await takePicture(page, 'release-published')
  })

  it('schedules a draft, which is published when its time comes', async () => {
    const id = 'article-when-back-pain-needs-help-today'
    await openDocument(page, workplace.studioUrl, 'article', id)
    await fieldOf(page, 'title').locator('input').first().fill('When back pain needs help at once')
    await waitUntilPublishable(page)
    await chooseAction(page, 'Schedulepublish')
    const date = page.getByTestId('date-input')
    await date.fill('Jan 15, 2035 09:00')
    await date.press('Tab')
    await page.locator('[data-testid="confirm-button"][data-disabled="false"]').click()
    const scheduled = () => releases(lake, 'Scheduled publish')
    await expect
      .poll(scheduled)
      .toMatchObject([
        {state: 'scheduled', publishAt: expect.stringMatching(/^2035-01-1/), metadata: {cardinality: 'one'}},
      ])
    await page.locator('[data-testid="document-header-Scheduled-publish-chip"]:visible').waitFor()
    await takePicture(page, 'scheduled-draft')
    expect(await lake.getDocument(id)).toMatchObject({title: 'When Back Pain Needs Help Today'})

    // Nobody waits for 2035: the same schedule, moved to now.
    const releaseId = (await scheduled())[0]?.name ?? ''
    await lake.releases.unschedule({releaseId})
    await lake.releases.schedule({releaseId, publishAt: new Date(Date.now() + 1000).toISOString()})
    await expect.poll(() => lake.getDocument(id)).toMatchObject({title: 'When back pain needs help at once'})
  })
})

function releases(lake: SanityClient, title: string): Promise<Release[]> {
  return lake.fetch('*[_type == "system.release" && metadata.title == $title]', {title})
}
