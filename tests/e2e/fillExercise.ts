import type {Locator, Page} from 'playwright-core'
import {fieldOf} from './studioPage.ts'

/** Fills everything that a new exercise must have, as an editor would, field by field. */
export async function fillExercise(page: Page, title: string): Promise<void> {
  await fieldOf(page, 'title').locator('input').first().fill(title)
  await page.getByTestId('group-tab-all-fields').click()
  await fieldOf(page, 'slug').getByRole('button', {name: 'Generate'}).click()
  await fieldOf(page, 'purpose')
    .locator('textarea, input')
    .first()
    .fill('Strengthens the calves and steadies the ankles.')
  const steps = [
    'Stand tall behind a chair and rest both hands on it.',
    'Rise slowly onto your toes.',
    'Lower your heels to the floor.',
  ]
  for (const step of steps) {
    await addItem(page, 'steps', async (dialog) => {
      await partOf(dialog, 'text').locator('textarea').fill(step)
    })
  }
  await addItem(page, 'stopIf', async (dialog) => {
    await partOf(dialog, 'text')
      .locator('textarea, input')
      .first()
      .fill('Your calf cramps or the pain gets worse.')
  })
  await fieldOf(page, 'kind').locator('select').selectOption({label: 'Strength'})
  await addItem(page, 'patterns', async (dialog) => {
    await dialog.getByPlaceholder('Type to search').fill('balance')
    await page.getByTestId('autocomplete-popover').getByRole('button').first().click()
  })
  await fieldOf(page, 'positions').getByText('Standing', {exact: true}).click()
  await fieldOf(page, 'bodyRegions').locator('label').last().click()
  await fieldOf(page, 'difficulty').locator('input').fill('1')
  await fieldOf(page, 'supervision')
    .locator('label', {has: page.locator('input[type=radio]')})
    .first()
    .click()
  await addItem(page, 'dosages', async (dialog) => {
    await partOf(dialog, 'sets.min').locator('input').fill('2')
    await partOf(dialog, 'reps.min').locator('input').fill('8')
    await partOf(dialog, 'reps.max').locator('input').fill('10')
    await partOf(dialog, 'reps.unit').locator('select').selectOption({index: 1})
    await partOf(dialog, 'sourceText').locator('textarea, input').first().fill('Two sets of eight to ten.')
    await partOf(dialog, 'confidence')
      .locator('label', {has: page.locator('input[type=radio]')})
      .first()
      .click()
  })
}

/** Adds an item to an array of objects, fills its dialog and closes it. */
export async function addItem(
  page: Page,
  field: string,
  fill: (dialog: Locator) => Promise<void>,
): Promise<void> {
  await fieldOf(page, field).getByTestId('add-single-object-button').click()
  const dialog = page.getByTestId('nested-object-dialog')
  await dialog.waitFor()
  await fill(dialog)
  await dialog.getByRole('button', {name: 'Close dialog'}).click()
  await dialog.waitFor({state: 'detached'})
}

/** A field inside the dialog of an array item. */
function partOf(dialog: Locator, path: string): Locator {
  return dialog.locator(`[data-testid$="].${path}"]`)
}
