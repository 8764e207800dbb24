import type {SanityClient} from '@sanity/client'
import type {Page} from 'playwright-core'
import {afterEach, describe, expect, it} from 'vitest'
import {lakeClientOf} from './lakeClientOf.ts'
import {shareWorkplace} from './shareWorkplace.ts'
import type {Workplace} from './startWorkplace.ts'
import {expectNoComplaints} from './studioComplaints.ts'
import {chooseAction, fieldOf, openDocument, openStudio, type StudioPage, takePicture} from './studioPage.ts'

const TOPIC = 'topic-for-the-library'

let workplace: Workplace
let studio: StudioPage
let page: Page
let lake: SanityClient

shareWorkplace(async (started) => {
  workplace = started
  lake = lakeClientOf(workplace)
  await lake.create({
    _id: TOPIC,
    _type: 'topic',
    label: 'Shared topic',
    slug: {_type: 'slug', current: 'shared'},
  })
  await lake.datasets.create('library', {aclMode: 'public'})
  const library = lake.withConfig({dataset: 'library'})
  await library.create({
    _id: 'book',
    _type: 'book',
    about: {_type: 'topic', _ref: TOPIC, _dataset: 'production', _projectId: 'spine'},
  })
  studio = await openStudio(workplace.browser, workplace.studioUrl)
  page = studio.page
})

afterEach(() => expectNoComplaints([studio]))

describe('a document that another dataset refers to', {retry: 2}, () => {
  it('is shown, and who deletes it is told of the other dataset', async () => {
    await openDocument(page, workplace.studioUrl, 'topic', TOPIC, 'label')
    expect(await fieldOf(page, 'label').locator('input').first().inputValue()).toBe('Shared topic')
    await chooseAction(page, 'Delete')
    const dialog = page.getByRole('dialog').filter({hasText: 'Delete document?'})
    await dialog
      .getByText(/library/)
      .first()
      .waitFor()
    await takePicture(page, 'delete-with-foreign-referrer')
    expect(await dialog.innerText()).toMatch(/library/)
  })

  it('stays as long as it is referred to', async () => {
    await expect(lake.delete(TOPIC)).rejects.toMatchObject({statusCode: 409})
    expect(await lake.getDocument(TOPIC)).toBeDefined()
  })
})
