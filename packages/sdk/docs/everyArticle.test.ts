import {importSample} from '@spine-center/sample'
import {createContent, type Article, type Content, type SiteSettings} from '@spine-center/sdk'
import {createElement} from 'react'
import {renderToStaticMarkup} from 'react-dom/server'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {startLake, type RunningLake} from '../../lake/src/index.ts'
import {showArticle} from '../examples/showArticle.ts'
import {parseElements, parseText} from '../src/html/parseHtml.fixture.ts'
import {ArticlePage} from './snippets/ArticlePage.tsx'
import {articlePage} from './snippets/articlePage.ts'

let lake: RunningLake
let content: Content
let settings: SiteSettings | null

beforeAll(async () => {
  lake = await startLake({port: 0, projectId: 'spine', dataset: 'production'})
  const token = lake.createToken({role: 'editor', label: 'documentation'})
  await importSample({url: lake.url, dataset: 'production', token})
  content = createContent({url: lake.url, dataset: 'production'})
  settings = await content.settings()
})
afterAll(() => lake.close())

/** An article on each of the pages that README and documentation write. */
async function pagesOf(slug: string) {
  const article = await content.article(slug)
  if (!article) throw new Error(`The sample has no article ${slug}.`)
  const pages = {
    README: (await showArticle(lake.url, slug)) ?? '',
    HTML: articlePage(article, settings),
    React: renderToStaticMarkup(createElement(ArticlePage, {article, settings})),
  }
  return Object.entries(pages).map(([kind, page]) => ({name: `${slug} (${kind})`, page, article}))
}

/** What an article must show, and a page of it does not. */
function missingOn(page: string, article: Article): readonly string[] {
  const elements = parseElements(page)
  const text = parseText(page)
  const ids = elements.flatMap(({attributes}) => attributes['id'] ?? [])
  const titles = new Map(article.exercises.map((exercise) => [exercise?._id, exercise?.title]))
  const discouraged = (article.discourages ?? []).map(({exercise}) => titles.get(exercise) ?? 'no title')
  const sentences = [
    article.disclaimer?.text ?? 'no disclaimer',
    'Not yet reviewed by a clinician.',
    ...discouraged,
  ]
  return [
    ...sentences.filter((sentence) => !text.includes(sentence)),
    ...article.carePathways.flatMap((pathway) => missingOf(pathway, elements)),
    ...(new Set(ids).size === ids.length ? [] : ['ids that are unique']),
  ]
}

function missingOf(
  pathway: Article['carePathways'][number],
  elements: ReturnType<typeof parseElements>,
): readonly string[] {
  const heading = pathway?.heading ?? 'no heading'
  const card = elements.find(
    ({attributes, parents, text}) =>
      attributes['class']?.startsWith('care-card care-card--') &&
      !parents.includes('details') &&
      text.includes(heading),
  )
  if (!card) return [heading]
  const mustCall = pathway?.action.contactKind === 'emergency-services'
  return mustCall && !card.text.includes('Call 911') ? [`${heading}: whom to call`] : []
}

it('every article of the sample shows what it must on the pages that are documented', async () => {
  const {items} = await content.articles({limit: 100})
  const pages = (await Promise.all(items.map(({slug}) => pagesOf(slug)))).flat()
  expect(pages.length).toBeGreaterThan(30)
  const missing = pages.flatMap(({name, page, article}) =>
    missingOn(page, article).map((part) => `${name}: ${part}`),
  )
  expect(missing).toEqual([])
})
