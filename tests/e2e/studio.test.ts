import {EMBEDDED} from '@spine-center/launcher'
import {type Content, createContent} from '@spine-center/sdk'
import {afterEach, describe, expect, it} from 'vitest'
import {addItem, fillExercise} from './fillExercise.ts'
import {shareWorkplace} from './shareWorkplace.ts'
import type {Workplace} from './startWorkplace.ts'
import {expectNoComplaints} from './studioComplaints.ts'
import {fieldOf, openDocument, openStudio, publish, type StudioPage, takePicture} from './studioPage.ts'

let workplace: Workplace
let studio: StudioPage
let content: Content

shareWorkplace(async (started) => {
  workplace = started
  studio = await openStudio(workplace.browser, workplace.studioUrl)
  content = createContent({url: workplace.lakeUrl, dataset: EMBEDDED.dataset})
})

afterEach(() => expectNoComplaints([studio]))

describe('an editor', {retry: 2}, () => {
  it('finds the content by subject', async () => {
    await takePicture(studio.page, 'structure')
    for (const subject of [
      'Articles',
      'Exercises',
      'Safety',
      'Evidence',
      'Marketing',
      'People',
      'Settings',
    ]) {
      await expect(studio.page.getByRole('link', {name: subject, exact: true}).count()).resolves.toBe(1)
    }
  })

  it('changes a title and publishes; the SDK reads it and the site shows it', async () => {
    const {page} = studio
    await openDocument(page, workplace.studioUrl, 'article', 'article-exercising-with-back-pain')
    await fieldOf(page, 'title').locator('input').first().fill('Exercising with a Sore Back')
    await publish(page)
    await takePicture(page, 'published-article')

    expect(await content.article('exercising-with-back-pain')).toMatchObject({
      title: 'Exercising with a Sore Back',
    })
    const site = await (await fetch(`${workplace.siteUrl}/articles/exercising-with-back-pain`)).text()
    expect(site).toMatch(/<h1[^>]*>\s*Exercising with a Sore Back/)
  })

  it('opens the page of a document on the site', async () => {
    const {page} = studio
    await openDocument(page, workplace.studioUrl, 'article', 'article-exercising-with-back-pain')
    await page.getByTestId('pane-context-menu-button').last().click()
    // Together, so that a click that fails leaves no promise behind that nobody hears of.
    const [site] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('menuitem', {name: /Open preview/}).click(),
    ])
    await site.waitForLoadState()
    expect(site.url()).toBe(`${workplace.siteUrl}/articles/exercising-with-back-pain`)
    await site.close()
  })

  it('creates an exercise with steps and a dosage', async () => {
    const {page} = studio
    await page.goto(`${workplace.studioUrl}/intent/create/type=exercise/`)
    await fillExercise(page, 'Standing calf raise')
    await publish(page)
    await takePicture(page, 'published-exercise')

    expect(await content.exercise('standing-calf-raise')).toMatchObject({
      title: 'Standing calf raise',
      steps: [{text: expect.any(String)}, {text: 'Rise slowly onto your toes.'}, {text: expect.any(String)}],
      dosages: [{sets: {min: 2}, reps: {min: 8, max: 10, unit: 'rep'}, confidence: 'stated'}],
    })
    const site = await fetch(`${workplace.siteUrl}/exercises/standing-calf-raise`)
    expect(site.status).toBe(200)
    expect(await site.text()).toContain('Rise slowly onto your toes.')
  })

  it('is held back from publishing an article that recommends what a rule forbids for its readers', async () => {
    const {page} = studio
    const before = await content.article('bend-at-the-hips')
    await openDocument(page, workplace.studioUrl, 'article', 'article-bend-at-the-hips')
    await page.getByTestId('group-tab-exercises').click()
    await addItem(page, 'recommends', async (dialog) => {
      await dialog.getByPlaceholder('Type to search').fill('toe touch')
      await page
        .getByTestId('autocomplete-popover')
        .getByRole('button', {name: /toe touch/i})
        .first()
        .click()
    })
    await page.locator('[data-testid="action-publish"][data-disabled="true"]:visible').waitFor()
    await page.getByRole('button', {name: 'Validation'}).click()
    const rule = page.getByText(/Standing toe touch.*osteoporosis/i).first()
    await rule.waitFor()
    await takePicture(page, 'held-back')
    // The sentence names the rule and an exercise that the content offers instead.
    expect(await rule.innerText()).toMatch(/end-range.*hip hinge/is)
    const after = await content.article('bend-at-the-hips')
    expect(after?.recommends).toEqual(before?.recommends)
  })

  it('uploads a picture, which the site shows', async () => {
    const {page} = studio
    await openDocument(page, workplace.studioUrl, 'article', 'article-getting-started-with-pool-walking')
    await page.getByTestId('group-tab-all-fields').click()
    const figure = fieldOf(page, 'leadFigure')
    await figure
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: 'pool.svg',
        mimeType: 'image/svg+xml',
        buffer: Buffer.from(
          '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"><rect width="640" height="360" fill="#2a7f8e"/></svg>',
        ),
      })
    await fieldOf(page, 'leadFigure.alt').locator('input, textarea').first().fill('Blue water in a pool.')
    await publish(page)
    await takePicture(page, 'uploaded-picture')

    const reader = await workplace.browser.newPage()
    await reader.goto(`${workplace.siteUrl}/articles/getting-started-with-pool-walking`)
    const picture = reader.getByRole('img', {name: 'Blue water in a pool.'})
    await expect
      .poll(() => picture.evaluate((image) => 'naturalWidth' in image && image.naturalWidth))
      .toBeGreaterThan(0)
    await takePicture(reader, 'site-picture')
    await reader.close()
  })
})
