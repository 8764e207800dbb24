import {readdirSync, readFileSync} from 'node:fs'
import {createClient} from '@sanity/client'
import {sampleDocuments, importSample} from '@spine-center/sample'
import {
  createContent,
  ContentError,
  type Article,
  type Content,
  type FetchLike,
  type SiteSettings,
} from '@spine-center/sdk'
import {createElement} from 'react'
import {renderToStaticMarkup} from 'react-dom/server'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {startLake, type RunningLake} from '../../lake/src/index.ts'
import {showArticle} from '../examples/showArticle.ts'
import {ArticlePage} from './snippets/ArticlePage.tsx'
import {articleHead} from './snippets/articleHead.ts'
import {articlePage} from './snippets/articlePage.ts'
import {explainFeeds} from './snippets/explainFeeds.ts'
import {feedResponse} from './snippets/cacheUntilNextChange.ts'
import {findContent} from './snippets/findContent.ts'
import {leadPicture} from './snippets/leadPicture.ts'
import {nextArticle} from './snippets/nextArticle.ts'
import {openEmbedded, openHosted, openWithClient} from './snippets/openContent.ts'
import {previewHeading} from './snippets/openPreview.ts'
import {exercisesOf} from './snippets/ownQuery.ts'
import {draftTitle} from './snippets/readDrafts.ts'
import {readAgain} from './snippets/readAgain.ts'
import {showTitle} from './snippets/showTitle.ts'
import {referenceList} from './snippets/referenceList.ts'
import {sharpSquare} from './snippets/sharpPicture.ts'
import {spanishInstructions} from './snippets/spanishWords.ts'
import {topicLabels} from './snippets/replaceClient.ts'
import {exerciseTitles} from './snippets/reportProblems.ts'
import {screenReaders} from './snippets/screenReaders.ts'
import {screenWithSigns} from './snippets/screenWithSigns.ts'
import {labelsByPerspective} from './snippets/testFilters.ts'

const SLUG = 'exercising-with-back-pain'

let lake: RunningLake
let token: string
let content: Content
let article: Article
let settings: SiteSettings | null

beforeAll(async () => {
  lake = await startLake({port: 0, projectId: 'spine', dataset: 'production'})
  token = lake.createToken({role: 'editor', label: 'documentation'})
  await importSample({url: lake.url, dataset: 'production', token})
  content = createContent({url: lake.url, dataset: 'production'})
  const found = await content.article(SLUG)
  if (!found) throw new Error(`The sample content has no article ${SLUG}.`)
  article = found
  settings = await content.settings()
})
afterAll(() => lake.close())

/** A client that may write. */
function editor() {
  return createClient({
    apiHost: lake.url,
    useProjectHostname: false,
    projectId: 'spine',
    dataset: 'production',
    apiVersion: '2025-02-19',
    useCdn: false,
    token,
  })
}

