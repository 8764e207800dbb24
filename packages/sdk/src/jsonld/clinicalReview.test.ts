import {sampleDocuments} from '@spine-center/sample'
import {describe, expect, it} from 'vitest'
import type {Article} from '../content/results.ts'
import {createTestContent} from '../testing/createTestContent.ts'
import {articleJsonLd} from './articleJsonLd.ts'

const content = createTestContent({documents: sampleDocuments})
const url = 'https://clinic.example/page'
const now = new Date('2026-11-24T12:00:00Z')

const event = {
  _key: 'r',
  role: 'PT',
  scope: 'clinical',
  outcome: 'approved',
  nextDue: '2027-06-01',
  by: '',
} as const

async function pageOf(reviews: Article['reviews']) {
  const article = await content.article('exercising-with-back-pain')
  if (!article) throw new Error('The sample lacks the article.')
  const by = article.people[0]?._id ?? ''
  const events = (reviews ?? []).map((review) => ({...review, by}))
  const graph = articleJsonLd({...article, reviews: events}, {url, now, timeZone: 'America/New_York'})
  const page = graph['@graph'].find((node) => node['@type'] === 'MedicalWebPage')
  return page?.['@type'] === 'MedicalWebPage' ? page : null
}

describe('clinical reviews', () => {
  it('say when and by whom, on the day that the page writes', async () => {
    const page = await pageOf([
      {...event, at: '2026-06-01T12:00:00Z'},
      {...event, at: '2026-11-02T03:00:00Z'},
    ])
    expect(page).toMatchObject({lastReviewed: '2026-11-01', reviewedBy: {'@id': expect.any(String)}})
  })

  it.each<[string, Article['reviews']]>([
    ['there is none', null],
    ['only others reviewed', [{...event, scope: 'editorial', at: '2026-06-01T12:00:00Z'}]],
    ['it is still to come', [{...event, at: '2026-12-01T12:00:00Z'}]],
    [
      'the latest rejected it',
      [
        {...event, at: '2026-06-01T12:00:00Z'},
        {...event, outcome: 'rejected', at: '2026-07-01T12:00:00Z'},
      ],
    ],
  ])('are not spoken of when %s', async (_name, reviews) => {
    const page = await pageOf(reviews)
    expect(page).not.toBeNull()
    expect(Object.keys(page ?? {})).not.toContain('lastReviewed')
    expect(Object.keys(page ?? {})).not.toContain('reviewedBy')
  })
})
