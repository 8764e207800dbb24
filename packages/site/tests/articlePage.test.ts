import {sampleDocuments} from '@spine-center/sample'
import {createTestContent, type TestDocument} from '@spine-center/sdk/testing'
import {describe, expect, it} from 'vitest'
import {isCode, readPage} from './readPage.ts'
import {sampleSite, type SampleSiteOptions} from './sampleSite.ts'

const MAIN = 'article-exercising-with-back-pain'
const PATH = '/articles/exercising-with-back-pain'

async function pageOf(options: SampleSiteOptions = {}, path = PATH) {
  const response = await sampleSite(options).site.request(path)
  return {...readPage(await response.text()), status: response.status, headers: response.headers}
}
const changed = (id: string, fields: Readonly<Record<string, unknown>>) => (document: TestDocument) =>
  document._id === id ? {...document, ...fields} : document

describe('an article page', () => {
  it('says who wrote it, when, and that no clinician has reviewed it', async () => {
    const {text} = await pageOf()
    expect(text).toContain('Written by Kimberly Bergeron, PA-C, MPAS')
    expect(text).toContain('Published September 13, 2013')
    expect(text).toContain('Not yet reviewed by a clinician.')
  })

  it('says for whom it is and for whom not, and what to do instead and why', async () => {
    const {text} = await pageOf()
    expect(text).toContain('For readers with back pain that has lasted 12 weeks or more')
    expect(text).toContain('Not for readers with thin bones (osteoporosis)')
    expect(text).toContain('Standing toe touch Why: The weight of the trunk hangs')
    expect(text).toContain('What to do instead: Hip hinge: Bends at the hips')
  })

  it('shows no exercise that is no longer in use, but that it is not, and reports it', async () => {
    const retirement = {reason: 'Out of use.'}
    const {site, problems} = sampleSite({change: changed('exercise-knee-to-chest-supine', {retirement})})
    const {text} = readPage(await (await site.request(PATH)).text())
    expect(text).toContain('Knee to chest, lying down No longer in use. Out of use. Knee to chest, sitting')
    expect(problems).toEqual(expect.arrayContaining([expect.stringContaining('retired-exercise')]))
  })

  it('shows the disclaimer and every care pathway of every article, openly', async () => {
    const {site, problems} = sampleSite()
    const content = createTestContent({documents: sampleDocuments})
    const {items} = await content.articles({limit: 100})
    const missing = await Promise.all(
      items.map(async ({slug}) => {
        const article = await content.article(slug)
        const {elements, text} = readPage(await (await site.request(`/articles/${slug}`)).text())
        const cards = elements.filter(
          ({attributes, parents}) =>
            attributes['class']?.startsWith('care-card care-card--') && !parents.includes('details'),
        )
        const headings = article?.carePathways.map((pathway) => pathway?.heading ?? 'no heading') ?? [
          'no article',
        ]
        return [
          ...(text.includes(article?.disclaimer?.text ?? 'no disclaimer') ? [] : [`${slug}: disclaimer`]),
          ...headings.filter((heading) => !cards.some((card) => card.text.includes(heading))),
        ]
      }),
    )
    expect(items.length).toBeGreaterThan(10)
    expect(missing.flat()).toEqual([])
    // The sample's pictures are files that only a lake serves.
    expect(problems.filter((problem) => !problem.includes('missing-image'))).toEqual([])
  })

  it('numbers its references in AMA style and marks what has no source', async () => {
    const {text, elements} = await pageOf()
    expect(text).toContain('have back pain at some point in life (no source found)')
    const references = elements.filter(({attributes}) => attributes['id']?.startsWith('reference-'))
    expect(references.length).toBeGreaterThanOrEqual(9)
    expect(references.map(({text: words}) => words)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /^Slade SC, Keating JL\. Trunk-strengthening exercises .*2006;29\(2\):163-173\./u,
        ),
      ]),
    )
  })

  it('shows red flags openly, with the number to call', async () => {
    const {elements} = await pageOf()
    const cards = elements.filter(({attributes}) => attributes['class']?.startsWith('care-card care-card--'))
    expect(cards.length).toBeGreaterThanOrEqual(5)
    expect(cards.filter(({parents}) => parents.includes('details'))).toEqual([])
    expect(cards[0]?.text).toContain('Immediate action required')
    expect(cards[0]?.text).toContain('Call 911')
  })

  it.each([
    [[], 'Not yet reviewed by a clinician.'],
    [[{scope: 'editorial', outcome: 'approved'}], 'Not yet reviewed by a clinician.'],
    [[{scope: 'clinical', outcome: 'rejected'}], 'Not yet reviewed by a clinician.'],
    [
      [{scope: 'clinical', outcome: 'approved'}],
      'Reviewed by a clinician on March 1, 2026 by Kimberly Bergeron, PA-C, MPAS. Next review due March 1, 2027.',
    ],
    [
      [{scope: 'clinical', outcome: 'approved', nextDue: '2026-10-01'}],
      'The next review was due on October 1, 2026.',
    ],
  ])('with the reviews %j says: %s', async (reviews, expected) => {
    const whole = reviews.map((review, index) => ({
      _key: `r${index}`,
      _type: 'review',
      by: {_type: 'reference', _ref: 'person-kimberly-bergeron'},
      role: 'reviewer',
      at: '2026-03-01T15:00:00Z',
      fingerprint: 'f',
      nextDue: '2027-03-01',
      ...review,
    }))
    expect((await pageOf({change: changed(MAIN, {reviews: whole})})).text).toContain(expected)
  })

  it.each([
    ['2026-11-26T09:00', true],
    ['2027-02-01T09:00', false],
  ])('previews its feed at %s, labelled and not for search engines', async (at, hasCampaign) => {
    const {elements, text, headers} = await pageOf({}, `${PATH}?at=${at}`)
    expect(elements.some(({attributes}) => attributes['data-why'] === 'campaign')).toBe(hasCampaign)
    expect(text).toContain('Preview: related articles as at')
    expect(text).toContain('America/New_York')
    expect(headers.get('x-robots-tag')).toBe('noindex')
  })

  it('offers no other perspective', async () => {
    const draft = {
      _id: `drafts.${MAIN}`,
      _type: 'article',
      title: 'Draft title',
      slug: {current: 'exercising-with-back-pain'},
    }
    const {text, headers} = await pageOf({more: [draft]}, `${PATH}?perspective=drafts`)
    expect(text).not.toContain('Draft title')
    expect(text).not.toContain('Preview')
    expect(headers.has('x-robots-tag')).toBe(false)
  })

  it('says to machines what it shows, and of reviews only what took place', async () => {
    const {elements} = await pageOf()
    const data = elements.find(({attributes}) => attributes['type'] === 'application/ld+json')?.text ?? ''
    const graph: unknown = JSON.parse(data)
    expect(graph).toMatchObject({
      '@graph': expect.arrayContaining([
        expect.objectContaining({
          '@type': 'MedicalWebPage',
          url: 'http://localhost/articles/exercising-with-back-pain',
          name: 'Exercising with Back Pain',
        }),
      ]),
    })
    expect(data).not.toContain('lastReviewed')
    expect(data).not.toContain('reviewedBy')
  })

  it('shows hostile content as the text that it is', async () => {
    const attack = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    const {elements, text, status} = await pageOf({
      change: changed(MAIN, {title: attack, summary: attack, keyMessages: [attack]}),
    })
    expect(status).toBe(200)
    expect(elements.filter(isCode)).toEqual([])
    expect(elements.filter(({attributes}) => 'onerror' in attributes)).toEqual([])
    expect(text.split(attack).length).toBeGreaterThan(3)
  })

  it.each([
    '/articles/no-such-article',
    '/exercises/no-such-exercise',
    '/nowhere',
    '/articles/%22%3E%3Cscript%3E',
  ])('is a page that helps when there is nothing at %s', async (path) => {
    const {status, text, headers} = await pageOf({}, path)
    expect(status).toBe(404)
    expect(text).toContain('From here you can go to')
    expect(headers.get('x-robots-tag')).toBe('noindex')
  })
})

it('says how to write a time when a preview asks for one that is none', async () => {
  const {status, text} = await pageOf({}, '/articles/exercising-with-back-pain?at=yesterday')
  expect(status).toBe(400)
  expect(text).toContain('?at=2026-12-01T09:00')
})

describe('the list of articles', () => {
  it.each(['region=nowhere', 'region=__proto__', 'topic=nonsense'])(
    'is not shown whole for a filter that is none (%s)',
    async (query) => {
      const {status, text} = await pageOf({}, `/articles?${query}`)
      expect(status).toBe(400)
      expect(text).toContain('There is no such filter')
    },
  )
})