describe('the snippets', () => {
  it('open content by address, project id and client', async () => {
    const asked: string[] = []
    const fetch: FetchLike = async (url) => {
      asked.push(url)
      return Response.json({result: null})
    }
    await openHosted('abc123', fetch).article(SLUG)
    expect(asked[0]).toMatch(/^https:\/\/abc123\.apicdn\.sanity\.io\//)
    for (const opened of [openEmbedded(lake.url), openWithClient(lake.url)]) {
      // oxlint-disable-next-line no-await-in-loop -- one lake answers both
      expect((await opened.article(SLUG))?.title).toBe(article.title)
    }
  })

  it('read drafts with a token', async () => {
    const slug = {_type: 'slug', current: 'not-out-yet'}
    await editor().createOrReplace({_id: 'drafts.not-out-yet', _type: 'article', title: 'Not out yet', slug})
    await expect(draftTitle(lake.url, token, 'not-out-yet')).resolves.toBe('Not out yet')
    await expect(content.article('not-out-yet')).resolves.toBeNull()
  })

  it('open a preview whose texts say where they are edited', async () => {
    const shown = await previewHeading(lake.url, token, SLUG)
    expect(shown?.documentTitle).toBe(article.title)
    expect(shown?.heading).not.toBe(article.title)
    expect(shown?.heading.startsWith(article.title)).toBe(true)
  })

  it('find content', async () => {
    const titles = await findContent(content)
    expect(titles).toContain('Getting Started with Pool Walking')
    expect(titles).toContain('Hip hinge')
  })

  it('report problems', async () => {
    const lines: string[] = []
    await expect(exerciseTitles(lake.url, (line) => lines.push(line))).resolves.toContain('Hip hinge')
    expect(lines).toEqual([])
    const spoilt = sampleDocuments.map((document) =>
      document._id === 'exercise-hip-hinge' ? {...document, title: undefined} : document,
    )
    const broken = await startLake({port: 0, projectId: 'spine', dataset: 'production', documents: spoilt})
    const reading = exerciseTitles(broken.url, (line) => lines.push(line))
    await expect(reading).rejects.toThrow(ContentError)
    await expect(reading).rejects.toMatchObject({code: 'invalid-result'})
    expect(lines[0]).toMatch(/exercise-hip-hinge \(exercise\) at title: [\s\S]+http:\/\/localhost:3333\//)
    await broken.close()
  })

  it('run a query of their own', async () => {
    expect((await exercisesOf(content, {position: 'standing'})).join('\n')).toMatch(
      /^Hip hinge, [1-9]\d* steps$/m,
    )
  })

  it('screen, and stop for a sign that needs care', async () => {
    const shown = await screenWithSigns(content, 'present', 'absent')
    expect(shown[0]).toMatch(/^This shows what this clinic’s published content says/)
    expect(shown.join('\n')).toMatch(/avoid “Standing toe touch”/)
    const care = await screenWithSigns(content, 'present', 'present')
    expect(care.join('\n')).toMatch(/^Stop here and do not choose exercises now/)
    expect(care.join('\n')).not.toContain('toe touch')
  })

  it('screen many readers over content that is read once', async () => {
    const client = createClient({
      apiHost: lake.url,
      useProjectHostname: false,
      projectId: 'spine',
      dataset: 'production',
      apiVersion: '2025-02-19',
      useCdn: false,
    })
    const logged: string[] = []
    const profiles = [{}, {osteoporosis: 'present'}] as const
    const [open, stated] = await screenReaders(client, profiles, (line) => logged.push(line))
    const levelOf = (result: typeof open) =>
      result?.exercises.find(({exercise}) => exercise.title === 'Standing toe touch')?.level
    expect([levelOf(open), levelOf(stated)]).toEqual(['caution', 'avoid'])
    expect(logged).toEqual([])
  })

  it('show a title as it changes', async () => {
    const slug = 'tech-neck-is-real'
    const before = await content.article(slug)
    const shown: string[] = []
    const notices: (string | null)[] = []
    const end = showTitle(
      content,
      slug,
      (title) => shown.push(title),
      (notice) => notices.push(notice),
    )
    const id = before?._id ?? ''
    try {
      await expect.poll(() => shown).toEqual([before?.title])
      await expect.poll(() => notices).toEqual([null])
      await editor().patch(id).set({title: 'Changed'}).commit()
      await expect.poll(() => shown).toEqual([before?.title, 'Changed'])
    } finally {
      end()
      await editor().patch(id).set({title: before?.title}).commit()
    }
  })

  it('explain feeds, read through any client', async () => {
    const client = createClient({
      apiHost: lake.url,
      useProjectHostname: false,
      projectId: 'spine',
      dataset: 'production',
      apiVersion: '2025-02-19',
      useCdn: false,
    })
    const lines = await explainFeeds(client, '2026-11-26T14:00:00Z')
    expect(lines).toContain('article-end')
    expect(lines.join('\n')).toMatch(/1\. “.+”: (?:pinned by an editor|part of the campaign|found by rule)/)
  })

  it('cache a feed until it changes', async () => {
    const early = await feedResponse(content, SLUG, new Date('2026-11-26T14:00:00Z'))
    expect(early.headers.get('cache-control')).toBe('public, max-age=3600')
    const late = await feedResponse(content, SLUG, new Date('2027-01-01T04:59:00Z'))
    expect(late.headers.get('cache-control')).toBe('public, max-age=60')
    await expect(late.json()).resolves.toEqual(
      expect.arrayContaining([expect.objectContaining({why: expect.any(String)})]),
    )
  })

  it('read again only what changed', async () => {
    const [first, second] = await readAgain(lake.url, SLUG)
    expect(first).toMatch(/^W\/"/)
    expect(second).toBe(first)
  })

  it('list references', () => {
    const lines = referenceList(article)
    expect(lines).toHaveLength(article.citations.length)
    expect(lines[0]).toMatch(/^1\. \S.+\d{4}/)
  })

  it('show an article as HTML and as React elements', () => {
    const page = articlePage(article, settings)
    const elements = renderToStaticMarkup(createElement(ArticlePage, {article, settings}))
    for (const markup of [page, elements]) {
      expect(markup).toContain(`<h1>${article.title}</h1>`)
      expect(markup).toContain('class="references"')
      expect(markup).not.toMatch(/<details[^>]*care/)
    }
  })

  it('show amounts in Spanish', async () => {
    const exercise = await content.exercise('hip-hinge')
    const dosage = {
      _type: 'dosage' as const,
      _key: 'd',
      confidence: 'stated' as const,
      reps: {min: 8, max: 12, unit: 'rep' as const},
      frequency: {min: 3, per: 'week' as const},
      daysOfWeek: ['mon' as const, 'fri' as const],
    }
    const steps = exercise?.steps ?? null
    const shown = spanishInstructions({_id: 'hip-hinge', steps, dosages: [dosage]})
    expect(shown).toMatch(
      /Cómo se hace[\s\S]+de 8 a 12 repeticiones[\s\S]+3 veces por semana, los días lunes y viernes/,
    )
  })

  it('write a page in five minutes', async () => {
    const page = await showArticle(lake.url, SLUG)
    expect(page).toMatch(/^<!doctype html>[\s\S]+<h2[\s\S]+<ol class="references">\s+<li/)
    expect(page).not.toContain('&lt;')
    await expect(showArticle(lake.url, 'nothing-here')).resolves.toBeNull()
  })

  it('describe an article to search engines', async () => {
    const head = articleHead(article, await content.settings(), 'https://clinic.example')
    expect(head).toMatch(/^<script type="application\/ld\+json">.*"MedicalWebPage".*<\/script>$/)
    expect(head).toContain('"BreadcrumbList"')
  })

  it('show a picture', async () => {
    const asset = {
      url: 'https://cdn.example/images/spine/production/a-1600x900.png',
      width: 1600,
      height: 900,
    }
    const stored = {...asset, _id: 'a', mimeType: 'image/png', placeholder: null}
    const image = {asset: stored, crop: null, hotspot: null}
    const leadFigure = {image, alt: 'A walker', decorative: false, caption: null}
    expect(leadPicture({leadFigure: {...article.leadFigure, ...leadFigure}})).toMatch(
      /w=640.*alt="A walker"/s,
    )
    const cropped = {
      ...image,
      crop: {_type: 'sanity.imageCrop' as const, top: 0, bottom: 0, left: 0, right: 0.75},
    }
    expect(leadPicture({leadFigure: {...article.leadFigure, ...leadFigure, image: cropped}})).toMatch(
      /rect=0%2C0%2C400%2C900&amp;w=640.*width="400"\s+height="900"/s,
    )
    expect(leadPicture({leadFigure: null})).toBe('')
    const square = sharpSquare({leadFigure: {...article.leadFigure, ...leadFigure}}, 200)
    expect(square).toBe(`${asset.url}?rect=350,0,900,900&w=200&h=200&fit=crop&auto=format&dpr=2`)
    expect(sharpSquare({leadFigure: null}, 200)).toBeNull()
  })

  it('test without a server', async () => {
    await expect(labelsByPerspective()).resolves.toEqual({published: ['Backs'], drafts: ['Backs and hips']})
  })

  it('migrate', async () => {
    await expect(topicLabels(lake.url)).resolves.toContain('Low back pain')
    const inits: unknown[] = []
    const fetch: FetchLike = (url, init) => {
      inits.push(init)
      return globalThis.fetch(url, init)
    }
    await expect(nextArticle(lake.url, SLUG, fetch)).resolves.toMatchObject({title: article.title})
    expect(inits).toEqual([
      expect.objectContaining({next: {tags: ['article', `article:${SLUG}`], revalidate: 3600}}),
    ])
  })
})

describe('the pages', () => {
  const here = import.meta.dirname
  const pages = readdirSync(here).filter((name) => name.endsWith('.md') && name !== 'reference.md')
  const blocks = pages.flatMap((page) =>
    [
      ...readFileSync(`${here}/${page}`, 'utf8').matchAll(/(?:<!-- (\S+) -->\n+)?```tsx?\n([\s\S]*?)```/g),
    ].map(([, file, code]) => ({page, file, code})),
  )

  it.each(blocks)('$page shows $file as it is', ({file, code}) => {
    const folder = file?.startsWith('examples/') ? `${here}/..` : here
    expect(code).toBe(readFileSync(`${folder}/${file}`, 'utf8'))
  })

  it('show every snippet', () => {
    const files = readdirSync(`${here}/snippets`).filter((name) => /\.tsx?$/.test(name))
    const shown = new Set(blocks.map(({file}) => file))
    expect(files.filter((name) => !shown.has(`snippets/${name}`))).toEqual([])
  })

  it('link to pages that exist', () => {
    const names = new Set(readdirSync(here))
    const links = [...pages.map((page) => `${here}/${page}`), `${here}/../README.md`].flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/\]\((?:docs\/)?([\w-]+\.md)/g)].map(
        ([, target]) => target ?? '',
      ),
    )
    expect(links.filter((target) => !names.has(target) && target !== 'README.md')).toEqual([])
  })
})
