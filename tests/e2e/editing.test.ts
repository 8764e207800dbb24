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
  it('discards a draft and is back at what is published', async () => {
    const id = 'article-bend-at-the-hips'
    await openDocument(page, workplace.studioUrl, 'article', id)
    const title = fieldOf(page, 'title').locator('input').first()
    const published = await title.inputValue()
    await title.fill('Bend at the hips today')
    await waitUntilPublishable(page)
    expect(await lake.getDocument(`drafts.${id}`)).toMatchObject({title: 'Bend at the hips today'})

    await chooseAction(page, 'Discardchanges')
    await page.getByTestId('confirm-button').click()
    await expect.poll(() => title.inputValue()).toBe(published)
    await takePicture(page, 'discarded')
    expect(await lake.getDocument(`drafts.${id}`)).toBeUndefined()
    expect(await lake.getDocument(id)).toMatchObject({title: published})
  })

  it('writes in the body of an article', async () => {
    const id = 'article-bend-at-the-hips'
    await openDocument(page, workplace.studioUrl, 'article', id)
    const block = fieldOf(page, 'body').getByTestId('text-block__text').last()
    await block.click()
    await page.keyboard.insertText('Breathe out as you rise.')
    await waitUntilPublishable(page)
    await takePicture(page, 'portable-text')
    const text = () => lake.fetch<string>('pt::text(*[_id == $id][0].body)', {id: `drafts.${id}`})
    await expect.poll(text).toContain('Breathe out as you rise.')
    const before = await lake.fetch<string>('pt::text(*[_id == $id][0].body)', {id})
    expect((await text()).replace('Breathe out as you rise.', '')).toBe(before)
  })

  it('picks a reference by searching for its title', async () => {
    await openDocument(page, workplace.studioUrl, 'topic', 'topic-neck-pain', 'label')
    await fieldOf(page, 'broader').getByTestId('add-single-object-button').click()
    await page.getByPlaceholder('Type to search').fill('posture')
    await page
      .getByTestId('autocomplete-popover')
      .getByRole('button', {name: /Posture and work/})
      .click()
    await waitUntilPublishable(page)
    await takePicture(page, 'reference')
    await expect
      .poll(() => lake.getDocument('drafts.topic-neck-pain'))
      .toMatchObject({broader: [{_type: 'reference', _ref: 'topic-posture-and-work'}]})
  })

  it('duplicates a document and deletes the copy', async () => {
    const original = 'glossary-term-chronic-pain'
    const copies = () =>
      lake.fetch<{_id: string}[]>(
        '*[term == "Chronic pain" && !(_id in [$original, "drafts." + $original])]{_id}',
        {original},
      )
    await openDocument(page, workplace.studioUrl, 'glossaryTerm', original, 'term')
    await chooseAction(page, 'Duplicate')
    await page.waitForURL((url) => !url.href.includes(original))
    await expect.poll(copies).toEqual([{_id: expect.stringMatching(/^drafts\./)}])
    const [copy] = await copies()
    await openDocument(
      page,
      workplace.studioUrl,
      'glossaryTerm',
      copy?._id.replace('drafts.', '') ?? '',
      'term',
    )
    await takePicture(page, 'duplicate')

    await chooseAction(page, 'Delete')
    await page
      .getByRole('dialog')
      .filter({hasText: 'Delete document?'})
      .getByRole('button', {name: 'Delete document'})
      .click()
    await expect.poll(copies).toEqual([])
    expect(await lake.getDocument(original)).toMatchObject({term: 'Chronic pain'})
  })

  it('is told which documents refer to the one about to be deleted', async () => {
    await openDocument(page, workplace.studioUrl, 'topic', 'topic-travel', 'label')
    await chooseAction(page, 'Delete')
    const dialog = page.getByRole('dialog').filter({hasText: 'Delete document?'})
    await dialog.getByText('1 document refers to').waitFor()
    await dialog.getByText('How To Manage Back Pain During Holiday Travel').waitFor()
    await takePicture(page, 'delete-with-referrers')
    await dialog.getByTestId('cancel-button').click()
    expect(await lake.getDocument('topic-travel')).toMatchObject({label: 'Travel'})
  })

  it('unpublishes an article, which is then a draft and no longer read', async () => {
    const id = 'article-tech-neck-is-real'
    await openDocument(page, workplace.studioUrl, 'article', id)
    await page.locator('[data-testid="document-header-Published-chip"]:visible').click()
    const unpublish = page
      .locator('[data-testid="pane-footer"]:visible')
      .getByRole('button', {name: 'Unpublish'})
    const confirm = page.getByTestId('confirm-button')
    // The footer is rendered anew once the permissions are known: a click before that goes nowhere.
    await expect
      .poll(async () => {
        if (!(await confirm.isVisible())) await unpublish.click()
        return confirm.isVisible()
      })
      .toBe(true)
    await confirm.click()
    await expect.poll(() => lake.getDocument(id)).toBeUndefined()
    await takePicture(page, 'unpublished')
    const draft = await lake.getDocument(`drafts.${id}`)
    expect(draft).toMatchObject({_type: 'article', slug: {current: 'tech-neck-is-real'}})
    const read = await fetch(`${workplace.siteUrl}/articles/tech-neck-is-real`)
    expect(read.status).toBe(404)
  })

  it('searches a list and everything', async () => {
    await page.goto(`${workplace.studioUrl}/structure/articles;glossaryTerm`)
    const list = page.getByTestId('document-list-pane')
    await list.getByText('Sciatica', {exact: true}).waitFor()
    await page.getByPlaceholder('Search list').fill('neutral')
    await list.getByText('Sciatica', {exact: true}).waitFor({state: 'detached'})
    await list.getByText('Neutral spine', {exact: true}).waitFor()
    await takePicture(page, 'search-list')

    await page.getByTestId('studio-search').click()
    await page.keyboard.insertText('hip hinge')
    const results = page.getByTestId('search-results')
    await results.getByText('The Hip Hinge for Daily Life').waitFor()
    await takePicture(page, 'search-everything')
    expect(await results.innerText()).toMatch(/Article[^]*Hip hinge[^]*Exercise/)
  })
})
