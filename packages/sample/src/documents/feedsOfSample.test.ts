import {explainFeed, resolveFeed} from '@spine-center/rules/feeds'
import {describe, expect, test} from 'vitest'
import {feedDataOf} from '../feedData.fixture.ts'
import {sampleDocuments} from './sampleDocuments.ts'

const {feeds, campaigns, candidates} = feedDataOf(sampleDocuments)
const holiday = 'article-how-to-manage-back-pain-during-holiday-travel'
const host = 'article-exercising-with-back-pain'

function resolved(key: string, now: string) {
  const feed = feeds.find((entry) => entry.key === key)
  if (feed === undefined) throw new TypeError(`The sample has no feed "${key}".`)
  const options = {now, host, locale: 'en', candidates, campaigns, feeds}
  const result = resolveFeed(feed, options)
  return {...result, ...explainFeed(feed, options, result)}
}

describe('the feed below an article', () => {
  // Midnight in New York is 04:00 UTC in summer time, which ends on 1 November 2026, and 05:00 after it.
  test.each([
    ['a second before November', '2026-11-01T03:59:59Z', false],
    ['when November begins in New York', '2026-11-01T04:00:00Z', true],
    ['on Thanksgiving', '2026-11-26T14:00:00Z', true],
    ['on New Year’s Eve in New York', '2027-01-01T04:59:59Z', true],
    ['when the year begins in New York', '2027-01-01T05:00:00Z', false],
    ['in July', '2026-07-01T12:00:00Z', false],
  ])('%s: the holiday article stands first, or nowhere', (_name, now, shown) => {
    const {items, problems} = resolved('article-end', now)
    expect(problems).toEqual([])
    const found = items.find(({article}) => article._id === holiday)
    expect(found?.why).toBe(shown ? 'campaign' : undefined)
    expect(found?.position).toBe(shown ? 1 : undefined)
  })

  test('is full, has each article once and never its host, and keeps the pinned article', () => {
    for (const now of ['2026-07-01T12:00:00Z', '2026-12-01T12:00:00Z']) {
      const {items} = resolved('article-end', now)
      const ids = items.map(({article}) => article._id)
      expect(ids).toHaveLength(6)
      expect(new Set(ids).size).toBe(6)
      expect(ids).not.toContain(host)
      expect(items.find(({why}) => why === 'pin')?.article.slug).toBe(
        'what-kinds-of-exercise-help-lower-back-pain',
      )
    }
  })

  test('changes next when the campaign does', () => {
    expect(resolved('article-end', '2026-11-24T12:00:00Z').nextChangeAt).toBe('2027-01-01T05:00:00.000Z')
  })
})

describe('the newsletter', () => {
  test.each([
    ['before the window', '2026-12-26T04:59:00Z', false],
    ['at the end of December', '2026-12-27T12:00:00Z', true],
    ['in January, after the year has changed', '2027-01-20T12:00:00Z', true],
    ['in February', '2027-02-02T12:00:00Z', false],
  ])('shows the new-year campaign %s or not', (_name, now, shown) => {
    const {items, problems} = resolved('newsletter', now)
    expect(problems).toEqual([])
    const own = items.filter(({campaignId}) => campaignId === 'campaign-new-year')
    expect(own.length > 0).toBe(shown)
  })
})
