import type {SanityClient} from '@sanity/client'
import type {Locator, Page} from 'playwright-core'
import {afterEach, describe, expect, it} from 'vitest'
import {lakeClientOf} from './lakeClientOf.ts'
import {shareWorkplace} from './shareWorkplace.ts'
import type {Workplace} from './startWorkplace.ts'
import {expectNoComplaints} from './studioComplaints.ts'
import {fieldOf, openDocument, openStudio, type StudioPage, takePicture} from './studioPage.ts'

let workplace: Workplace
let ada: StudioPage
let ben: StudioPage
let lake: SanityClient

shareWorkplace(async (started) => {
  workplace = started
  ada = await openStudio(workplace.browser, workplace.studioUrl, 'Ada Editor')
  ben = await openStudio(workplace.browser, workplace.studioUrl, 'Ben Writer')
  lake = lakeClientOf(workplace)
})

afterEach(() => expectNoComplaints([ada, ben]))

describe('two editors', {retry: 2}, () => {
  it('see each other and each other’s changes in one document', async () => {
    const id = 'exercise-pelvic-tilt'
    await openDocument(ada.page, workplace.studioUrl, 'exercise', id)
    await openDocument(ben.page, workplace.studioUrl, 'exercise', id)
    await titleOf(ben.page).click()
    await ada.page.locator('[data-ui="Avatar"][aria-label="Ben Writer"]:visible').first().waitFor()
    await takePicture(ada.page, 'presence')

    await titleOf(ben.page).fill('Pelvic tilt, by Ben')
    await expect.poll(() => titleOf(ada.page).inputValue()).toBe('Pelvic tilt, by Ben')
    await purposeOf(ada.page).fill('Ada says what it is for.')
    await expect.poll(() => purposeOf(ben.page).inputValue()).toBe('Ada says what it is for.')
    await takePicture(ben.page, 'two-editors')
    await expect
      .poll(() => lake.getDocument(`drafts.${id}`))
      .toMatchObject({title: 'Pelvic tilt, by Ben', purpose: 'Ada says what it is for.'})
  })
})

describe('comments and tasks', {retry: 2}, () => {
  it('are written, answered and resolved; given to somebody and done', async () => {
    const id = 'exercise-bird-dog'
    await openDocument(ada.page, workplace.studioUrl, 'exercise', id)
    await fieldOf(ada.page, 'title').hover()
    await fieldOf(ada.page, 'title').getByRole('button', {name: 'Add comment'}).click()
    await send(ada.page.getByTestId('comment-input').first(), 'How high is the chair?')
    const seenByAda = ada.page.getByTestId('comments-list-item')
    await seenByAda.getByText('How high is the chair?').waitFor()

    await openDocument(ben.page, workplace.studioUrl, 'exercise', id)
    await fieldOf(ben.page, 'title')
      .getByRole('button', {name: /comment/i})
      .click()
    const seenByBen = ben.page.getByTestId('comments-list-item')
    await seenByBen.getByText('How high is the chair?').waitFor()
    await send(seenByBen.getByTestId('comment-input'), 'As high as your knees.')
    await seenByAda.getByText('As high as your knees.').waitFor()
    await takePicture(ada.page, 'comments')
    await seenByAda.getByTestId('comments-list-item-layout').first().hover()
    await seenByAda.getByTestId('comments-list-item-status-button').first().click()
    await seenByBen.waitFor({state: 'detached'})

    await ada.page.getByTestId('tasks-toolbar').click()
    await ada.page.getByRole('button', {name: 'Create new task'}).click()
    await ada.page.getByPlaceholder('Task title').fill('Add a photo from the side')
    await ada.page.locator('#assign-user-menu').click()
    await ada.page.getByRole('menuitem', {name: /Ben Writer/}).click()
    await ada.page.getByRole('button', {name: 'Create Task'}).click()
    await ben.page.getByTestId('tasks-toolbar').click()
    const task = ben.page.getByTestId('tasks-list-item').filter({hasText: 'Add a photo from the side'})
    await task.getByRole('checkbox').waitFor()
    await takePicture(ben.page, 'task-assigned')
    await task.getByRole('checkbox').click()
    const addOn = lake.withConfig({dataset: 'production-comments'})
    await expect
      .poll(() => addOn.fetch('*[_type == "tasks.task"]{title, status}'))
      .toEqual([{title: 'Add a photo from the side', status: 'closed'}])
    await ada.page.getByText('Done', {exact: true}).click()
    await ada.page.getByTestId('tasks-list-item').getByRole('checkbox', {checked: true}).waitFor()
    await takePicture(ada.page, 'task-done')
    expect(
      await addOn.fetch('*[_type == "comment"] | order(_createdAt){status, "text": pt::text(message)}'),
    ).toEqual([
      {status: 'resolved', text: 'How high is the chair?'},
      {status: 'resolved', text: 'As high as your knees.'},
    ])
  })
})

describe('ten open documents in two tabs', {retry: 2}, () => {
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
        .poll(() => lake.getDocument(`drafts.${last}`))
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
  await titleOf(page).waitFor()
  await expect.poll(() => page.getByTestId('document-pane').count()).toBe(ids.length)
}

/** Writes a comment and sends it off. */
async function send(input: Locator, text: string): Promise<void> {
  await input.getByTestId('comment-input-editable').click()
  await input.page().keyboard.insertText(text)
  await input.getByTestId('comment-input-send-button').click()
}

function titleOf(page: Page): Locator {
  return fieldOf(page, 'title').locator('input').last()
}

function purposeOf(page: Page): Locator {
  return fieldOf(page, 'purpose').locator('textarea, input').first()
}
