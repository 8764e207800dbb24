import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {startWorkplace, type Workplace} from './startWorkplace.ts'
import {takePicture} from './studioPage.ts'

const HOLIDAY_ARTICLE = /How To Manage Back Pain During Holiday Travel/

let workplace: Workplace

beforeAll(async () => {
  workplace = await startWorkplace()
})

afterAll(() => workplace.close())

describe('the holiday-travel campaign under an article', {retry: 2}, () => {
  it.each([
    ['2026-10-31T23:59', false],
    ['2026-11-01T00:00', true],
    ['2026-11-26T09:00', true],
    ['2026-12-31T23:59', true],
    ['2027-01-01T00:00', false],
    ['2027-06-15T12:00', false],
  ])('at %s in the clinic’s time zone: %s', async (at, shown) => {
    const page = await workplace.browser.newPage()
    const errors: string[] = []
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    page.on('pageerror', (error) => errors.push(error.message))
    await page.goto(`${workplace.siteUrl}/articles/exercising-with-back-pain?at=${at}`)
    const related = page.locator('[data-why="campaign"]')
    await takePicture(page, `feed-${at.replaceAll(':', '-')}`)
    expect(await related.filter({hasText: HOLIDAY_ARTICLE}).count()).toBe(shown ? 1 : 0)
    expect(errors).toEqual([])
    await page.close()
  })
})
