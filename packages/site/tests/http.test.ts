import {createContent} from '@spine-center/sdk'
import {createTestContent} from '@spine-center/sdk/testing'
import {describe, expect, it} from 'vitest'
import {readPage} from './readPage.ts'
import {sampleSite} from './sampleSite.ts'

const {site} = sampleSite()

describe('headers', () => {
  it.each(['/', '/articles/exercising-with-back-pain', '/nowhere', '/site.css', '/healthz'])(
    'of %s let the page load nothing but its own',
    async (path) => {
      const {headers} = await site.request(path)
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      )
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.has('set-cookie')).toBe(false)
    },
  )

  it('let the Studio show the site in a frame', async () => {
    const {headers} = await sampleSite({studioUrl: 'http://localhost:3333/desk'}).site.request('/')
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self' http://localhost:3333")
    expect(headers.has('x-frame-options')).toBe(false)
  })
})

describe('files', () => {
  it('are sent once: the browser is told when it has them', async () => {
    const first = await site.request('/site.css')
    expect(first.headers.get('content-type')).toBe('text/css; charset=utf-8')
    const etag = first.headers.get('etag') ?? ''
    const again = await site.request('/site.css', {headers: {'if-none-match': etag}})
    expect([again.status, await again.text()]).toEqual([304, ''])
    const link = readPage(await (await site.request('/')).text()).elements.find(
      ({attributes}) => attributes['rel'] === 'stylesheet',
    )
    const versioned = await site.request(link?.attributes['href'] ?? '')
    expect(versioned.headers.get('cache-control')).toContain('immutable')
  })

  it.each([
    ['/healthz', 'ok'],
    ['/robots.txt', 'User-agent: *'],
  ])('%s', async (path, start) => {
    expect(await (await site.request(path)).text()).toContain(start)
  })
})

describe('pictures', () => {
  const file = 'abcdef0123456789-960x320.png'
  const asked: string[] = []
  const pictures = sampleSite({
    imageBaseUrl: 'http://lake.example/images/spine/production/',
    fetch: async (input) => {
      const address = input instanceof Request ? input.url : String(input)
      asked.push(address)
      return address.includes('w=404')
        ? new Response('', {status: 404})
        : new Response(address.includes('w=1') ? '<html>' : 'png', {
            headers: {'content-type': address.includes('w=1') ? 'text/html' : 'image/png'},
          })
    },
  }).site

  it('are passed on from the lake, to be kept for good', async () => {
    const response = await pictures.request(`/media/${file}?w=800&fit=max`)
    expect(asked.at(-1)).toBe(`http://lake.example/images/spine/production/${file}?w=800&fit=max`)
    expect(await response.text()).toBe('png')
    expect(response.headers.get('cache-control')).toContain('immutable')
    expect(response.headers.get('content-security-policy')).toContain('sandbox')
  })

  it.each([
    ['/media/..%2f..%2fsecret', 404],
    ['/media/abcdef01-1x1.html', 404],
    [`/media/${file}?dl=x`, 404],
    [`/media/${file}?w=${'9'.repeat(50)}`, 404],
    [`/media/http:%2f%2fother.example%2f${file}`, 404],
  ])('%s never reaches the lake', async (path, status) => {
    const before = asked.length
    expect((await pictures.request(path)).status).toBe(status)
    expect(asked).toHaveLength(before)
  })

  it.each([
    ['w=404', 404],
    ['w=1', 502],
  ])('that are none (%s) are not passed on', async (query, status) => {
    expect((await pictures.request(`/media/${file}?${query}`)).status).toBe(status)
  })
})

const unreachable = () =>
  createContent({
    url: 'http://lake.example',
    dataset: 'production',
    retries: 0,
    fetch: () => Promise.reject(new TypeError('no connection')),
  })

describe('when content fails', () => {
  it('says so on a page of its own, with 503', async () => {
    const {site: broken, problems} = sampleSite({content: unreachable()})
    const response = await broken.request('/articles')
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '30'])
    expect(readPage(await response.text()).text).toContain('Our content cannot be reached')
    expect(problems.join('\n')).toContain('GET /articles: ContentError')
    expect((await broken.request('/healthz')).status).toBe(200)
  })

  it.each([
    ['http://localhost:3333', true],
    [undefined, false],
  ])('names the field to mend where there is a Studio (%s)', async (studioUrl, isShown) => {
    const {site: incomplete} = sampleSite({
      ...(studioUrl ? {studioUrl} : {}),
      change: (document) =>
        document._id === 'article-exercising-with-back-pain' ? {...document, summary: null} : document,
    })
    const response = await incomplete.request('/articles/exercising-with-back-pain')
    const {elements, text} = readPage(await response.text())
    expect(response.status).toBe(500)
    expect(text).toContain('Its content is not complete')
    expect(
      elements.some(({attributes}) => attributes['href']?.startsWith('http://localhost:3333/intent/edit')),
    ).toBe(isShown)
    expect(text.includes('summary')).toBe(isShown)
  })

  it('leaves a broken document out of lists and reports it', async () => {
    const {site: partly, problems} = sampleSite({
      change: (document) =>
        document._id === 'exercise-hip-hinge' ? {...document, difficulty: 'easy'} : document,
    })
    const {text} = readPage(await (await partly.request('/exercises')).text())
    expect(text).toContain('20 exercises')
    expect(problems.join('\n')).toContain('exercise-hip-hinge')
  })

  it('shows no inner detail of a fault of its own', async () => {
    const content = createTestContent({documents: []})
    const {site: faulty, problems} = sampleSite({
      content: {...content, topics: () => Promise.reject(new Error('inner detail'))},
    })
    const response = await faulty.request('/articles')
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('inner detail')
    expect(problems).toEqual(['GET /articles: Error: inner detail'])
  })
})
