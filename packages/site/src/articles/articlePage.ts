import type {Article} from '@spine-center/sdk'
import type {ContentFeed} from '@spine-center/sdk/feeds'
import {
  carePathwayToHtml,
  glossaryToHtml,
  html,
  Markup,
  referencesToHtml,
  toHtml,
  type HtmlResult,
} from '@spine-center/sdk/html'
import {articleJsonLd, breadcrumbJsonLd} from '@spine-center/sdk/jsonld'
import type {Page} from '../layout/pageLayout.ts'
import {htmlSettings, type SiteChrome} from '../siteContext.ts'
import {articleHeader} from './articleHeader.ts'
import {articleNotes} from './articleNotes.ts'
import {audienceBox} from './audienceBox.ts'
import {formatReference} from './formatReference.ts'
import {relatedFeed} from './relatedFeed.ts'
import {remainingUses} from './remainingUses.ts'
import {tableOfContents} from './tableOfContents.ts'

/** What an article page shows. */
export interface ArticlePageModel {
  readonly article: Article
  readonly related: Pick<ContentFeed, 'title' | 'items'> | null
  readonly now: Date
  readonly previewNote?: string | null
  /** Whole address of the page. */
  readonly url: string
}

/** An article with everything that a reader needs to judge and use it. */
export function articlePage(model: ArticlePageModel, chrome: SiteChrome): Page {
  const {article, related, now, previewNote, url} = model
  const settings = htmlSettings(chrome)
  const body = toHtml(article.body, {...article, ...settings})
  const rest = remainingUses(article, body.shown.exercises, settings)
  const pathways = pathwaysNotIn(article, body.shown.carePathways)
  const main = html`<article class="article">
    ${articleHeader(article, now, chrome)}
    <div class="article__columns">
      ${tableOfContents(sectionsOf(body, pathways.length > 0))}
      <div class="article__text prose">
        ${article.disclaimer?.placement === 'top' && disclaimer(article.disclaimer.text)}
        ${keyMessages(article)} ${audienceBox(article)} ${new Markup(body.html)} ${rest}
        ${
          pathways.length > 0 &&
          html`<h2 id="get-help">When to get help</h2>
            ${pathways.map((pathway) => new Markup(carePathwayToHtml(pathway, 3, {...settings, idPrefix: 'help-'})))}`
        }
        ${
          body.glossary.length > 0 &&
          html`<h2 id="words">Words explained</h2>
            ${new Markup(glossaryToHtml(body.glossary))}`
        }
        ${
          body.references.length > 0 &&
          html`<h2 id="references">References</h2>
            ${new Markup(referencesToHtml(body.references, {formatReference}))}`
        }
        ${articleNotes(article, chrome)}
        ${article.disclaimer && article.disclaimer.placement !== 'top' && disclaimer(article.disclaimer.text)}
      </div>
    </div>
    ${relatedFeed(related, chrome)}
  </article>`
  return {
    title: article.title,
    description: article.summary,
    section: '/articles',
    main,
    language: article.language,
    canonical: article.seo?.canonical ?? null,
    isPrivate: Boolean(article.seo?.noindex) || Boolean(previewNote),
    previewNote: previewNote ?? null,
    problems: body.problems,
    structuredData: [
      articleJsonLd(article, {url, now, timeZone: chrome.timeZone, references: body.references}),
      breadcrumbJsonLd([{name: 'Articles', url: new URL('/articles', url).href}]),
    ],
  }
}

function sectionsOf({headings, references}: HtmlResult, hasPathways: boolean) {
  return [
    ...headings.filter(({level}) => level === 2),
    ...(hasPathways ? [{text: 'When to get help', anchor: 'get-help'}] : []),
    ...(references.length > 0 ? [{text: 'References', anchor: 'references'}] : []),
  ]
}

function keyMessages({keyMessages: messages}: Article): Markup | null {
  if (!messages || messages.length === 0) return null
  return html`<section class="key-messages" aria-labelledby="key-messages">
    <h2 id="key-messages">Key messages</h2>
    <ul>
      ${messages.map((message) => html`<li>${message}</li>`)}
    </ul>
  </section>`
}

function disclaimer(text: string): Markup {
  return html`<p class="disclaimer" role="note">${text}</p>`
}

const MOST_URGENT_FIRST = ['immediate', 'urgent', 'non-urgent']

function pathwaysNotIn({carePathways}: Article, shown: readonly string[]) {
  const unshown = carePathways.filter((pathway) => pathway !== null && !shown.includes(pathway._id))
  return [...new Map(unshown.map((pathway) => [pathway._id, pathway])).values()].toSorted(
    (a, b) => MOST_URGENT_FIRST.indexOf(a.urgency) - MOST_URGENT_FIRST.indexOf(b.urgency),
  )
}
